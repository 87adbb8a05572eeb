// `bulkhead init --from`, in folders on disk: what it runs, what it writes, and when it does neither.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { runSettings } from '../../../server/io/run-settings.ts'
import { bulkhead, check, onDisk, written } from './on-disk.ts'

const harbour = {
  'package.json': '{ "name": "harbour", "type": "module" }',
  'boats/sail.ts': "import '../office/fees.ts'\n",
  'office/fees.ts': 'export const fees = 1\n',
}
const rules = '{ "forbidden": [{ "name": "boats-apart", "severity": "error", "from": { "path": "^boats/" }, "to": { "path": "^office/" } }] }'

async function from(t: TestContext, files: Readonly<Record<string, string>>, args: readonly string[] = [], answer?: string) {
  const root = onDisk(t, { ...harbour, ...files })
  return { root, ...await bulkhead(root, ['init', '--from', 'dependency-cruiser', ...args], answer) }
}

test('JSON is read as data, and what it says is enforced', async (t) => {
  const { root, status, out, err } = await from(t, { '.dependency-cruiser.json': `// ours\n${rules}` })
  assert.deepEqual([status, out], [0, 'Read .dependency-cruiser.json of dependency-cruiser: 1 rule carried over, nothing left out.\n'])
  assert.match(err, /^Wrote bulkhead\.yaml\.\nNext: bulkhead check/)
  const { problems, findings } = await check(root)
  assert.deepEqual([problems, findings.map(({ message }) => message)], [[], ['boats/sail.ts may not use office/fees.ts']])
})

test('what could not be said is counted, named, and stands in the file', async (t) => {
  const { root, out, err } = await from(t, { '.dependency-cruiser.json': '{ "forbidden": [{ "name": "back", "from": { "path": "(a)\\\\1" }, "to": {} }], "options": { "maxDepth": 2 } }' })
  assert.match(out, /0 rules carried over, 2 could not be said\.\n {2}options\.maxDepth {2}bulkhead always reads the whole project\n {2}back {2}from: it refers back/)
  assert.match(err, /what could not be said stands in it as comments/)
  assert.match(written(root), /# Not said: back: from: it refers back/)
  assert.deepEqual((await check(root)).problems, [])
})

test('violations that were known are the baseline', async (t) => {
  const known = (to: string): string => `{ "type": "dependency", "from": "boats/sail.ts", "to": "${to}", "rule": { "name": "boats-apart", "severity": "error" } }`
  const more = { 'boats/hull.ts': "import '../office/fees.ts'\n" }
  const inFile = await from(t, { ...more, '.dependency-cruiser.json': rules, '.dependency-cruiser-known-violations.json': `[${known('office/fees.ts')}, ${known('office/gone.ts')}]` })
  assert.match(inFile.err, /^Wrote bulkhead\.yaml and bulkhead-baseline\.yaml with 1 finding that dependency-cruiser was told to pass over\.\n/)
  const inConfig = await from(t, { ...more, '.dependency-cruiser.json': rules.replace(/\}$/, `, "options": { "knownViolations": [${known('office/fees.ts')}] } }`) })
  for (const { root, out } of [inFile, inConfig]) {
    assert.match(out, /nothing left out/)
    assert.deepEqual((await check(root)).findings.map(({ path, status }) => [path, status]), [['boats/hull.ts', 'new'], ['boats/sail.ts', 'known']])
  }
})

test('code is run only by someone who was told', async (t) => {
  const files = { 'ran.cjs': '', '.dependency-cruiser.cjs': `require('node:fs').writeFileSync('ran', '')\nconsole.log('noise')\nmodule.exports = ${rules}` }
  const alone = await from(t, files)
  assert.deepEqual([alone.status, existsSync(join(alone.root, 'ran'))], [2, false])
  assert.match(alone.err, /\.dependency-cruiser\.cjs is code, and has to be run to be read\n {2}to run it once: --yes/)

  const refused = await from(t, files, [], 'n')
  assert.deepEqual([refused.status, existsSync(join(refused.root, 'ran')), refused.asked], [2, false, ['.dependency-cruiser.cjs is code: to read it, it is run once. Run it?']])

  const agreed = await from(t, files, [], '')
  assert.deepEqual([agreed.status, existsSync(join(agreed.root, 'ran'))], [0, true])

  const told = await from(t, files, ['--yes'])
  assert.deepEqual([told.status, told.asked], [0, []])
  assert.match(told.err, /^\.dependency-cruiser\.cjs is code: it is run once, to be read\.\n/)
  assert.match(written(told.root), /id: boats-apart/)
})

