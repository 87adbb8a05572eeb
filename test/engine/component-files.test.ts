// Components of Vue, Svelte and Astro: which of a file is code, and where it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts } from '../../rules/model/facts.ts'
import { decode, extract, extractEnv, extractImported, extractNameUses, extractSymbols, extractTypeOnly } from '../../server/engine/extract/index.ts'
import { oracles, specifierOf } from './component-oracles.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (path: string, text: string): Facts => extract({ path, bytes: utf8(text) })
const specifiers = (path: string, text: string): readonly string[] => read(path, text).imports.map(({ specifier }) => specifier)

interface Case {
  readonly ending: '.vue' | '.svelte' | '.astro'
  readonly text: string
  /** In source order. */
  readonly imports: readonly string[]
  /** Why the compiler says something else. */
  readonly but?: string
}

const cases: Readonly<Record<string, Case>> = {
  'a script': { ending: '.vue', text: `<script>\nimport Oar from './Oar.vue'\nexport default { components: { Oar } }\n</script>\n<template><Oar/></template>`, imports: ['./Oar.vue'] },
  'trap 29: two scripts, the second of which knows what the first imports': { ending: '.vue', text: `<script lang="ts">\nimport { depth } from './depth'\nexport const keel = depth\n</script>\n<script setup lang="ts">\nimport Oar from './Oar.vue'\ndepth()\n</script>`, imports: ['./depth', './Oar.vue'] },
  'trap 29: the same import in both scripts': { ending: '.vue', text: `<script>import { ref } from 'vue'</script><script setup>import { ref } from 'vue'</script>`, imports: ['vue', 'vue'] },
  'two scripts on one line, the first of which ends in a comment': { ending: '.vue', text: `<script>import './a' // the oars</script><script setup>import './b'</script>`, imports: ['./a', './b'] },
  'a script without a semicolon before one that starts with a bracket': { ending: '.vue', text: `<script>import a from './a'\nconst b = a</script>\n<script setup>(await import('./c')).row()</script>`, imports: ['./a', './c'] },
  'trap 29: a script in another file': { ending: '.vue', text: `<script src="./oar.ts" lang="ts"></script>\n<template><p/></template>`, imports: ['./oar.ts'] },
  'trap 29: a script in another file, closed at once': { ending: '.vue', text: `<script src='./oar.js'/>\n<template><p/></template>`, imports: ['./oar.js'] },
  'a script inside of the template': { ending: '.vue', text: `<template><div><component is="script">import './no'</component></div></template>\n<script>import './a'</script>`, imports: ['./a'] },
  'a script as an element of the template': { ending: '.vue', text: `<template><script>import './no'</script></template><script>import './a'</script>`, imports: ['./a'] },
  'templates inside of the template': { ending: '.vue', text: `<template><Boat><template #stern><template v-if="a"/></template></Boat><script>import './no'</script></template><script>import './a'</script>`, imports: ['./a'] },
  'the end of a template as a text in its code': { ending: '.vue', text: `<template><p>{{ '</template><script>' }}</p><b a="</template>"/></template><script>import './a'</script>`, imports: ['./a'] },
  'a template in another language': { ending: '.vue', text: `<template lang="pug">\np <template> is no tag here\n</template>\n<script>import './a'</script>`, imports: ['./a'] },
  'a script in a comment': { ending: '.vue', text: `<!-- <script>import './no'</script> -->\n<script>import './a'</script>`, imports: ['./a'] },
  'a comment in the template that names its end': { ending: '.vue', text: `<template><!-- </template> --><p/></template><script>import './a'</script>`, imports: ['./a'] },
  'brackets in quoted attributes': { ending: '.vue', text: `<script setup lang="ts" generic="T extends Record<string, () => void>">import './a'</script><template><p :a="b > c"/></template>`, imports: ['./a'] },
  'an attribute without quotes': { ending: '.vue', text: `<script lang=ts setup>import './a'</script>`, imports: ['./a'] },
  'a block of documentation that shows a script': { ending: '.vue', text: `<docs>\n<script>import './no'</script>\n</docs>\n<script>import './a'</script>`, imports: ['./a'] },
  'a style that looks like code': { ending: '.vue', text: `<style>@import './no.css'; /* import './no' */</style><script>import './a'</script>`, imports: ['./a'] },
  'the end of a script as a text': { ending: '.vue', text: `<script>import './a'\nconst end = '<\\/script>'\nimport './b'</script>`, imports: ['./a', './b'] },
  'TypeScript with markup': { ending: '.vue', text: `<script lang="tsx">\nimport Oar from './Oar'\nconst view = () => <Oar length={1 as number}>it's long</Oar>\nimport './b'\n</script>`, imports: ['./Oar', './b'] },
  'JavaScript with markup': { ending: '.vue', text: `<script lang="jsx">\nimport Oar from './Oar'\nexport default () => <Oar>it's long</Oar>\nimport './b'\n</script>`, imports: ['./Oar', './b'] },
  'a component that is loaded when needed': { ending: '.vue', text: `<script setup>\nimport { defineAsyncComponent } from 'vue'\nconst Oar = defineAsyncComponent(() => import('./Oar.vue'))\n</script>`, imports: ['vue', './Oar.vue'] },
  'a script with a type': { ending: '.vue', text: `<script type="text/babel">import './a'</script>`, imports: ['./a'] },
  'tags that close with a space': { ending: '.vue', text: `<template><p/></template >\n<script\n  setup\n  lang = "ts"\n>import './a'</script\n>\n<style></style >`, imports: ['./a'] },
  'an import that names its chunk': { ending: '.vue', text: `<script>export default { a: () => import(/* webpackChunkName: "oar" */ './Oar.vue') }</script>`, imports: ['./Oar.vue'] },
  'a template in which less is less': { ending: '.vue', text: `<template><p v-if="a < b">{{ a < b ? '<p>' : "it's" }} < 3</p></template><script>import './a'</script>`, imports: ['./a'] },
  'blocks in any order, with a byte of everything': { ending: '.vue', text: `<i18n lang="json">{ "a": "<script>" }</i18n>\n<style scoped>p::before { content: "</style" }</style>\n<script setup>import './a'</script>\n<template><textarea></template></textarea><p/></template>`, imports: ['./a'] },
  'no script': { ending: '.vue', text: `<template><p>import './no'</p></template>`, imports: [] },

  'trap 29: a script of the module and one of the instance': { ending: '.svelte', text: `<script module>\nimport './a'\nexport const keel = 1\n</script>\n<script>\nimport Oar from './Oar.svelte'\nexport let length = 1\n</script>\n<Oar/>`, imports: ['./a', './Oar.svelte'] },
  'trap 29: a script of the module, as it used to be said': { ending: '.svelte', text: `<script context="module" lang="ts">import './a'; export const keel: number = 1</script>\n<script lang="ts">import './b'; let { x }: { x: string } = $props()</script>`, imports: ['./a', './b'] },
  'a script that comes last': { ending: '.svelte', text: `<p>It's {a} {b < a}</p>\n<script>import './a'</script>`, imports: ['./a'] },
  'a script in an element': { ending: '.svelte', text: `<svelte:head><script>import './no'</script></svelte:head>\n<script>import './a'</script>`, imports: ['./a'] },
  'a script in a block': { ending: '.svelte', text: `{#if a}<script>import './no'</script>{:else}<b/>{/if}\n<script>import './a'</script>`, imports: ['./a'] },
  'a script as a text of code in markup': { ending: '.svelte', text: '<p>{@html "<script>" + `${"}"}<script>import \'./no\'`}</p><script>import \'./a\'</script>', imports: ['./a'] },
  'code in quoted attributes': { ending: '.svelte', text: `<p class="a {b ? "c>" : '}'}" title='{"<script>"}'>x</p><script>import './a'</script>`, imports: ['./a'] },
  'a regular expression in markup': { ending: '.svelte', text: `<p>{a.replace(/[}"/]/g, '')}{b / 2}</p><script>import './a'</script>`, imports: ['./a'] },
  'an import in markup': { ending: '.svelte', text: `{#await import('./Oar.svelte') then { default: Oar }}<Oar/>{/await}\n<script>import './a'</script>\n<button onclick={() => import("./b")}>{'import("./no")'}{/* import('./no') */ 1}</button>`, imports: ['./Oar.svelte', './a', './b'] },
  'elements that nothing closes': { ending: '.svelte', text: `<img src="a"><br><ul><li>a<li>b</ul><input disabled>\n<script>import './a'</script>`, imports: ['./a'] },
  'trap 29: a script in another file, for a preprocessor': { ending: '.svelte', text: `<script src="./oar.ts" lang="ts"></script>\n<p/>`, imports: ['./oar.ts'], but: 'the compiler runs behind the preprocessor' },
  'TypeScript that only one script owns up to': { ending: '.svelte', text: `<script module>export const keel = 1 as number; import './a'</script><script lang="ts">import './b'</script>`, imports: ['./a', './b'] },
  'blocks of all kinds': { ending: '.svelte', text: `<svelte:options runes/>{#snippet row(a)}<td>{a}</td>{/snippet}{#key a}{#each [1, 2] as n (n)}<p>{@const b = n < 2}{b}</p>{:else}-{/each}{/key}{@render row({ a: '}' })}\n<script>import './a'</script>`, imports: ['./a'] },
  'a comment that is no markup': { ending: '.svelte', text: `<!-- it's {#if <script>import './no'</script> -->\n<script>import './a'</script>`, imports: ['./a'] },
  'an import in markup that names its chunk': { ending: '.svelte', text: `<button onclick={() => import(/* @vite-ignore */ './a')}>x</button>`, imports: ['./a'] },
  'a script of the web': { ending: '.svelte', text: `<script src="https://example.com/oar.js"></script>\n<p/>`, imports: [] },

  'code between fences': { ending: '.astro', text: `---\nimport Oar from './Oar.astro'\nconst a: number = 1\n---\n<Oar/>`, imports: ['./Oar.astro'] },
  'code that returns': { ending: '.astro', text: `---\nimport { a } from './a'\nif (!a) return Astro.redirect('/')\nimport b from './b'\n---\n{a}{b}`, imports: ['./a', './b'] },
  'fences inside of a text and a comment': { ending: '.astro', text: '---\nconst page = `\n---\ntitle: a\n---\n`\n/*\n---\n*/\nimport a from \'./a\'\n---\n{a}{page}', imports: ['./a'] },
  'a comment before the fence': { ending: '.astro', text: `<!-- a page -->\n---\nimport a from './a'\n---\n{a}`, imports: ['./a'] },
  'no fences': { ending: '.astro', text: `<p>It's --- here</p>\n<script>import './a'</script>`, imports: ['./a'] },
  'scripts that are bundled and scripts that are not': { ending: '.astro', text: `---\nimport a from './a'\n---\n{a}<script>import './b'; const c: string = ''</script>\n<script is:inline>import './no'</script><script type="module">import './no'</script><script define:vars={{ a }}>import('./no')</script><script src="./d.ts"></script>`, imports: ['./a', './b', './d.ts'] },
  'a script in an expression': { ending: '.astro', text: `<ul>{[1].map((n) => <li>It's {n}<br/><script>import './a'</script></li>)}{1 < 2 && 'x'}</ul><script>import './b'</script>`, imports: ['./a', './b'] },
  'a script in a comment of markup': { ending: '.astro', text: `<!-- <script>import './no'</script> -->{/* <script>import './no'</script> */}<script>import './a'</script>`, imports: ['./a'] },
  'a script as a text of an attribute': { ending: '.astro', text: '<p set:html={`<script>import "./no"</script>`} title="<script>"/><script>import \'./a\'</script>', imports: ['./a'] },
  'quotes in a regular expression between fences': { ending: '.astro', text: `---\nconst a = 'x'.replace(/['"\`]/g, '')\nimport b from './b'\n---\n<p>{a}{b}</p>`, imports: ['./b'] },
  'fragments and conditions': { ending: '.astro', text: `<>{[1].length > 0 ? <>It's<script>import './a'</script></> : <p>don't</p>}{/* it's */}</><style define:vars={{ a: '<script>' }}>p{}</style><script>import type { B } from './b'; import './c'</script>`, imports: ['./a', './b', './c'], but: 'the types of a script are gone' },
  'raw markup': { ending: '.astro', text: `<pre is:raw>{ <script>import './no'</script></pre><Fragment set:html={'<p>'}/><script>import './a'</script>`, imports: ['./a'] },
  'an import in the markup of Astro': { ending: '.astro', text: `---\nconst a = 1\n---\n<p>{(await import('./a')).name}</p>`, imports: ['./a'] },
}

