// What the build says of a catalog that somebody wrote, down to the line.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { buildKnowledge, compileKnowledge } from '../../build/knowledge.mjs'

const shared = {
  'rules/catalog/capabilities.yaml': 'cranes: crane\n',
  'rules/catalog/alternatives.yaml': 'rope:\n  what: any rope\n  packages: [rope]\n',
  'rules/catalog/exemptions.yaml': '- kind: types\n  why: Types only.\n  match: ["@types/*"]\n',
}

const harbour = `name: Harbour
source: the harbour master
checked: 2026-01-15
packages:
  - match: '@harbour/crane'
    capability: cranes
    level: proprietary-api
    why: Only this harbour lifts.
    instead: [rope]
`

function folder(test: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bulkhead-'))
  test.after(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries({ ...shared, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

function mistakes(test: TestContext, files: Readonly<Record<string, string>>): readonly string[] {
  return compileKnowledge(folder(test, files)).mistakes
}

test('a vendor is one file', (t) => {
  assert.deepEqual(mistakes(t, { 'rules/catalog/harbour.yaml': harbour }), [])
})

test('an unknown level, capability or alternative is told with its line', (t) => {
  const wrong = harbour.replace('proprietary-api', 'locked').replace('cranes', 'craines').replace('[rope]', '[rope, chain]')
  assert.deepEqual(mistakes(t, { 'rules/catalog/harbour.yaml': wrong }), [
    "rules/catalog/harbour.yaml:6: 'craines' is no capability (capabilities.yaml lists them)",
    "rules/catalog/harbour.yaml:7: 'locked' is no level; levels are proprietary-api, depends-on-call, vendor-hosted-open-protocol, portable",
    "rules/catalog/harbour.yaml:9: 'chain' is no alternative (alternatives.yaml lists them)",
  ])
})

test('a package that two vendors claim, or one that is exempt, is told with both places', (t) => {
  assert.deepEqual(mistakes(t, { 'rules/catalog/harbour.yaml': harbour, 'rules/catalog/port.yaml': harbour.replace("'@harbour/crane'", "['@harbour/crane', '@types/*']") }), [
    "rules/catalog/port.yaml:5: '@harbour/crane' is already listed at rules/catalog/harbour.yaml:5",
    "rules/catalog/port.yaml:5: '@types/*' is already listed at rules/catalog/exemptions.yaml:3",
  ])
})

test('an unknown key, a missing one and half a sentence are told', (t) => {
  const wrong = harbour.replace('    instead', '    insted').replace('    capability: cranes\n', '').replace('lifts.', 'lifts')
  assert.deepEqual(mistakes(t, { 'rules/catalog/harbour.yaml': wrong }), [
    "rules/catalog/harbour.yaml:8: 'insted' is no key here",
    'rules/catalog/harbour.yaml:5: capability is missing',
    "rules/catalog/harbour.yaml:7: 'Only this harbour lifts' is no sentence: it starts with a capital and ends with a full stop",
  ])
})

test('a rule page is named after its rule', (t) => {
  assert.deepEqual(mistakes(t, { 'rules/vendors/rope.md': '# rope\n' }), ["rules/vendors/rope.md:1: a page begins with '# vendors/rope'"])
})

test('the same sources give the same bytes, and an equal file is left alone', (t) => {
  const root = folder(t, { 'rules/catalog/harbour.yaml': harbour })
  const written = (): unknown => {
    buildKnowledge(root)
    const path = join(root, 'generated', 'knowledge.json')
    return { text: readFileSync(path, 'utf8'), at: statSync(path, { bigint: true }).mtimeNs }
  }
  assert.deepEqual(written(), written())
})
