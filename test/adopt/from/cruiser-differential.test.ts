// dependency-cruiser and bulkhead on the same code, each with the configuration that is the other's: the same violations, by rule, from and
// to. BULKHEAD_DIFFERENTIAL=full: each configuration on every project.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { groupBy } from '../../../rules/model/group-by.ts'
import { compared, type Told } from './cruiser-compared.ts'
import { cruiserConfigs, type CruiserConfig } from './cruiser-configs.ts'
import { ground, type Ground } from './cruiser-grounds.ts'
import { cruise, isUnseen, sample, writeSample } from './cruiser-program.ts'
import { bulkhead, check } from './on-disk.ts'

const isFull = process.env['BULKHEAD_DIFFERENTIAL'] === 'full'
const names = ['rxjs', 'monorepo', 'dependency-cruiser', 'harbour', ...isFull ? ['effect'] : []]
const totals = { configs: new Set<string>(), comparisons: 0, rules: 0, violations: 0, findings: 0, differences: 0, unsaid: 0 }

for (const name of names) {
  let made: Ground | undefined
  for (const config of cruiserConfigs.filter(({ on }) => isFull || on.includes(name))) {
    test(`${config.name}, on ${name}`, async (t) => {
      const { rules, violations, findings, missed, added, unsaid } = await comparison(made ??= ground(name, isFull), config)
      totals.configs.add(config.name)
      totals.comparisons++
      totals.rules += rules
      totals.violations += violations
      totals.findings += findings
      totals.differences += missed.length + added.length
      totals.unsaid += unsaid.length
      t.diagnostic(`${violations} violations, ${findings} findings, ${missed.length + added.length} differences${unsaid.length === 0 ? '' : `; a comment, and not compared: ${unsaid.join(', ')}`}`)
      assert.deepEqual({ missed: missed.slice(0, 10), added: added.slice(0, 10) }, { missed: [], added: [] })
      assert.deepEqual(unsaid, config.unsaid ?? [])
    })
  }
}

after(() => console.log(`${totals.comparisons} comparisons (${totals.configs.size} configurations on ${names.length} projects), ${totals.rules} rules: ${totals.violations} violations, ${totals.findings} findings, ${totals.differences} differences; ${totals.unsaid} rules in part or whole a comment`))

interface Comparison {
  readonly rules: number
  readonly violations: number
  readonly findings: number
  readonly missed: readonly string[]
  readonly added: readonly string[]
  /** Rules of which something is a comment. */
  readonly unsaid: readonly string[]
}

async function comparison(project: Ground, { config }: CruiserConfig): Promise<Comparison> {
  const { root, sources } = project
  const resolving = { tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] } }
  if (config.extends?.includes(sample) === true) writeSample(project)
  writeFileSync(join(root, '.dependency-cruiser.json'), JSON.stringify({ ...config, options: { doNotFollow: { path: 'node_modules' }, ...resolving, ...config.options } }))
  const init = await bulkhead(root, ['init', '--from', 'dependency-cruiser', '--yes', '--force'])
  assert.equal(init.status, 0, init.err)
  const report = await check(root)
  assert.deepEqual(report.problems, [])
  const unsaid = [...new Set([...init.out.matchAll(/^ {2}(\S+) {2}/gm)].flatMap(([, name]) => name ?? []))]
  const cruised = cruise(project)
  const theirs = groupBy(cruised.violations.filter((violation) => !isUnseen(cruised, violation)), ({ rule }) => rule.name)
  const ours = groupBy((report.findings as readonly Told[]).filter(({ path }) => sources.some((source) => path.startsWith(`${source}/`))), (finding) => ruleOf(finding, [...cruised.rules.values()]))
  const rules = new Set([...theirs.keys(), ...ours.keys()].filter((name) => name !== '' && (name === 'not-in-allowed' || !unsaid.includes(name))))
  const each = [...rules].map((name) => {
    const { missed, added } = compared(cruised.rules.get(name) ?? { name }, theirs.get(name) ?? [], ours.get(name) ?? [], cruised)
    return { missed: missed.map((line) => `${name}: ${line}`), added: added.map((line) => `${name}: ${line}`) }
  })
  const count = (groups: ReadonlyMap<string, readonly unknown[]>): number => [...groups].reduce((sum, [name, { length }]) => (rules.has(name) ? sum + length : sum), 0)
  return { rules: cruised.rules.size + (rules.has('not-in-allowed') ? 1 : 0) - unsaid.filter((name) => cruised.rules.has(name)).length, violations: count(theirs), findings: count(ours), missed: each.flatMap(({ missed }) => missed), added: each.flatMap(({ added }) => added), unsaid }
}

/** A check has no name of its own: it is the rule that is about the same. Empty where dependency-cruiser has no such rule. */
function ruleOf({ rule, entry, because }: Told, rules: readonly { readonly name: string; readonly from?: object; readonly to?: object }[]): string {
  const about = (side: 'from' | 'to', attribute: string): string => rules.find((each) => attribute in (each[side] ?? {}))?.name ?? ''
  switch (rule) {
    case 'boundaries/rules': return entry?.replace(/\/\d+$/, '') ?? ''
    case 'boundaries/orphans': return about('from', 'orphan')
    case 'boundaries/stability': return about('to', 'moreUnstable')
    case 'boundaries/cycles': return /^[\w-]+/.exec(because[0]?.note ?? '')?.[0] ?? ''
    default: return ''
  }
}