for (const [name, { ending, text, imports, but }] of Object.entries(cases)) {
  test(`${ending}: ${name}`, async () => {
    const found = read(`port/Boat${ending}`, text)
    assert.deepEqual(found.problems, [])
    assert.deepEqual(found.imports.map(({ specifier }) => specifier), imports)
    for (const { specifier, span, statement } of found.imports) {
      assert.equal(text.slice(span.start + 1, span.end - 1), specifier)
      assert.ok(statement.start <= span.start && span.end <= statement.end)
    }
    const official = await oracles[ending]?.(text)
    if (but !== undefined) return
    assert.ok(official, 'the compiler refuses this')
    const ours = found.imports.map(({ specifier, span }) => `${specifier} @${span.start}`).sort()
    if (ending === '.astro') assert.deepEqual([...new Set(ours.map(specifierOf))].sort(), official)
    else assert.deepEqual(ours, official)
  })
}

test('places are those of the file, whatever stands before them, and however it is written', () => {
  const odd = `<template><p title="Grüße 🏗️">🚢 café</p></template>\r\n<script lang="ts">\r\n// ⚓\r\nimport { crane as kran } from './crane🏗'\r\n</script>\r\n<script setup lang="ts">\r\nconst x = '🏗'; import Ship from './Schüff.vue'\r\n</script>\r\n`
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Array.from(odd).flatMap(character => Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))).flatMap(unit => [unit & 255, unit >> 8])])
  for (const bytes of [utf8(odd), utf8(`\uFEFF${odd}`), utf16]) {
    assert.equal(decode(bytes), odd)
    const { imports } = extract({ path: 'port/Boat.vue', bytes })
    assert.deepEqual(imports.map(({ span }) => odd.slice(span.start, span.end)), ["'./crane🏗'", "'./Schüff.vue'"])
    assert.deepEqual(imports.map(({ statement }) => odd.slice(statement.start, statement.end)), ["import { crane as kran } from './crane🏗'", "import Ship from './Schüff.vue'"])
  }
})

