// dependency-cruiser and bulkhead on the same code, each with the configuration that is the other's: the same violations, by rule, from and to.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { layers, plan } from '../../bench/monorepo/plan.ts'
import { writeMonorepo } from '../../bench/monorepo/monorepo.ts'
import { copyOf } from '../../real/copy.ts'
import { realPackages } from '../../real/packages.ts'
import { nodeModules } from '../../support/node-modules.ts'
import { cruiserConfigs, type CruiserConfig } from './cruiser-configs.ts'
import { bulkhead, check, type Finding } from './on-disk.ts'

interface Ground {
  readonly name: string
  readonly root: string
  readonly sources: readonly string[]
}

const rxjs = realPackages.find(({ name }) => name === 'rxjs') ?? assert.fail()
const grounds: readonly Ground[] = [{ name: 'rxjs', root: copyOf(rxjs), sources: rxjs.sources }, { name: 'monorepo', root: generated(), sources: layers }]
const totals = { configs: 0, violations: 0, differences: 0, unsaid: 0 }

for (const ground of grounds) {
  mkdirSync(join(ground.root, 'node_modules'), { recursive: true })
  symlinkSync(join(nodeModules, 'dependency-cruiser'), join(ground.root, 'node_modules/dependency-cruiser'), 'junction')
  for (const config of cruiserConfigs) {
    test(`${config.name}, on ${ground.name}`, async (t) => {
      const { theirs, ours, unsaid } = await compared(ground, config)
      const [missed, added] = [theirs.filter((each) => !ours.includes(each)), ours.filter((each) => !theirs.includes(each))]
      totals.configs++
      totals.violations += theirs.length
      totals.differences += missed.length + added.length
      totals.unsaid += unsaid.length
      t.diagnostic(`${theirs.length} violations, ${missed.length + added.length} differences${unsaid.length === 0 ? '' : `; not compared: ${unsaid.join(', ')}`}`)
      assert.deepEqual({ missed: missed.slice(0, 10), added: added.slice(0, 10) }, { missed: [], added: [] })
    })
  }
}

after(() => console.log(`${totals.configs} comparisons (${cruiserConfigs.length} configurations on ${grounds.length} projects): ${totals.violations} violations, ${totals.differences} differences; ${totals.unsaid} rules that this version cannot say yet`))

interface Compared {
  readonly theirs: readonly string[]
  readonly ours: readonly string[]
  /** Names of rules that the translation left out. */
  readonly unsaid: readonly string[]
}

async function compared({ root, sources }: Ground, { config }: CruiserConfig): Promise<Compared> {
  const resolving = { tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] } }
  writeFileSync(join(root, '.dependency-cruiser.json'), JSON.stringify({ ...config, options: { doNotFollow: { path: 'node_modules' }, ...resolving, ...config.options } }))
  const init = await bulkhead(root, ['init', '--from', 'dependency-cruiser', '--yes', '--force'])
  assert.equal(init.status, 0, init.err)
  const report = await check(root)
  assert.deepEqual(report.problems, [])
  const unsaid = [...init.out.matchAll(/^ {2}(\S+) {2}/gm)].flatMap(([, name]) => (name === undefined || name.startsWith('options.') ? [] : [name]))
  const cruise = cruised(root, sources)
  const violations = cruise.violations.filter(({ rule, from, to }) => !unsaid.includes(rule.name) && !cruise.isUnseen(from, to))
  const rings = ringsIn(violations)
  // A check has no name of its own; dependency-cruiser says of an orphan that it leads to itself.
  const orphanRule = violations.find(({ type, from, to }) => type === 'module' && from === to)?.rule.name ?? 'no orphan'
  return {
    theirs: unique([...violations.filter(({ type }) => type !== 'cycle').map(({ rule, from, to }) => `${rule.name} (${severities[rule.severity]}): ${from} > ${nameOf(to)}`), ...rings.map(({ said }) => said)]),
    ours: unique(report.findings.filter(({ path }) => sources.some((source) => path.startsWith(`${source}/`))).flatMap((finding) => spoken(finding, rings, orphanRule))),
    unsaid,
  }
}

