import assert from 'node:assert/strict'
import { test } from 'node:test'
import ts from 'typescript'
import { extractMentions } from '../../server/engine/extract/index.ts'
import type { MentionKind } from '../../rules/model/facts.ts'

const calls = ['require.resolve', 'jest.mock', 'vi.mock', 'load']

function mentions(text: string, path: string, kinds: readonly MentionKind[] = ['jsdoc', 'url', 'call']) {
  return extractMentions({ path, bytes: new TextEncoder().encode(text) }, { kinds: new Set(kinds), calls })
}

const told = (text: string, path = 'harbour/pier.ts', kinds?: readonly MentionKind[]): string[] => mentions(text, path, kinds).map(({ kind, specifier }) => `${kind} ${specifier}`)

test('the first argument of a function that counts, if it is a text', () => {
  assert.deepEqual(told("require.resolve('./a')\njest.mock('./b', () => ({}))\nvi.mock(`./c`)\nload('d')"), ['call ./a', 'call ./b', 'call ./c', 'call d'])
  assert.deepEqual(told("jest.mock<typeof Crane>('./a')\njest\n  .mock('./b')\nvi?.mock('./c')\nvi.mock(import('./d'), factory)"), ['call ./a', 'call ./b', 'call ./c', 'call ./d'])
  assert.deepEqual(told("require('./a')\njest.mock(path)\njest.mock(`./${rope}`)\nport.jest.mock('./b')\njest.mockOnce('./c')\nunload('d')\nrequire.resolve()\n// jest.mock('./e')\nlog(\"jest.mock('./f')\")"), [])
  assert.deepEqual(told("jest.mock('./a')\nconst b = (", 'harbour/pier.js'), ['call ./a'])
})

test('a URL that starts where the file is', () => {
  assert.deepEqual(told("new Worker(new URL('./crane.ts', import.meta.url), { type: 'module' })\nnew URL(`rope.svg`, import.meta.url).href"), ['url ./crane.ts', 'url rope.svg'])
  assert.deepEqual(told("new URL('./a')\nnew URL('./b', base)\nnew URL('./c', import.meta.env)\nURL('./d', import.meta.url)\nnew URL(name, import.meta.url)"), [])
  assert.deepEqual(told("import { URL } from 'node:url'\nnew URL('./a', import.meta.url)"), ['url ./a'])
  assert.deepEqual(told("new URL('./a', import.meta.url)\nclass URL {}"), [])
})

test('in the scripts of components', () => {
  assert.deepEqual(told("<template>new URL('./x', import.meta.url)</template>\n<script>\n/** @type {import('./a').A} */\nconst a = new URL('./b', import.meta.url)\n</script>", 'Pier.vue'), ['jsdoc ./a', 'url ./b'])
})

test('only kinds that are asked for, in source order', () => {
  const text = "/// <reference path='z.d.ts'/>\nnew URL('./y', import.meta.url)\njest.mock('./x')\n/** @type {import('./w').W} */\nlet w"
  assert.deepEqual(told(text, 'pier.js'), ['jsdoc ./z.d.ts', 'url ./y', 'call ./x', 'jsdoc ./w'])
  assert.deepEqual(told(text, 'pier.js', ['call']), ['call ./x'])
  assert.deepEqual(told(text, 'pier.js', ['url']), ['url ./y'])
  assert.deepEqual(told(text, 'pier.js', ['jsdoc']), ['jsdoc ./z.d.ts', 'jsdoc ./w'])
})

test('places are those of the text that an editor shows', () => {
  const text = "/// <reference types=\"ropes\" />\n/** Ahoj, ⚓ @type {import('./a').Ship.Deck} */\nlet a\n/** @import { Crane }\n * from \"./b\" */\njest.mock('./c', () => 1)"
  const found = mentions(`\uFEFF${text}`, 'pier.js')
  assert.deepEqual(found.map(({ span }) => text.slice(span.start, span.end)), ['"ropes"', "'./a'", '"./b"', "'./c'"])
  assert.deepEqual(found.map(({ statement }) => text.slice(statement.start, statement.end)), ['/// <reference types="ropes" />', "import('./a').Ship.Deck", '@import { Crane }\n * from "./b"', "jest.mock('./c', () => 1)"])
})

