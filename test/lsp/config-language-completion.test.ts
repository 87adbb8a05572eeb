import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { jsonSchema } from '../../server/session/index.ts'
import { configEditor, good, shop } from './config-editor.ts'

/** One server for all: each test types a text of its own. */
const config = await configEditor({ after })

test('keys: at the top those that are not there yet, with what they mean', async () => {
  const offered = await config.complete(`${good}|`)
  assert.ok(offered.has('exceptions') && offered.has('budgets') && offered.has('ignore'))
  assert.ok(!offered.has('rules') && !offered.has('layers'))
  assert.match(offered.get('ignore')?.documentation?.value ?? '', /nobody judges/)
  assert.match(offered.get('ignore')?.written ?? '', /\nignore: $/)
  assert.match(offered.get('exceptions')?.written ?? '', /\nexceptions:\n {2}- $/)
  assert.match(offered.get('vendors')?.written ?? '', /\nvendors:\n {2}$/)
})

test('keys: of a rule, the needed ones first, wherever the cursor is in it', async () => {
  for (const marked of ['rules:\n  - |\n', 'rules:\n  - fr|\n', 'rules: [{ | }]\n', 'rules: [{ fr| }]\n', 'rules:\n  - { id: a, | }\n', 'rules:\n  - id: a\n    |\n', 'rules:\n  - id: a\n    fr|\n    to: web\n', 'rules:\n  - |from: web\n']) {
    const offered = await config.complete(marked)
    assert.ok(offered.has('from') && offered.has('only'), marked)
    assert.equal(offered.has('id'), !marked.includes('id:'), marked)
    if (!marked.includes('id:')) assert.equal(offered.get('id')?.detail, 'needed', marked)
  }
})

test('keys: a list that is not begun yet begins with a dash', async () => {
  const offered = await config.complete('rules:\n  |\n')
  assert.equal(offered.get('- id')?.written, 'rules:\n  - id: \n')
})

test('keys: one that has its colon keeps it', async () => {
  const offered = await config.complete('rules:\n  - id: a\n    fr|: web\n')
  assert.equal(offered.get('from')?.written, 'rules:\n  - id: a\n    from: web\n')
})

test('keys that the format has learnt appear by themselves', async () => {
  const rule = await config.complete('rules: [{ id: a, | }]\n')
  assert.deepEqual([...rule.keys()].sort(), Object.keys(propertiesWith(jsonSchema(), 'forbid')).filter((key) => key !== 'id').sort())
})

test('words to choose from', async () => {
  assert.deepEqual([...(await config.complete('cycles: |\n')).keys()], ['forbid', 'off'])
  assert.deepEqual([...(await config.complete('rules: [{ id: a, from: web, forbid: business, severity: w| }]\n')).keys()], ['error', 'warning', 'info', 'off'])
  assert.equal((await config.complete('cycles: |\n')).get('off')?.written, 'cycles: "off"\n')
  assert.equal((await config.complete('modules: { a: { files: web, optional: | } }\n')).get('true')?.written, 'modules: { a: { files: web, optional: true } }\n')
  assert.ok((await config.complete('cycles: { kinds: [load, |] }\n')).has('runtime'))
})

test('names: modules, layers and tags, of this very text', async () => {
  await config.settle(good)
  const offered = await config.complete(`${good}exceptions:\n  - { from: | }\n`)
  for (const name of ['storage', 'pay/core', 'web', 'data', 'tag:money', 'tag:test', 'path:', 'vendor:', '*']) assert.ok(offered.has(name), name)
  assert.equal(offered.get('*')?.written, `${good}exceptions:\n  - { from: "*" }\n`)
  const fresh = await config.complete(`${good.replace('storage: { files', 'depot: { files')}exceptions:\n  - { from: | }\n`)
  assert.ok(fresh.has('depot'))
})

