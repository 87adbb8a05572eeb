import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policyOf, problemsOf, type Written } from './project.ts'

/** Of each file: 'folder of the stack: layer' for each stack that has one for it. */
function layersIn(files: string, config: string): readonly string[] {
  const { stacks } = policyOf({ files, config })
  return files.split(' ').map((path) => `${path}: ${stacks.flatMap((stack) => {
    const layer = stack.layerOf(path)
    return layer === undefined ? [] : `${stack.folder || '.'} ${layer.name}`
  }).join(', ') || 'none'}`)
}

test('a stack stands in its folder, and has no say outside it', () => {
  assert.deepEqual(layersIn('apps/web/src/pages/x.ts apps/web/src/shared/y.ts apps/web/pages/z.ts apps/web/src/main.ts libs/shared/q.ts', 'layers:\n  apps/web/src: [pages, shared]\n'), [
    'apps/web/src/pages/x.ts: apps/web/src pages', 'apps/web/src/shared/y.ts: apps/web/src shared', 'apps/web/pages/z.ts: none', 'apps/web/src/main.ts: none', 'libs/shared/q.ts: none',
  ])
})

test('where a pattern takes several folders, each has a stack of its own; a file is in no folder', () => {
  const { stacks } = policyOf({ files: 'services/pay/api/x.ts services/pay/core/x.ts services/mail/core/y.ts services/index.ts', config: 'layers: { "services/*": [api, core] }' })
  assert.deepEqual(stacks.map(({ folder }) => folder), ['services/mail', 'services/pay'])
})

test('a list is the stack in the root, and so is one whose folder is a dot', () => {
  assert.deepEqual(layersIn('src/a/x.ts b/y.ts', 'layers: { .: [a, b] }'), layersIn('src/a/x.ts b/y.ts', 'layers: [a, b]'))
})

test('a file has a layer of each stack around it', () => {
  const files = 'apps/web/pages/x.ts apps/web/ui/y.ts apps/web/main.ts libs/z.ts'
  const config = 'layers:\n  .: [apps, libs]\n  apps/*: [pages, ui]\n'
  assert.deepEqual(layersIn(files, config), ['apps/web/pages/x.ts: . apps, apps/web pages', 'apps/web/ui/y.ts: . apps, apps/web ui', 'apps/web/main.ts: . apps', 'libs/z.ts: . libs'])
  const policy = policyOf({ files, config })
  assert.deepEqual([...policy.tagsOf('apps/web/pages/x.ts')], ['layer:apps', 'layer:pages'])
  assert.deepEqual(['apps/web/pages/x.ts', 'apps/web/main.ts'].map((path) => policy.moduleOf(path)?.name), ['apps/web/pages', 'apps'])
})

test('of two patterns that take one folder the more specific lays it out', () => {
  assert.deepEqual(layersIn('services/pay/web/x.ts services/pay/core/y.ts services/mail/api/z.ts services/mail/core/q.ts', 'layers:\n  services/*: [api, core]\n  services/pay: [web, core]\n'), [
    'services/pay/web/x.ts: services/pay web', 'services/pay/core/y.ts: services/pay core', 'services/mail/api/z.ts: services/mail api', 'services/mail/core/q.ts: services/mail core',
  ])
})

test("files of a layer start at the stack's folder", () => {
  assert.deepEqual(layersIn('services/pay/src/low/x.ts services/pay/api/y.ts src/low/z.ts', 'layers:\n  services/*: [api, { name: core, files: src/low }]\n'), ['services/pay/src/low/x.ts: services/pay core', 'services/pay/api/y.ts: services/pay api', 'src/low/z.ts: none'])
})

test("names lie along the folder of the file's module, unless the whole stack lies in that", () => {
  const files = 'packages/shop/app/x.ts packages/shop/core/y.ts packages/shop/core/app/z.ts'
  const layers = 'layers: { "packages/*": [app, core] }\n'
  const expected = ['packages/shop/app/x.ts: packages/shop app', 'packages/shop/core/y.ts: packages/shop core', 'packages/shop/core/app/z.ts: packages/shop core']
  assert.deepEqual(layersIn(files, `${layers}modules: { "{name}": "packages/{name}" }\n`), expected)
  assert.deepEqual(layersIn(files, `${layers}modules: { all: packages }\n`), expected)
  assert.deepEqual(layersIn('packages/shop/app/x.ts packages/shop/core/y.ts packages/shop/main/core/z.ts', `${layers}modules: { main: packages/shop/main }\n`).at(-1), 'packages/shop/main/core/z.ts: none')
})

test('what a module says of its layer holds in each stack around it that has one of that name', () => {
  assert.deepEqual(layersIn('apps/web/pages/x.ts apps/web/ui/y.ts apps/web/odd/z.ts libs/core/q.ts', 'layers:\n  .: [apps, libs]\n  apps/*: [pages, ui]\nmodules:\n  odd: { files: apps/web/odd, layer: ui }\n').slice(2), ['apps/web/odd/z.ts: . apps, apps/web ui', 'libs/core/q.ts: . libs'])
})

test('a capture called layer takes the names of layers of any stack', () => {
  const policy = policyOf({ files: 'services/pay/api/x.ts services/pay/core/y.ts services/pay/docs/z.ts', config: 'layers: { "services/*": [api, core] }\nmodules:\n  "{domain}/{layer}": services/{domain}/{layer}\n' })
  assert.deepEqual(policy.modules.map(({ name, layer }) => [name, layer]), [['pay/api', 'api'], ['pay/core', 'core']])
  assert.equal(policy.stacks[0]?.layerOf('services/pay/core/y.ts')?.name, 'core')
})