test('the statement of an import ends where its script does', () => {
  const text = `<script>import './a'</script><script setup>import './b'</script>`
  assert.deepEqual(read('a.vue', text).imports.map(({ statement }) => text.slice(statement.start, statement.end)), ["import './a'", "import './b'"])
})

test('the statement of a script in another file is its tag', () => {
  const text = `<p/>\n<script lang="ts" src="./oar.ts"></script>`
  const [found] = read('a.svelte', text).imports
  assert.deepEqual([found?.kind, text.slice(found?.span.start, found?.span.end), text.slice(found?.statement.start, found?.statement.end)], ['value', '"./oar.ts"', '<script lang="ts" src="./oar.ts">'])
})

test('what is imported keeps its names', () => {
  const text = `<script>import Oar, { length as l } from './oar'</script>\n<script setup>import * as b from './b'; const { c } = await import('./c')</script><script src="./d"></script>`
  const bytes = utf8(text)
  const facts = read('a.vue', text)
  assert.deepEqual(extractImported({ path: 'a.vue', bytes }, facts), [['default', 'length'], ['*'], ['c'], ['*']])
})

test('who imports a component gets its default, and what its module exports', () => {
  const exported = (path: string, text: string): unknown => {
    const facts = read(path, text)
    return extractSymbols({ path, bytes: utf8(text) }, facts).exports.map(({ name, from }) => from === undefined ? name : `${name} of ${facts.imports[from.import]?.specifier}`)
  }
  assert.deepEqual(exported('a.vue', '<template/>'), ['default'])
  assert.deepEqual(exported('a.vue', '<script>export default {}; export const keel = 1</script>'), ['default', 'keel'])
  assert.deepEqual(exported('a.vue', `<script lang="ts">export { keel } from './keel'</script><script setup lang="ts">import Oar from './Oar.vue'</script>`), ['keel of ./keel', 'default'])
  assert.deepEqual(exported('a.svelte', `<script>import './a'; export let length = 1</script><script module>import { keel } from './keel'; export { keel }; export const mast = 1</script>`), ['keel of ./keel', 'mast', 'default'])
  assert.deepEqual(exported('a.astro', `---\nexport const prerender = true\n---\n<script>export const none = 1</script>`), ['prerender', 'default'])
})

