// A project of components, judged and put right as one of sources is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from '../../server/engine/index.ts'
import { inMemory } from '../support/project.ts'

const config = `modules:
  shop: { files: shop, uses: [billing] }
  billing: { files: billing, api: index }
  stock: { files: stock, uses: [] }
cycles: forbid
`

const billing = { 'billing/index.ts': "export { default as Ledger } from './Ledger.vue'\nexport { charge } from './charge'\n", 'billing/charge.ts': 'export const charge = 1\n', 'billing/Ledger.vue': '<template><p/></template>\n' }

const project = (files: Readonly<Record<string, string>>, yaml = config) => {
  const session = inMemory(new Map(Object.entries({ 'bulkhead.yaml': yaml, 'shop/till.ts': '', 'stock/shelf.ts': '', ...billing, ...files })))
  return { session, report: session.apply([]) }
}

const basket = `<template>
  <p>Grüße 🛒 <Ledger/></p>
</template>

<script setup lang="ts">
import { charge } from '../billing/charge'
const price = charge
</script>
`

async function taken(files: Readonly<Record<string, string>>, id: string, reason?: string, yaml = config) {
  const { session, report } = project(files, yaml)
  const fix = report.findings.flatMap(({ fixes }) => fixes).find((offer) => offer.id === id)
  assert.ok(fix, `no fix ${id} is offered`)
  const { edits, problems } = await session.edits(fix, reason === undefined ? {} : { reason })
  assert.deepEqual(problems, [])
  const applied = apply(new Map(edits.map(({ path }) => [path, session.text(path) ?? ''])), edits)
  assert.equal(applied.kind, 'texts')
  const texts = applied.kind === 'texts' ? applied.texts : new Map<string, string>()
  return { texts, after: session.apply([...texts].map(([path, text]) => ({ kind: 'text', path, text }))) }
}

test('a finding in a component stands at the import', () => {
  const { session, report } = project({ 'shop/Basket.vue': basket })
  assert.deepEqual(report.problems, [])
  assert.deepEqual(report.notes, [])
  assert.deepEqual(report.findings.map(({ rule, at }) => [rule, at.path, session.text(at.path)?.slice(at.span.start, at.span.end)]), [['boundaries/api', 'shop/Basket.vue', "'../billing/charge'"]])
})

test('the fix of an import edits the script alone, and leaves no finding', async () => {
  const { texts, after } = await taken({ 'shop/Basket.vue': basket }, 'import-from-api')
  assert.deepEqual([...texts], [['shop/Basket.vue', basket.replace('../billing/charge', '../billing')]])
  assert.deepEqual(after.findings, [])
})

test('who ignores a finding in a script gets a comment of the script', async () => {
  const { texts, after } = await taken({ 'shop/Basket.vue': basket }, 'ignore', 'SHOP-12: until the summer')
  assert.equal(texts.get('shop/Basket.vue'), basket.replace('import {', '// bulkhead-ignore-next-line boundaries/api -- SHOP-12: until the summer\nimport {'))
  assert.deepEqual(after.findings.map(({ status }) => status), ['allowed'])
})

test('who ignores what a call in a script loads gets a comment of the script', async () => {
  const text = basket.replace('const price = charge', 'const load = () => {\n  return import("../billing/charge")\n}').replace(/import \{.*\n/, '')
  const { texts, after } = await taken({ 'shop/Basket.vue': text }, 'ignore', 'SHOP-12')
  assert.match(texts.get('shop/Basket.vue') ?? '', /\n {2}\/\/ bulkhead-ignore-next-line boundaries\/api -- SHOP-12\n {2}return/)
  assert.deepEqual(after.findings.map(({ status }) => status), ['allowed'])
})

for (const [ending, tag] of [['vue', '<script src="../billing/charge.ts"></script>'], ['svelte', '<script lang="ts" src="../billing/charge.ts"></script>'], ['astro', '<script src="../billing/charge.ts"></script>'], ['astro', "<script>import '../billing/charge'</script>"]] as const) {
  test(`who ignores ${tag} in .${ending} gets a comment of the markup`, async () => {
    const { texts, after } = await taken({ [`shop/Basket.${ending}`]: `<p/>\n${tag}\n` }, 'ignore', 'SHOP-12 --> later')
    assert.equal(texts.get(`shop/Basket.${ending}`), `<p/>\n<!-- bulkhead-ignore-next-line boundaries/api -- SHOP-12 -> later -->\n${tag}\n`)
    assert.deepEqual(after.findings.map(({ status }) => status), ['allowed'])
  })
}

test('no comment is put into an expression of markup', async () => {
  const { session, report } = project({ 'shop/Basket.svelte': "<p>\n{#await import('../billing/charge') then charge}{charge}{/await}\n</p>\n" })
  const [fix] = report.findings.flatMap(({ fixes }) => fixes).filter(({ id }) => id === 'ignore')
  assert.ok(fix)
  const { edits, problems } = await session.edits(fix, { reason: 'SHOP-12' })
  assert.deepEqual([edits, problems.map(({ kind }) => kind)], [[], ['no-place']])
})

test('no other file is offered in the place of a script, of which anything may be used', () => {
  const { report } = project({ 'shop/Basket.vue': '<script src="../billing/charge.ts"></script>\n' })
  assert.deepEqual(report.findings.map(({ rule, fixes }) => [rule, fixes.map(({ id }) => id)]), [['boundaries/api', ['allow', 'ignore']]])
})

test('the api may be a component, which is written with its ending', async () => {
  const yaml = config.replace('api: index', 'api: [Ledger.vue]')
  const files = { 'billing/Ledger.vue': "<script>export { charge } from './charge.js'; export default {}</script>\n", 'shop/basket.ts': "import { charge } from '../billing/charge.js'\nexport const price = charge\n" }
  const { texts, after } = await taken(files, 'import-from-api', undefined, yaml)
  assert.deepEqual([...texts], [['shop/basket.ts', files['shop/basket.ts'].replace('charge.js', 'Ledger.vue')]])
  assert.deepEqual(after.findings, [])
})

const componentsInParts: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'both scripts of Vue': ['stock/Shelf.vue', `<script lang="ts">\nimport { charge } from '../billing'\nexport const price = charge\n</script>\n<template><p/></template>\n<script setup lang="ts">\nimport { till } from '../shop/till'\ntill()\n</script>\n`],
  'a script of Vue beside one in another file': ['stock/Shelf.vue', `<script src="../billing/index.ts"></script>\n<template><p/></template>\n<style src="./shelf.css"></style>\n<script setup>\nimport { till } from '../shop/till'\n</script>\n`],
  'both scripts of Svelte': ['stock/Shelf.svelte', `<script module lang="ts">\nimport { charge } from '../billing'\nexport const price = charge\n</script>\n<script lang="ts">\nimport { till } from '../shop/till'\n</script>\n<p>{till}</p>\n`],
  'both scripts of Svelte, as they used to be said': ['stock/Shelf.svelte', `<script context="module">\nimport { charge } from '../billing'\nexport const price = charge\n</script>\n\n<script>\nimport { till } from '../shop/till'\n</script>\n`],
}