test("parts are folders in the layer's folder, also where a module holds the whole stack", () => {
  const [stack] = policyOf({ files: 'apps/web/features/cart/x.ts apps/web/features/till/y.ts apps/web/ui/z.ts', config: 'layers: { "apps/*": [{ name: features, siblings: forbid }, ui] }\nmodules: { "{name}": "apps/{name}" }\n' }).stacks
  assert.deepEqual(['apps/web/features/cart/x.ts', 'apps/web/features/till/y.ts'].map((path) => stack?.partOf(path)), ['apps/web/features/cart', 'apps/web/features/till'])
})

test('a stack has kinds of its own, and says where it reaches', () => {
  const [plain, far] = policyOf({ files: 'a/x/f.ts b/x/f.ts', config: 'layers:\n  a: [x]\n  b: { order: [x], kinds: load, reach: true }\n' }).stacks
  assert.deepEqual([plain?.kinds.has('type'), far?.kinds.has('type'), plain?.reach, far?.reach?.span], [true, false, undefined, { start: 49, end: 54 }])
})

const shop = 'services/pay/api/x.ts services/pay/core/y.ts services/mail/core/z.ts'
const wrong: readonly (readonly [what: string, written: Written, says: readonly string[]])[] = [
  ['a folder that is not there names the nearest', { files: shop, config: 'layers:\n  servces/*: [api, core]\n' }, ['2:3 no-match: servces/* takes no folder (the nearest path is services)']],
  ['a folder that is a file', { files: shop, config: 'layers:\n  services/pay/api/x.ts: [api]\n' }, ['2:3 no-match: services/pay/api/x.ts takes no folder (the nearest path is services/pay/api/x.ts)']],
  ['a folder of which nothing is judged', { files: shop, config: 'ignore: [services/mail]\nlayers:\n  services/mail: [core]\n' }, ['3:3 no-match: services/mail takes no folder (the nearest path is services)']],
  ['a layer need not be in each of several folders', { files: shop, config: 'layers: { "services/*": [api, core] }\n' }, []],
  ['but in one', { files: shop, config: 'layers:\n  services/*: [apl, core]\n' }, ['2:16 no-match: no folder in services/* is called apl, so the layer takes no file (the nearest folder is services/pay/api)']],
  ['unless it is optional', { files: shop, config: 'layers:\n  services/*: [{ name: jobs, optional: true }, core]\n' }, []],
  ['a folder of that name elsewhere is none here', { files: `${shop} jobs/q.ts`, config: 'layers:\n  services/*: [jobs, core]\n' }, ['2:16 no-match: no folder in services/* is called jobs, so the layer takes no file (there are services/mail/core, services/pay/api, services/pay/core: give the layer its files)']],
  ['files that take none', { files: shop, config: 'layers:\n  services/pay: [api, { name: low, files: cor }]\n' }, ['2:43 no-match: cor takes no file in services/pay (the nearest path is services/pay/core)']],
  ['two patterns with equal claims', { files: shop, config: 'layers:\n  services/*: [core]\n  "services/{name}": [core]\n' }, ['3:3 ambiguous: services/* and services/{name} both take services/mail, and neither is more specific (bulkhead.yaml:2 says the other: name one more folder in one of them)']],
  ['a pattern whose folders all belong to others', { files: 'services/pay/core/y.ts', config: 'layers:\n  services/*: [core]\n  services/pay: [core]\n' }, ['2:3 no-match: services/* has no folder of its own: more specific patterns take all of them (leave it out, or make the others less specific)']],
  ['a pattern that is none', { files: shop, config: 'layers: { /services: [core] }\n' }, ["1:11 bad-pattern: '/services' is no pattern: a pattern does not start with / (patterns start at the project's root as it is)"]],
  ['one name twice in a stack, but not in two', { files: shop, config: 'layers:\n  services/pay: [core, core]\n  services/mail: [core]\n' }, ['2:24 duplicate-name: two layers are called core']],
  ['a key that is none', { files: shop, config: 'layers:\n  services/pay: { order: [core], reech: true }\n' }, ["2:34 unknown-key: layers.services/pay has no key 'reech' (did you mean reach?)"]],
  ['a stack without layers', { files: shop, config: 'layers:\n  services/pay: { reach: true }\n' }, ["2:3 missing-key: layers.services/pay needs 'order' (it is a list)"]],
  ['what is no stack', { files: shop, config: 'layers:\n  services/pay: core\n' }, ["2:17 wrong-type: layers.services/pay is a list or a map, not 'core'"]],
  ['a kind that is none', { files: shop, config: 'layers:\n  services/pay: { order: [core], kinds: lod }\n' }, ["2:41 wrong-type: layers.services/pay.kinds is value, type, elided, reexport, require, dynamic, jsdoc, url, call, all, runtime, load, call:FUNCTION, a list or a map, not 'lod' (did you mean load?)"]],
  ['a module whose layer is one of a stack elsewhere', { files: `${shop} libs/q.ts`, config: 'layers: { "services/*": [api, core] }\nmodules:\n  libs: { files: libs, layer: core }\n' }, ['3:31 unknown-name: libs lies in no stack that has a layer core (a layer has no say outside the folder of its stack)']],
  ['a layer that no stack has', { files: shop, config: 'layers: { "services/*": [api, core] }\nrules: [{ id: a, from: "layer:cor", forbid: api }]\n' }, ['2:24 unknown-name: no layer is called cor (did you mean core?)']],
]

for (const [what, written, says] of wrong) test(`stacks: ${what}`, () => assert.deepEqual(problemsOf(written), says))