test('modules, and what wants to be imported as one', async (t) => {
  for (const name of ['.dependency-cruiser.mjs', '.dependency-cruiser.js']) {
    const { root, status } = await from(t, { [name]: `export default ${rules}` }, ['--yes'])
    assert.equal(status, 0)
    assert.match(written(root), /id: boats-apart/)
  }
})

test('what is extended comes along: files as data, packages by running them', async (t) => {
  const beside = await from(t, { 'base.json': rules, '.dependency-cruiser.json': '{ "extends": "./base.json" }' })
  assert.equal(beside.status, 0)
  assert.match(written(beside.root), /id: boats-apart/)

  const ofPackage = { 'node_modules/rules/package.json': '{ "name": "rules", "exports": {} }', 'node_modules/rules/configs/strict.cjs': `module.exports = ${rules}`, '.dependency-cruiser.json': '{ "extends": ["rules/configs/strict"] }' }
  const asked = await from(t, ofPackage)
  assert.match(asked.err, /^bulkhead: \.dependency-cruiser\.json extends rules\/configs\/strict, which may be code, and has to be run/)
  const run = await from(t, ofPackage, ['--yes'])
  assert.equal(run.status, 0, run.err)
  assert.match(written(run.root), /id: boats-apart/)
})

test('a configuration that extends itself is none', async (t) => {
  const { status, err } = await from(t, { 'base.json': '{ "extends": "./.dependency-cruiser.json" }', '.dependency-cruiser.json': '{ "extends": "./base.json" }' })
  assert.equal(status, 2)
  assert.match(err, /extends itself/)
})

test('a file that was written by hand is not written over, unless someone says so', async (t) => {
  const files = { '.dependency-cruiser.json': rules, 'bulkhead.yaml': 'cycles: forbid\n' }
  const kept = await from(t, files)
  assert.deepEqual([kept.status, written(kept.root)], [2, 'cycles: forbid\n'])
  assert.match(kept.err, /bulkhead\.yaml is there already.*\n {2}to write over it: --force/)
  const forced = await from(t, files, ['--force'])
  assert.equal(forced.status, 0)
  assert.match(written(forced.root), /id: boats-apart/)
})

test('where there is nothing to read, it says where it looked', async (t) => {
  const nothing = await from(t, {})
  assert.equal(nothing.status, 2)
  assert.match(nothing.err, /looked for as \.dependency-cruiser\.js, \.dependency-cruiser\.cjs/)
  assert.match((await from(t, {}, ['elsewhere.json'])).err, /there is no elsewhere\.json/)
  const { root } = nothing
  assert.match((await bulkhead(root, ['init', '--from', 'madge'])).err, /reads no configuration of madge\n {2}it reads those of dependency-cruiser/)
  assert.match((await bulkhead(root, ['init', 'x.json'])).err, /init takes x\.json with --from only/)
})

test('broken configurations say what is wrong', async (t) => {
  assert.match((await from(t, { '.dependency-cruiser.json': '{\n "forbidden": [ }' })).err, /\.dependency-cruiser\.json:2 is no JSON/)
  const yaml = await bulkhead(onDisk(t, { '.eslintrc.yml': 'rules:\n  a: "b\n' }), ['init', '--from', 'eslint-plugin-boundaries'])
  assert.deepEqual([yaml.status, /\.eslintrc\.yml:[23] is no YAML: /.test(yaml.err)], [2, true])
  assert.match((await from(t, { '.dependency-cruiser.cjs': 'module.exports = (' }, ['--yes'])).err, /\.dependency-cruiser\.cjs:1 could not be run: Unexpected/)
  assert.match((await from(t, { '.dependency-cruiser.cjs': "throw new Error('low tide')" }, ['--yes'])).err, /\.dependency-cruiser\.cjs:1 could not be run: low tide/)
  assert.match((await from(t, { '.dependency-cruiser.mjs': 'export const a = 1\nexport default {,}' }, ['--yes'])).err, /\.dependency-cruiser\.mjs:2 could not be run: Unexpected/)
  assert.match((await from(t, { '.dependency-cruiser.cjs': 'process.exit(3)' }, ['--yes'])).err, /ended with status 3 and without an answer/)
  assert.match((await from(t, { '.dependency-cruiser.json': '{ "extends": "nowhere" }' }, ['--yes'])).err, /could not be run: Cannot find module 'nowhere'/)
})

test('a configuration that never ends is stopped', (t) => {
  const root = onDisk(t, { 'slow.mjs': 'setInterval(() => {}, 1000)\nawait new Promise(() => {})' })
  const ran = runSettings({ path: 'slow.mjs', root, hasExtends: false, limitMs: 600 })
  assert.deepEqual(ran.kind === 'failed' && ran.message, 'slow.mjs did not end within 1 s')
})
