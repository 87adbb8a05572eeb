// eslint-plugin-boundaries, in its versions 5 to 7, and bulkhead on the same code, each with the configuration that is the other's: the same violations, by rule, from and to.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nodeModules } from '../../support/node-modules.ts'
import { boundariesConfigs, type BoundariesConfig } from './boundaries-configs.ts'
import { everyImport, type BoundariesProject } from './boundaries-project.ts'
import { bulkhead, check, onDisk, written, type Finding } from './on-disk.ts'

const plugins = { 5: 'boundaries5', 6: 'boundaries6', 7: 'eslint-plugin-boundaries' } as const
const totals = { configs: 0, violations: 0, differences: 0, byDesign: 0 }

for (const config of boundariesConfigs) {
  test(`${config.name}, version ${config.version}`, async (t) => {
    const project = everyImport(config.forms ?? ['plain'], config.typescript ? '.ts' : '.js')
    const root = onDisk(t, { ...project.files, ...surroundings(config) })
    mkdirSync(join(root, 'node_modules/@typescript-eslint'), { recursive: true })
    symlinkSync(join(nodeModules, plugins[config.version]), join(root, 'node_modules/eslint-plugin-boundaries'), 'junction')
    symlinkSync(join(nodeModules, '@typescript-eslint/parser'), join(root, 'node_modules/@typescript-eslint/parser'), 'junction')

    const theirs = unique(linted(root, project))
    const init = await bulkhead(root, ['init', '--from', 'eslint-plugin-boundaries', '--yes'])
    assert.equal(init.status, 0, init.err)
    const report = await check(root)
    assert.deepEqual(report.problems, [])
    const ours = unique(report.findings.flatMap((finding) => spoken(finding, project)))

    const [missed, added] = [theirs.filter((each) => !ours.includes(each)), ours.filter((each) => !theirs.includes(each))]
    totals.configs++
    totals.violations += theirs.length
    totals.differences += missed.length + added.length
    t.diagnostic(`${theirs.length} violations, ${missed.length + added.length} differences`)
    assert.ok(theirs.length > 0)
    if (config.byDesign !== undefined) {
      assert.equal(missed.length + added.length, config.byDesign.count, `${[...missed, ...added].join('\n')}\n${written(root)}`)
      assert.match(written(root).replaceAll(/\n\s*#/g, ''), config.byDesign.comment)
      totals.byDesign += config.byDesign.count
    } else assert.deepEqual({ missed: missed.slice(0, 10), added: added.slice(0, 10) }, { missed: [], added: [] }, `${init.out}\n${written(root)}`)
    assert.equal([...init.out.matchAll(/^ {2}\S+.* {2}/gm)].length, config.unsaid ?? 0, init.out)
  })
}

after(() => console.log(`${totals.configs} configurations of eslint-plugin-boundaries: ${totals.violations} violations, ${totals.differences} differences, ${totals.byDesign} of them by design`))

function surroundings({ version, settings, rules, others = [], typescript }: BoundariesConfig): Readonly<Record<string, string>> {
  const named = (map: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(map).map(([key, value]) => [`boundaries/${key}`, value]))
  const first = { settings: { 'import/resolver': { node: { extensions: ['.js', '.ts'] }, ...(Object.hasOwn(settings, 'root-path') && { './resolver.cjs': {} }) }, ...named(settings) }, rules: named(rules) }
  const parser = typescript === true ? ', languageOptions: { parser }, files: ["**/*.ts"]' : ''
  return {
    'package.json': JSON.stringify({ name: 'house', type: 'module', devDependencies: { 'eslint-plugin-boundaries': `^${version}.0.0` } }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { allowJs: true, paths: { '@/*': ['./src/*'] } } }),
    'resolver.cjs': "exports.interfaceVersion = 2\nexports.resolve = (source, file) => {\n  const path = require('node:path')\n  return source.startsWith('@/') ? { found: true, path: path.join(__dirname, 'src', `${source.slice(2)}.js`) } : { found: false }\n}\n",
    'eslint.config.js': `import boundaries from 'eslint-plugin-boundaries'\nimport parser from '@typescript-eslint/parser'\nexport default [{ ...${JSON.stringify(first)}, plugins: { boundaries }${parser} }, ...${JSON.stringify(others)}]\n`,
  }
}

interface Linted {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly severity: number; readonly message: string }[]
}

function linted(root: string, { targets }: BoundariesProject): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(nodeModules, 'eslint/bin/eslint.js'), '--format', 'json', '--no-inline-config', '.'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  assert.notEqual(stdout, '', stderr)
  return (JSON.parse(stdout.slice(stdout.indexOf('[{"filePath"'))) as readonly Linted[]).flatMap(({ filePath, messages }) => {
    const from = filePath.slice(root.length + 1).replaceAll('\\', '/')
    return !isOfHouse(from) ? [] : messages.map(({ ruleId, line, severity, message }) => {
      assert.ok(ruleId !== null, message)
      const rule = ruleId.replace('boundaries/', '')
      return rule === 'no-unknown-files' ? `${rule} (${levels[severity]}): ${from}` : `${rule} (${levels[severity]}): ${from}:${line} > ${targets.get(`${from}:${line}`) ?? ''}`
    })
  })
}

function isOfHouse(path: string): boolean {
  return /^(?:src|packages)\//.test(path)
}

const levels: readonly string[] = ['off', 'warning', 'error']

function spoken({ rule, entry, severity, path, range }: Finding, { targets }: BoundariesProject): readonly string[] {
  if (!isOfHouse(path)) return []
  if (rule === 'boundaries/unassigned') return [`no-unknown-files (${severity}): ${path}`]
  if (rule !== 'boundaries/rules') return []
  const { line } = (range as { readonly start: { readonly line: number } }).start
  return [`${entry?.replace(/\/.*$/, '')} (${severity}): ${path}:${line} > ${targets.get(`${path}:${line}`) ?? ''}`]
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort()
}