test('only what others may import makes a component a barrel', () => {
  assert.equal(read('a.svelte', `<script>import { a } from './a'; export { a as b }</script>`).barrel, false)
  assert.equal(read('a.svelte', `<script module>export { a } from './a'</script><script>import { a } from './a'</script>`).barrel, true)
  assert.equal(read('a.vue', `<script>export * from './a'</script>`).barrel, true)
  assert.equal(read('a.astro', `<script>export * from './a'</script>`).barrel, false)
})

test('markup may use what a script imports, so that it is more than a type', () => {
  const typesOnly = (path: string, text: string): number => {
    const source = { path, bytes: utf8(text) }
    assert.deepEqual([...extractNameUses(source).typesOnly], [])
    return extractTypeOnly(source, extract(source)).size
  }
  assert.equal(typesOnly('a.vue', `<script setup lang="ts">import Oar from './Oar.vue'</script><template><Oar/></template>`), 0)
  assert.equal(typesOnly('a.vue', `<script lang="ts">import { a } from './a'</script><script setup lang="ts">let b: a</script>`), 0)
  assert.equal(typesOnly('a.vue', `<script lang="ts">import { Oar } from './oar'; export default { data: (): Oar => null }</script>`), 1)
  assert.equal(typesOnly('a.svelte', `<script lang="ts">import Oar from './Oar.svelte'; let a: Oar</script><Oar/>`), 0)
  assert.equal(typesOnly('a.astro', `---\nimport Oar from './Oar.astro'\n---\n<Oar/>`), 0)
  assert.deepEqual(read('a.svelte', `<script lang="ts">import type { A } from './a'</script>`).imports.map(({ kind }) => kind), ['type'])
})

