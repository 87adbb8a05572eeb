// Sheriff and bulkhead on the same code, each with the configuration that is the other's: the same imports are wrong, and for the same reason.
import assert from 'node:assert/strict'
import { readFileSync, symlinkSync } from 'node:fs'
import { join, posix } from 'node:path'
import { after, test } from 'node:test'
import { violatesDependencyRule, violatesEncapsulationRule } from '@softarc/sheriff-core'
import { nodeModules } from '../../support/node-modules.ts'
import { bulkhead, check, onDisk, put, written, type Finding } from './on-disk.ts'
import { sheriffCases, type SheriffCase } from './sheriff-configs.ts'

const modules = ['holidays/feature', 'holidays/data', 'customers/feature', 'customers/data', 'shared/ui', 'shared/util'].map((name) => `src/app/${name}`)
const inner = ['face', 'internal/deep', 'hidden/deep', '_own']
const outside = ['src/main', 'src/app/frame', 'src/app/holidays/plan']

/** Everything imports everything. */
function project({ barrels, config }: SheriffCase): Readonly<Record<string, string>> {
  const indexed = modules.filter((_, index) => barrels === 'all' || (barrels === 'some' && index % 2 === 0))
  const all = [...outside, ...modules.flatMap((module) => inner.map((name) => `${module}/${name}`)), ...indexed.map((module) => `${module}/index`)]
  const importing = (file: string): string => all.filter((each) => each !== file).map((each) => `import '${relative(file, each)}'`).join('\n')
  const files = Object.fromEntries(all.map((file) => [`${file}.ts`, `${file.endsWith('/index') ? '' : importing(file)}\nexport const x = 1\n`]))
  return {
    ...files, 'package.json': '{ "name": "tours" }', 'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }', 'src/data.json': '{}',
    'sheriff.config.ts': `import { anyTag, noDependencies, sameTag, SheriffConfig } from '@softarc/sheriff-core'\n\nexport const config: SheriffConfig = ${config}\n`,
  }
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

const totals = { configs: 0, wrong: 0, differences: 0 }
after(() => console.log(`${totals.configs} configurations of Sheriff: ${totals.wrong} wrong imports, ${totals.differences} differences`))

for (const each of sheriffCases) {
  test(`the same imports are wrong: ${each.name}`, async (t) => {
    const root = onDisk(t, project(each))
    const init = await bulkhead(root, ['init', '--from', 'sheriff', '--yes'])
    assert.equal(init.status, 0, init.err)
    const report = await check(root)
    assert.deepEqual(report.problems, [], written(root))
    assert.match(init.out, /nothing left out\.\n$/)
    const ours = unique(report.findings.filter(({ path, status }) => path.startsWith('src/') && status === 'new').flatMap(spoken))
    // Its own project ends at a package.json of its own; its configuration is compiled beside its own package.
    put(root, { 'node_modules/.keep': '' })
    symlinkSync(join(nodeModules, '@softarc'), join(root, 'node_modules/@softarc'), 'junction')
    const theirs = unique(Object.keys(project(each)).filter((path) => path.startsWith('src/') && path.endsWith('.ts')).flatMap((path) => violations(root, path)))
    const [missed, added] = [theirs.filter((one) => !ours.includes(one)), ours.filter((one) => !theirs.includes(one))]
    totals.configs++
    totals.wrong += theirs.length
    totals.differences += missed.length + added.length
    assert.ok(theirs.length > 0)
    assert.deepEqual({ missed: missed.slice(0, 8), added: added.slice(0, 8) }, { missed: [], added: [] }, written(root))
  })
}

test('what it cannot say, it names', async (t) => {
  const config = `{
    autoTagging: false, entryFile: 'src/main.ts', someday: 1, log: true, ignoreFileExtensions: (defaults) => [...defaults, 'yaml'],
    modules: { 'src/app': { '/^nothing$/': 'x', '<domain>/<type>': (names) => (names.domain === 'shared' ? ['shared'] : ['domain:' + names.domain]) } },
    depRules: { root: ({ toTags }) => toTags.length > 1, 'gone:*': 'noTag' } }`
  const root = onDisk(t, project({ name: '', barrels: 'all', config }))
  const init = await bulkhead(root, ['init', '--from', 'sheriff', '--yes'])
  for (const said of [
    "modules: src/app/<domain>/<type>  its tags are what a function says, and what that does was not to be seen from outside: (names) => (names.domain === 'shared'", 'modules: src/app//^nothing$/  no line says it in general', 'depRules: root  a function decides: ({ toTags }) => toTags.length > 1',
    'depRules: gone:*  no module has a tag like this yet', 'entryFile  bulkhead judges all files', 'autoTagging  Sheriff stops at a barrel', 'someday  bulkhead does not know this key', 'ignoreFileExtensions  a function says it',
  ]) assert.ok(init.out.includes(said), `${said}\n${init.out}`)
  assert.doesNotMatch(init.out, /\blog\b/)
  assert.deepEqual((await check(root)).problems, [])
})

test('a configuration is run once, and by someone who was told', async (t) => {
  const [each] = sheriffCases
  const root = onDisk(t, project(each ?? assert.fail()))
  const alone = await bulkhead(root, ['init', '--from', 'sheriff'])
  assert.deepEqual([alone.status, /sheriff\.config\.ts is code, and has to be run to be read/.test(alone.err)], [2, true])
})

function spoken({ rule, entry, path, target }: Finding): readonly string[] {
  const isHidden = rule === 'boundaries/api' || entry === 'encapsulated' || entry === 'root-is-closed'
  return rule === 'boundaries/rules' || isHidden ? [`${isHidden ? 'hidden' : 'not allowed'}: ${path} > ${String(target)}`] : []
}

function violations(root: string, path: string): readonly string[] {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  const specifiers = [...text.matchAll(/^import '(.*)'$/gm)].map(([, specifier]) => specifier ?? '')
  const target = (specifier: string): string => `${posix.join(posix.dirname(path), specifier)}.ts`
  return [
    ...specifiers.filter((specifier, index) => violatesDependencyRule(file, specifier, index === 0, text) !== '').map((specifier) => `not allowed: ${path} > ${target(specifier)}`),
    ...specifiers.filter((specifier, index) => violatesEncapsulationRule(file, specifier, index === 0, text, false) !== '').map((specifier) => `hidden: ${path} > ${target(specifier)}`),
  ]
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort()
}
