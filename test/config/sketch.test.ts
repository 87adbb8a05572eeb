// What is read of a text while it is typed: of whole YAML the same as the parser reads, of anything else as much as can be told.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { presets } from '../../rules/index.ts'
import { sketch } from '../../server/config/language/sketch.ts'
import type { Node } from '../../server/config/language/sketch/node.ts'
import { readTree, type Tree } from '../../server/config/yaml-tree.ts'

const root = join(import.meta.dirname, '../..')

/** Keys and texts with their places; what is no text by its value alone. */
function parsed(tree: Tree): unknown {
  if (tree.entries.size > 0) return [...tree.entries].map(([key, inner]) => [key, tree.entries.get(key)?.key, parsed(inner)])
  if (Array.isArray(tree.value)) return tree.items.map(parsed)
  if (tree.value === null) return null
  return typeof tree.value === 'object' ? [] : [tree.span, typeof tree.value === 'string' ? tree.value : 'no text']
}

function sketched(node: Node): unknown {
  switch (node.kind) {
    case 'map': return node.entries.map(({ key, value }) => [key.text, key.span, sketched(value)])
    case 'list': return node.items.map(({ value }) => sketched(value))
    case 'nothing': return null
    case 'word': {
      const { text, quote } = node.word
      if (quote === '' && /^(?:~|null|Null|NULL|)$/.test(text)) return null
      return [node.span, quote === '' && /^(?:true|True|TRUE|false|False|FALSE|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text) ? 'no text' : text]
    }
  }
}

function assertSame(text: string): boolean {
  const { tree, problems } = readTree('bulkhead.yaml', text)
  if (tree === undefined || problems.length > 0 || tree.entries.size === 0) return false
  assert.deepEqual(sketched(sketch(text).root), parsed(tree), text)
  return true
}

test('the examples of the documentation, the presets and the fixtures read as the parser reads them', () => {
  const pages = globSync('{docs,rules}/**/*.md', { cwd: root }).flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/```yaml\n([^]*?)```/g)].flatMap(([, text]) => text ?? []))
  const files = globSync('{bulkhead.yaml,examples/**/bulkhead.yaml,test/fixtures/**/bulkhead.yaml,rules/presets/*.yaml}', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'))
  const same = [...pages, ...files, ...Object.values(presets)].filter((text) => !/^\s*\S+: [|>]/m.test(text) && assertSame(text))
  assert.ok(same.length > 40, `${same.length} of them are configurations`)
})

test('odd but whole YAML, too', () => {
  for (const text of [
    '# head\n\nlayers:\n- web\n- [a,\n   b]   # two\n- { name: data,\n    files: [x] }\nrules:\n  -\n    id: a\n  - id: "b \\"c\\""\n    why: \'it\'\'s\'\n',
    'rules:\r\n  - id: a\r\n    why: two\r\n      lines\r\n  - id: b\r\n',
    'modules:\n  "{a}/{b}": x\n  a b : y\n  k: &here { files: [a] }\n  l: !!str 3x\ncycles:\n',
    '---\nversion: 1\ntags: { a: "path:x", "b:c": [d, ], e: , f: }\n',
    'rules: [ { id: a, only: [] }, { id: b\n , from: c } ]\n',
    '{ "version": 1, "layers": ["a", "b"] }\n',
    'a:\n  - - x\n    - y\n  - b: c\n    d:\n    - e\n',
    'why: "over\n  several\n\n  lines"\nnext: x\n',
    'a: x # no, y\nb: x#y\nc: http://x:80/y\nd: -x\n',
  ]) assert.ok(assertSame(text), text)
})

const word = fc.oneof(fc.constantFrom('a', 'shop', 'path:src/**', '{x}/*', '*', 'pkg:@a/b', '- x', 'a: b', '#c', 'it\'s', '"q"', 'off', '~', '', ' x ', 'tag:a:b', 'x,y', '[z]', 'ünï', '1', 'true', '2027-01-31', 'a\\b', '%', '@a', '!x', '|', '>', '?', '? a', 'a #b'), fc.string({ maxLength: 12, unit: 'grapheme-ascii' }))
const { tree: anything } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, word, fc.boolean(), fc.nat(), tie('list'), tie('map')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  map: fc.dictionary(word.filter((key) => key !== '__proto__' && key !== '<<' && !/^(?:~|null|true|\d+|)$/.test(key)), tie('tree'), { maxKeys: 4 }),
}))

test('whatever a program writes as YAML reads as it was meant', () => {
  let same = 0
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('version', 'layers', 'modules', 'rules', 'tags'), anything, { minKeys: 1 }), fc.constantFrom(1, 2, 4), fc.constantFrom<'any' | 'block' | 'flow'>('any', 'block', 'flow'), fc.boolean(), (value, indent, collectionStyle, indentSeq) => {
    const text = stringify(value, { indent, collectionStyle, indentSeq, lineWidth: 60, blockQuote: false, aliasDuplicateObjects: false })
    if (assertSame(text)) same++
  }), { numRuns: 500, seed: 11 })
  assert.ok(same > 300, `${same} of them were compared`)
})