test('variables of the environment are read in scripts and in the code of markup', () => {
  const names = (path: string, text: string): readonly string[] => extractEnv({ path, bytes: utf8(text) }).map(({ name, span }) => {
    assert.equal(text.slice(span.start, span.end), name)
    return name
  })
  assert.deepEqual(names('a.vue', `<template>process.env.NO</template><script setup>const a = process.env.PORT_URL</script>`), ['PORT_URL'])
  assert.deepEqual(names('a.svelte', `<p title={import.meta.env.VITE_TITLE}>{import.meta.env.VITE_PORT}</p><script>const a = 1</script>`), ['VITE_TITLE', 'VITE_PORT'])
  assert.deepEqual(names('a.astro', `---\nconst { PORT } = process.env\n---\n<p>{import.meta.env.PUBLIC_PORT}</p>`), ['PORT', 'PUBLIC_PORT'])
})

test('comments to bulkhead stand in scripts and in markup', () => {
  const told = (path: string, text: string): unknown => read(path, text).ignores.map(({ span, rules, reason, line }) => [text.slice(span.start, span.end), rules, reason, text.slice(line.start, line.end)])
  const comment = 'bulkhead-ignore-next-line boundaries/api -- the old keel'
  assert.deepEqual(told('a.vue', `<script>\n// ${comment}\nimport './a'\n</script>`), [[`// ${comment}`, ['boundaries/api'], 'the old keel', "import './a'\n"]])
  for (const path of ['a.vue', 'a.svelte', 'a.astro']) {
    const tag = '<script src="./a.ts"></script>\n'
    assert.deepEqual(told(path, `<p>Grüße</p>\n<!-- ${comment} -->\n${tag}`), [[`<!-- ${comment} -->`, ['boundaries/api'], 'the old keel', tag]], path)
  }
  assert.deepEqual(told('a.svelte', `<div>\n<!-- ${comment} -->\n{#await import('./a')}{/await}</div>`), [[`<!-- ${comment} -->`, ['boundaries/api'], 'the old keel', "{#await import('./a')}{/await}</div>"]])
  assert.deepEqual(told('a.vue', `<template>\n<!-- ${comment} -->\n<p/></template>`), [])
})

test('a damaged script yields what is left of it, and says where it is damaged', () => {
  const text = `<template><p/></template>\n<script setup lang="ts">\nimport Oar from './Oar.vue'\nconst a = (\nimport Keel from './Keel.vue'\n</script>\n`
  const { imports, problems } = read('port/Boat.vue', text)
  assert.ok(imports.some(({ specifier }) => specifier === './Oar.vue'))
  assert.deepEqual(problems.map(({ kind, at }) => [kind, at?.path]), [['syntax', 'port/Boat.vue']])
  assert.ok((problems[0]?.at?.span.start ?? 0) > text.indexOf('const a'))
})

test('a script in a language that is not read is told', () => {
  for (const ending of ['vue', 'svelte']) {
    const text = '<p/><script lang="coffee">import "./no"</script>'
    const { imports, problems } = read(`a.${ending}`, text)
    assert.deepEqual([imports, problems.map(({ message, at }) => [message, text.slice(at?.span.start, at?.span.end)])], [[], [['this script is in a language that bulkhead does not read', '<script lang="coffee">']]])
  }
})

test('a component that nests without end is told, and ends nothing', () => {
  for (const [ending, nested] of [['.svelte', '{`${'], ['.astro', '{a(<b>'], ['.astro', '<p a={`${']] as const) {
    const { imports, problems } = read(`a${ending}`, `<p/>${nested.repeat(50_000)}<script>import './a'</script>`)
    assert.deepEqual([imports, problems.map(({ message }) => message)], [[], ['does not parse: nested too deeply']])
  }
})

test('a file that ends anywhere is read as far as it goes', () => {
  for (const { ending, text } of Object.values(cases)) {
    for (let length = 0; length < text.length; length += 3) specifiers(`a${ending}`, text.slice(0, length))
  }
})