test('names: in flow maps with holes', async () => {
  const head = good.slice(0, good.indexOf('rules:'))
  for (const rule of ['{ from: |, only: [ ] }', '{ from: | , only: [] }', '{ from: web, only: [ | ] }', '{ from: web, only: [|', '{ from: web, only: [ storage, |\n  - { id: b, from: web, only: [] }', '{ from: web, only: { not: | } }', '{ from: "|", only: [] }', '{ from: st|']) {
    const offered = await config.complete(`${head}rules:\n  - ${rule}\ncycles: forbid\n`)
    assert.ok(offered.has('storage') && offered.has('web'), rule)
  }
})

test('after a prefix: what it may go on with', async () => {
  await config.settle(good)
  const after = async (typed: string): Promise<readonly string[]> => [...(await config.complete(`${good}exceptions: [{ from: ${typed}| }]\n`)).keys()]
  assert.deepEqual((await after('tag:')).filter((label) => /money|test|part:pay/.test(label)).toSorted(), ['tag:money', 'tag:part:pay', 'tag:test'])
  assert.deepEqual((await after('layer:')).toSorted(), ['layer:business', 'layer:data', 'layer:web'])
  assert.ok((await after('module:')).includes('module:storage'))
  assert.deepEqual(await after('folder:'), ['above', 'same', 'below'])
  assert.deepEqual(await after('env:'), ['TAX_RATE'])
  assert.deepEqual((await after('pkg:')).toSorted(), ['@aws-sdk/client-s3', 'pg', 'zod'])
  assert.ok((await after('builtin:')).includes('fs/promises'))
  assert.ok((await after('vendor:')).includes('aws'))
  assert.ok((await after('vendor:aws:')).includes('s3'))
  assert.deepEqual(await after('storage:'), ['rows.ts'])
})

test('behind a package, what is asked of it', async () => {
  const rule = (atom: string): string => `rules: [{ id: a, from: web, forbid: "${atom}" }]\n`
  const offered = await config.complete(rule('pkg:pg[|'))
  assert.ok(offered.has('license=') && offered.has('deprecated]') && offered.has('declared=none]'))
  assert.equal(offered.get('declared=dev]')?.written, rule('pkg:pg[declared=dev]'))
  assert.ok((await config.complete(rule('pkg:pg[license=MIT][|'))).has('declared=prod]'))
  assert.ok((await config.complete(rule('pkg:pg[license=MIT]|'))).has('zod'))
  assert.ok((await config.complete('modules: { a: { files: web, packages: ["pg[|"] } }\n')).has('deprecated]'))
})

test('captures of the other side', async () => {
  const rule = (object: string): string => `rules: [{ id: a, from: ["path:{part}/{name}/**", "re:(?<part>x)"], forbid: "${object}" }]\n`
  const offered = await config.complete(rule('path:{|'))
  assert.deepEqual([...offered.keys()], ['{part}', '{name}'])
  assert.equal(offered.get('{part}')?.written, rule('path:{part}'))
  assert.ok(!(await config.complete(rule('path:{part}/|'))).has('{part}'))
  assert.deepEqual([...(await config.complete('modules: { "{part}/core": { files: "business/{part}", uses: ["{|"] } }\n')).keys()], ['{part}'])
})

test('paths: segment by segment, of the files that there are', async () => {
  await config.settle(good)
  const paths = async (typed: string): Promise<readonly string[]> => [...(await config.complete(`rules: [{ id: a, forbid: web, from: "path:${typed}|" }]\n`)).keys()].sort()
  assert.deepEqual(await paths(''), ['bulkhead.yaml', 'business', 'package.json', 'storage', 'web'])
  assert.deepEqual(await paths('business/'), ['pay', 'stock'])
  assert.deepEqual(await paths('business/pay/t'), ['price.ts', 'tax.ts'])
  assert.deepEqual(await paths('business/*/'), ['price.ts', 'shelf.ts', 'tax.ts'])
  const offered = await config.complete('modules:\n  a:\n    files: business/st|\n')
  assert.equal(offered.get('stock')?.written, 'modules:\n  a:\n    files: business/stock\n')
})

test('a new layer: folders by their names', async () => {
  await config.settle(good)
  const offered = await config.complete('layers: [web, b|]\n')
  assert.ok(offered.has('business') && offered.has('storage') && offered.has('pay'))
  assert.equal(offered.get('pay')?.detail, 'business/pay')
})

