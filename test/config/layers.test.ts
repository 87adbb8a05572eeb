import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policyOf, problemsOf } from './project.ts'

function layersIn(files: string, config: string): readonly string[] {
  const [stack] = policyOf({ files, config }).stacks
  assert.ok(stack !== undefined)
  return files.split(' ').map((path) => `${path}: ${stack.layerOf(path)?.name ?? 'none'}`)
}

const optional = (names: string): string => names.split(' ').map((name) => `{ name: ${name}, optional: true }`).join(', ')

test('a name takes every folder of that name, at any depth, and of nested ones the outermost', () => {
  assert.deepEqual(layersIn('src/business/pay.ts apps/x/business/y.ts services/api/helpers/z.ts helpers/api/q.ts src/businesses/no.ts main.ts', `layers: [business, ${optional('services helpers api')}]`), [
    'src/business/pay.ts: business', 'apps/x/business/y.ts: business', 'services/api/helpers/z.ts: services', 'helpers/api/q.ts: helpers', 'src/businesses/no.ts: none', 'main.ts: none',
  ])
})

test('in Python a file of that name is one too', () => {
  assert.deepEqual(layersIn('app/models.py app/models/x.py app/models.ts', 'layers: [models]'), ['app/models.py: models', 'app/models/x.py: models', 'app/models.ts: none'])
})

test('the highest comes first, and an inner list stands at one height', () => {
  const [stack] = policyOf({ files: 'a/x.ts b/x.ts c/x.ts d/x.ts', config: 'layers: [a, [b, { name: c, closed: true }], { name: d, siblings: forbid }]' }).stacks
  assert.deepEqual(stack?.layers.map(({ name, height, closed, siblings }) => [name, height, closed, siblings]), [['a', 0, false, 'free'], ['b', 1, false, 'free'], ['c', 1, true, 'free'], ['d', 2, false, 'forbid']])
})

test('files say more than a name, and the most specific of them most', () => {
  assert.deepEqual(layersIn('libs/infra/api/x.ts services/pay/adapters/y.ts services/pay/api/z.ts', 'layers: [{ name: api, optional: true }, { name: low, files: [libs/infra, "services/*"] }, { name: adapters, files: "services/*/adapters" }]'), ['libs/infra/api/x.ts: low', 'services/pay/adapters/y.ts: adapters', 'services/pay/api/z.ts: low'])
})

test("a module's own word comes first, then files, then the names along its folder and not deeper", () => {
  const config = `
layers: [top, { name: middle, files: src/special }, bottom]
modules:
  said: { files: src/bottom/said, layer: top }
  flat: src/bottom
  deep: lib
  root: { files: "*.ts" }
`
  assert.deepEqual(layersIn('src/bottom/said/x.ts src/bottom/y.ts lib/bottom/z.ts src/special/q.ts main.ts top/t.ts', config), [
    'src/bottom/said/x.ts: top', 'src/bottom/y.ts: bottom', 'lib/bottom/z.ts: none', 'src/special/q.ts: middle', 'main.ts: none', 'top/t.ts: top',
  ])
})

test('a capture called layer takes the names of layers only, and sets the layer', () => {
  const policy = policyOf({ files: 'services/pay/api/x.ts services/pay/core/y.ts services/pay/docs/z.ts', config: 'layers: [api, core]\nmodules:\n  "{domain}/{layer}": services/{domain}/{layer}\n' })
  assert.deepEqual(policy.modules.map(({ name, layer }) => [name, layer]), [['pay/api', 'api'], ['pay/core', 'core']])
  assert.equal(policy.moduleOf('services/pay/docs/z.ts'), undefined)
})

test('a folder that a layer took and no module covers is a module named by its path, and bears the tag of its layer', () => {
  const policy = policyOf({ files: 'src/business/pay/a.ts src/business/x.ts src/infra/s3.ts', config: 'layers: [business, infra]\nmodules: { pay: src/business/pay }' })
  assert.deepEqual(policy.modules.map(({ name, layer }) => [name, layer]), [['pay', undefined], ['src/business', 'business'], ['src/infra', 'infra']])
  assert.equal(policy.folderOf('src/business/x.ts'), 'src/business')
  assert.deepEqual([...policy.tagsOf('src/business/pay/a.ts')], ['layer:business'])
})

test("a part is a module, else a folder directly in the layer's; files directly in it are no part's", () => {
  const [stack] = policyOf({ files: 'src/business/pay/a.ts src/business/cart/b.ts src/business/x.ts src/business/cart/till/c.ts', config: 'layers: [business]\nmodules: { pay: src/business/pay }' }).stacks
  assert.deepEqual(['src/business/pay/a.ts', 'src/business/cart/b.ts', 'src/business/cart/till/c.ts', 'src/business/x.ts'].map((path) => stack?.partOf(path)), ['pay', 'src/business/cart', 'src/business/cart', undefined])
})

const wrong: readonly (readonly [what: string, files: string, config: string, says: readonly string[]])[] = [
  ['a name that takes no folder names the nearest', 'src/infrastructure/x.ts', 'layers:\n  - infrastructur\n', ['2:5 no-match: no folder is called infrastructur, so the layer takes no file (the nearest folder is src/infrastructure)']],
  ['or what there is', 'src/x.ts lib/y.ts', 'layers: [business]\n', ['1:10 no-match: no folder is called business, so the layer takes no file (there are lib, src: give the layer its files)']],
  ['unless it is optional', 'src/x.ts', 'layers: [{ name: business, optional: true }]\n', []],
  ['a name whose folders lie in other layers', 'services/api/x.ts', 'layers: [services, api]\n', ['1:20 no-match: api takes no file: its folders lie in other layers or modules (services/api/x.ts lies in one; give the layer its files)']],
  ['files that take none', 'services/api/x.ts', 'layers:\n  - { name: low, files: services/apo }\n', ['2:25 no-match: services/apo takes no file (the nearest path is services/api)']],
  ['two layers of one name', 'a/x.ts', 'layers: [a, { name: a }]\n', ['1:21 duplicate-name: two layers are called a']],
]

for (const [what, files, config, says] of wrong) {
  test(`layers: ${what}`, () => assert.deepEqual(problemsOf({ files, config }), says))
}

test('layers: two with equal claims to one file', () => {
  assert.deepEqual(problemsOf({ files: 'a/b/x.ts', config: 'layers:\n  - { name: one, files: "*/b" }\n  - { name: two, files: "*/b" }\n' }), ['3:13 ambiguous: one and two both take a/b/x.ts, and neither is more specific (bulkhead.yaml:2 says the other: name one more folder in one of them)'])
})