for (const [what, [path, text]] of Object.entries(componentsInParts)) {
  test(`trap 29: ${what} are judged`, () => {
    const { report } = project({ [path]: text, 'shop/till.ts': 'export const till = 1\n' })
    assert.deepEqual(report.problems, [])
    assert.deepEqual(report.findings.map(({ rule, at, target }) => [rule, at.path, target?.kind === 'file' && target.path]), [['boundaries/rules', path, 'billing/index.ts'], ['boundaries/rules', path, 'shop/till.ts']])
  })
}

test('trap 29: either script of a component closes a circle', () => {
  for (const [path, text] of [['shop/Basket.vue', "<script>import './till'; export default {}</script>\n<script setup>const a = 1</script>\n"], ['shop/Basket.vue', "<script>export const a = 1</script>\n<script setup>import './till'</script>\n"], ['shop/Basket.vue', '<script src="./till.ts"></script>\n'], ['shop/Basket.svelte', "<script module>import './till'</script>\n<script>let a = 1</script>\n"]] as const) {
    assert.deepEqual(project({ [path]: text, 'shop/till.ts': `import './${path.slice(5)}'\n` }).report.findings.map(({ rule }) => rule), ['boundaries/cycles'], text)
  }
})

test('a component is reached through the api that hands it on', () => {
  const { report } = project({ 'shop/Basket.svelte': "<script>import { Ledger } from '../billing'</script>\n<Ledger/>\n", 'stock/Shelf.astro': "---\nimport { Ledger } from '../billing'\n---\n<Ledger/>\n" })
  assert.deepEqual(report.findings.map(({ rule, at }) => [rule, at.path]), [['boundaries/rules', 'stock/Shelf.astro']])
})

test('components close circles, by their default too', () => {
  const { report } = project({ 'shop/Basket.vue': "<script setup>import Line from './Line.vue'</script>\n", 'shop/Line.vue': "<script setup>import { total } from './total'</script>\n", 'shop/total.ts': "import Basket from './Basket.vue'\nexport const total = Basket\n" })
  assert.deepEqual(report.findings.map(({ rule, at }) => [rule, at.path]), [['boundaries/cycles', 'shop/Basket.vue']])
})

test('what a template may use closes a circle, what is no value does not', () => {
  const circle = (script: string) => project({ 'shop/Basket.vue': `${script}<template><Line/></template>\n`, 'shop/Line.vue': "<script setup>import Basket from './Basket.vue'</script>\n" }).report
  assert.deepEqual(circle(`<script setup lang="ts">import Line from './Line.vue'</script>`).findings.map(({ rule }) => rule), ['boundaries/cycles'])
  assert.deepEqual(circle(`<script setup lang="ts">import type Line from './Line.vue'</script>`).findings, [])
})

const typesAlone = {
  'shop/Basket.vue': `<template><p>🛒</p></template>\n<script lang="ts">\nimport { Line } from './line'\nexport default { data: (): Line => ({}) }\n</script>\n`,
  'shop/line.ts': "import Basket from './Basket.vue'\nexport type Line = object\nexport const line = Basket\n",
}

test('what a script alone uses, and as a type, closes no circle', () => {
  assert.deepEqual(project(typesAlone).report.findings, [])
})

test('where imports run as they are written, one of types is offered as such', async () => {
  const strict = { ...typesAlone, 'tsconfig.json': '{ "compilerOptions": { "verbatimModuleSyntax": true } }' }
  const { texts, after } = await taken(strict, 'import-type:shop/Basket.vue')
  assert.deepEqual([...texts], [['shop/Basket.vue', typesAlone['shop/Basket.vue'].replace('import {', 'import type {')]])
  assert.deepEqual(after.findings, [])
})

test('no rewrite of whole files is offered for a component', () => {
  const { report } = project({ 'shop/Basket.vue': "<script setup>\nimport { Storage } from '@google-cloud/storage'\nnew Storage()\n</script>\n" }, 'modules: { shop: shop, stock: stock }\nvendors: { allow: stock }\n')
  const [finding] = report.findings.filter(({ rule }) => rule === 'vendors/sdk')
  assert.ok(finding)
  assert.deepEqual(finding.fixes.filter(({ id }) => id === 'replace'), [])
})