test('packages, without a prefix where only packages stand', async () => {
  const offered = await config.complete('modules: { storage: { files: storage, packages: [p|] } }\n')
  assert.ok(offered.has('pg') && offered.has('zod') && offered.has('builtin:'))
  assert.match(offered.get('@aws-sdk/client-s3')?.detail ?? '', /AWS|Amazon/)
  assert.equal(offered.get('@aws-sdk/client-s3')?.written, 'modules: { storage: { files: storage, packages: ["@aws-sdk/client-s3"] } }\n')
})

test('checks, ids of entries, vendors as keys, units of budgets', async () => {
  assert.ok((await config.complete('checks:\n  boundaries/unres|\n')).has('boundaries/unresolved'))
  assert.ok(!(await config.complete('checks:\n  boundaries/unresolved: error\n  |\n')).has('boundaries/unresolved'))
  const rules = await config.complete(`${good}exceptions:\n  - rule: |\n`)
  assert.ok(rules.has('storage-alone') && rules.has('boundaries/cycles'))
  const allow = await config.complete('vendors:\n  allow: { | }\n')
  assert.ok(allow.has('aws') && allow.has('*') && allow.has('capability:llm'))
  assert.equal(allow.get('*')?.written, 'vendors:\n  allow: { "*":  }\n')
  assert.deepEqual([...(await config.complete('budgets: { "vendor:aws.|": 3 }\n')).keys()], ['files', 'imports', 'findings', 'known'])
  assert.ok((await config.complete(`${good}exceptions:\n  - until: |\n`)).has('never'))
})

test('what to extend: presets and yaml files, in a list', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'rules/base.yaml': 'cycles: forbid\n' } })
  const offered = await config.complete('extends: |\n')
  assert.equal(offered.get('preset:layered')?.written, 'extends: [preset:layered]\n')
  assert.ok((await config.complete('extends: [rules/|]\n')).has('base.yaml'))
})

test('workspace packages, where a module takes its files', async (t) => {
  const files = { 'package.json': '{ "workspaces": ["packages/*"] }\n', 'packages/till/package.json': '{ "name": "@shop/till" }\n', 'packages/till/index.ts': '' }
  const config = await configEditor(t, { files, config: 'cycles: forbid\n' })
  assert.ok((await config.complete('modules:\n  till: workspace:|\n')).has('workspace:@shop/till'))
})

test('in a base, and of what another file declares', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'rules/base.yaml': 'cycles: forbid\n' }, config: `extends: [rules/base.yaml]\n${good.replace('version: 1\n', '').replace('cycles: forbid\n', '')}`, path: 'rules/base.yaml' })
  assert.ok((await config.complete('rules: [{ id: b, from: web, forbid: | }]\n')).has('storage'))
})

test('while the text is broken, the rest of it counts all the same', async () => {
  await config.settle(good)
  for (const broken of ['layers: [web, business\n', 'mod\n', 'ignore: "never closed\n', 'rules:\n\t- x\n']) {
    const offered = await config.complete(`${broken}${good.slice('version: 1\n'.length)}exceptions:\n  - from: |\n    rule: storage-alone\n`)
    assert.ok(offered.has('storage') && offered.has('data'), broken)
  }
})

test('nothing where anything may stand, and in files that are no configuration', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'other.yaml': 'a: b\n' } })
  assert.equal((await config.complete('rules: [{ id: a, why: | }]\n')).size, 0)
  assert.equal((await config.complete('# comment |\nversion: 1\n')).size, 0)
  config.code.open('other.yaml', 'rules: [{ from:  }]\n')
  const { result } = await config.code.rpc.request('textDocument/completion', { textDocument: { uri: config.code.uri('other.yaml') }, position: { line: 0, character: 16 } })
  assert.equal(result, null)
})

/** Of the first map in a schema that has this key. */
function propertiesWith(schema: unknown, key: string): object {
  const left: unknown[] = [schema]
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    if (typeof next !== 'object' || next === null) continue
    if ('properties' in next && typeof next.properties === 'object' && next.properties !== null && key in next.properties) return next.properties
    left.push(...Object.values(next))
  }
  return {}
}