/** What TypeScript itself reads in comments. */
function typescriptMentions(text: string, path: string): string[] {
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}), fileExists: () => false, readFile: () => undefined, getCurrentDirectory: () => '/',
    getSourceFile: (name, options) => name === `/${path}` ? ts.createSourceFile(name, text, options, true) : undefined,
  }
  const file = ts.createProgram([`/${path}`], { allowJs: true, noLib: true, noResolve: true, types: [], moduleDetection: ts.ModuleDetectionKind.Force }, host).getSourceFile(`/${path}`)
  assert.ok(file)
  const { imports } = file as unknown as { readonly imports: readonly ts.StringLiteral[] }
  return [
    ...file.typeReferenceDirectives.map((each) => each.fileName),
    ...file.referencedFiles.map((each) => /^\.{0,2}\//.test(each.fileName) ? each.fileName : `./${each.fileName}`),
    ...imports.map((each) => each.text),
  ].sort()
}

const comments = [
  "/** @type {import('./a').A} */ let a",
  '/** @type {import("./a")} */ let a',
  "/** @type {Map<import('./a').A, import(\"./b\").B[]>} */ let a",
  "/** @type import('./a').A */ let a",
  "/** @type {{ ship: import('./a').A, crane: {\n *   rope: import('./b').B\n * } }} */ let a",
  "/**\n * @param {import('./a').A} ship the one of import('./x')\n * @param crane {import('./b').B}\n * @returns {Promise<import('./c').C>}\n * @throws {import('./d').D}\n */ function a(ship, crane) {}",
  "/** @typedef {import('./a').A} Ship */",
  "/**\n * @typedef {Object} Ship\n * @property {import('./a').A} hull\n * @prop {import('./b').B} [mast]\n */",
  "/** @callback Sail\n * @param {import('./a').A} wind\n * @return {import('./b').B} */",
  "/** @template {import('./a').A} T\n * @param {T} t */ function a(t) {}",
  "/** @extends {Ship<import('./a').A>}\n * @implements {import('./x').X} */ class A extends Ship {}",
  "/** @augments {import('./x').X<string>}\n * @implements { Ship.Hull<Map<string, import('./a').A>> } the hull */ class A extends Ship {}",
  "const a = /** @type {import('./a').A} */ (b)",
  "const a = /** @satisfies {import('./a').A} */ ({})",
  "/** @this {import('./a').A} */ function a() {}",
  "/** @enum {import('./a').A} */ const a = {}",
  "/** @import { A } from './a' */",
  "/** @import A, { type B as C } from \"./a\" */\n/** @import * as D from './d' */",
  "/**\n * @import { A,\n *   B } from './a'\n * @import C from './c'\n */",
  "/** @import { A } from './a' @type {A} */ let a",
  "/** See import('./x') and {@link import('./y')}.\n * @example import('./z')\n * @see {import('./w')} */ let a",
  "/** Like `@type {import('./x')}`. @type {import('./a').A} */ let a",
  "/** harbour@type {import('./x').X} */ let a",
  "/* @type {import('./x').X} */ let a",
  "// @type {import('./x').X}\nlet a",
  "const a = \"/** @type {import('./x').X} */\"",
  "/** @type {'import(\"./x\")' | import('./a').A} */ let a",
  "/** @type {typeof import('./a')} */ let a",
  "/** @type {import(x)} */ let a",
  "/** @param {object} a the ship\n * @param {import('./a').A} a.hull its hull */ function b(a) {}",
  "class Deck {\n  /** @type {import('./a').A} */ mast\n  /** @returns {import('./b').B} */ sail() {}\n}",
  '/// <reference path="a.d.ts" />\n/// <reference path=\'../b.d.ts\'/>\n/// <reference types="ropes"/>\nlet a',
  '#!/usr/bin/env node\n// Ahoy\n/* and */\n///<reference path="./a.d.ts"/>\nlet a',
  'let a\n/// <reference path="x.d.ts"/>',
  '/// <reference lib="dom"/>\n/// <reference no-default-lib="true"/>\n// <reference path="x"/>\n/* /// <reference path="y"/> */\n/// <amd-module name="z"/>\n/// <reference path="w">',
  '/// <reference types="ropes" resolution-mode="import" preserve="true" />',
]

for (const path of ['pier.js', 'pier.ts', 'pier.d.ts']) {
  test(`in the comments of ${path}, what TypeScript reads there`, () => {
    for (const text of comments) {
      assert.deepEqual(mentions(text, path, ['jsdoc']).map(({ specifier }) => specifier).sort(), typescriptMentions(text, path), text)
    }
  })
}