const severities: Readonly<Record<string, string>> = { error: 'error', warn: 'warning', info: 'info' }

interface Violation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string; readonly severity: string }
  readonly cycle?: readonly { readonly name: string }[]
}

interface Cruise {
  readonly violations: readonly Violation[]
  /** Triple-slash directives bulkhead does not read, and the runtime of JSX is imported by nobody but a compiler. */
  isUnseen(from: string, to: string): boolean
}

interface Cruised {
  readonly summary: { readonly violations: readonly Violation[] }
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[] }[]
}

function cruised(root: string, sources: readonly string[]): Cruise {
  const { stdout, stderr } = spawnSync(process.execPath, [join(nodeModules, 'dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.json', '--output-type', 'json', '--output-to', 'cruised.json', '--progress', 'none', ...sources], { cwd: root, encoding: 'utf8' })
  assert.equal(stderr.replace(/^.*ExperimentalWarning.*$/gm, '').trim(), '', stdout)
  const { summary, modules } = JSON.parse(readFileSync(join(root, 'cruised.json'), 'utf8')) as Cruised
  assert.ok(modules.length > 50)
  const dependencies = new Map(modules.map(({ source, dependencies: own }) => [source, own]))
  return {
    violations: summary.violations,
    isUnseen(from, to) {
      const types = dependencies.get(from)?.filter(({ resolved }) => resolved === to).map(({ dependencyTypes }) => dependencyTypes) ?? []
      return /\/jsx-(?:dev-)?runtime$/.test(to) || (types.length > 0 && types.every((own) => own.some((type) => type.startsWith('triple-slash'))))
    },
  }
}

interface Ring {
  readonly rule: string
  readonly members: ReadonlySet<string>
  readonly said: string
}

/** dependency-cruiser reports each import of a cycle; those that share a file are one group. */
function ringsIn(violations: readonly Violation[]): readonly Ring[] {
  const found: { rule: string; members: Set<string> }[] = []
  for (const { type, from, rule, cycle = [] } of violations) {
    if (type !== 'cycle') continue
    const members = new Set([from, ...cycle.map(({ name }) => name)])
    for (const other of found.filter((ring) => ring.rule === rule.name && [...ring.members].some((path) => members.has(path)))) {
      for (const path of other.members) members.add(path)
      found.splice(found.indexOf(other), 1)
    }
    found.push({ rule: rule.name, members })
  }
  return found.map(({ rule, members }) => ({ rule, members, said: `${rule}: ${members.size} files around ${[...members].sort()[0]}` }))
}

interface Told extends Finding {
  readonly target?: string
  readonly because: readonly { readonly note: string }[]
}

function spoken(finding: Finding, rings: readonly Ring[], orphanRule: string): readonly string[] {
  const { rule, entry, severity, path, target, because } = finding as Told
  if (rule === 'boundaries/rules') return [`${entry?.replace(/\/\d+$/, '')} (${severity}): ${path} > ${(target ?? '').replace(/^(?:path|pkg|builtin|unresolved):/, '').replace(/^(@[^/]+\/[^/]+|[^/@.][^/]*)\/.*$/, (whole: string, name: string) => (target?.startsWith('pkg:') === true ? name : whole))}`]
  if (rule === 'boundaries/orphans') return [`${orphanRule} (${severity}): ${path} > ${path}`]
  if (rule !== 'boundaries/cycles') return []
  const name = /^[\w-]+/.exec(because[0]?.note ?? '')?.[0] ?? ''
  const ring = rings.find((each) => each.rule === name && each.members.has(path))
  const size = / (\d+) files/.exec(` ${finding.message}`)?.[1]
  return [ring === undefined ? `${name}: a cycle at ${path}` : ring.said.replace(/: \d+ files/, `: ${size} files`)]
}

/** dependency-cruiser names the file of a package that is imported, bulkhead the package. */
function nameOf(to: string): string {
  return /(?:^|\/)node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(to)?.[1] ?? to
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort()
}

function generated(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-cruised-')))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  writeMonorepo(plan(process.env['BULKHEAD_DIFFERENTIAL'] === 'full' ? 600 : 200), root)
  return root
}
