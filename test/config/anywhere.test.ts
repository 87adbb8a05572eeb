// Whatever is typed and wherever the cursor stands, the editor is answered, and soon.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cardAt, completions, countedIn, definitions, links, outlineOf, references, removals, rename, renameable, tallyOf } from '../../server/session/index.ts'
import { inMemory } from '../support/project.ts'

const whole = `version: 1
extends: [preset:layered]
imports: { kinds: [all], virtual: ["astro:*"] }
layers:
  - { name: shop, siblings: api, files: src/shop }
  - [billing, { name: kernel, files: [libs/kernel] }]
modules:
  "{domain}-{part:r*,w*}": { files: "libs/{domain}/{part}", api: [read], optional: true }
  store: &store { files: libs/store, uses: [kernel], packages: [pg, "builtin:*"], tags: [data, "team:a"] }
tags: { usecase: "path:**/*.ts", driver: [pkg:pg, "vendor:aws"] }
vendors:
  allow: { aws: kernel, "*": kernel }
rules:
  - id: apart
    to: store
    forbid: { any: tag:usecase, not: kernel }
    why: >-
      Two
      lines
checks: { boundaries/layers: { severity: error, in: path:src } }
exceptions:
  - { from: path:src/shop/cart.ts, to: store, rule: [apart, store.uses], why: X, until: 2027-01-31 }
budgets: { "vendor:aws.files": 12 }
`

const files = new Map(Object.entries({
  'src/shop/cart.ts': "import '../../libs/store/read/a'\n", 'src/billing/ledger.ts': 'export {}\n', 'libs/store/read/a.ts': "import 'pg'\n", 'libs/kernel/k.ts': 'export {}\n',
  'bulkhead.yaml': whole.replace('extends: [preset:layered]\n', ''),
}))
const session = inMemory(files)
session.apply([])

/** All that an editor asks at a place. */
function ask(text: string, offset: number): void {
  const started = process.cpuUsage()
  const around = session.surroundings('bulkhead.yaml', (path) => (path === 'bulkhead.yaml' ? text : undefined))
  const typing = session.surroundings('bulkhead.yaml', (path) => (path === 'bulkhead.yaml' ? text : undefined), offset)
  for (const { span } of completions(typing, 'bulkhead.yaml', { withStops: true })) assert.ok(span.start <= offset && offset <= span.end && span.end <= text.length, `${JSON.stringify(text)} at ${offset}`)
  const card = cardAt(around, 'bulkhead.yaml', offset)
  if (card !== undefined) assert.ok(card.span.start <= offset && offset <= card.span.end)
  definitions(around, 'bulkhead.yaml', offset)
  references(around, 'bulkhead.yaml', offset, { withDefinition: true })
  const named = renameable(around, 'bulkhead.yaml', offset)
  if (named !== undefined && !('refusal' in named)) rename(around, 'bulkhead.yaml', offset, 'other')
  const { user, system } = process.cpuUsage(started)
  assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms at ${offset} of ${JSON.stringify(text.slice(0, 300))}`)
}

/** All that it asks of a text. */
function askAll(text: string): void {
  const around = session.surroundings('bulkhead.yaml', (path) => (path === 'bulkhead.yaml' ? text : undefined))
  const [own] = around.texts
  assert.ok(own)
  outlineOf(own.sketch)
  links(around, 'bulkhead.yaml')
  for (const { way } of countedIn(own)) tallyOf(around, own, way)
  for (const { word } of own.words) {
    assert.ok(word.span.start >= 0 && word.span.start <= word.inner.start && word.inner.end <= word.span.end && word.span.end <= text.length)
    removals(own, word.span)
  }
}

test('at every offset of a configuration', () => {
  for (let offset = 0; offset <= whole.length; offset++) ask(whole, offset)
  askAll(whole)
})

test('at the end of every beginning of it, as it is typed', () => {
  for (let end = 0; end <= whole.length; end++) {
    ask(whole.slice(0, end), end)
    if (end % 7 === 0) askAll(whole.slice(0, end))
  }
})

test('where a line breaks off, with all that follows it', () => {
  const lines = whole.split('\n')
  for (const [i, line] of lines.entries()) {
    const before = lines.slice(0, i).map((each) => `${each}\n`).join('')
    const after = lines.slice(i + 1).map((each) => `\n${each}`).join('')
    for (let end = 0; end < line.length; end += 3) ask(`${before}${line.slice(0, end)}${after}`, before.length + end)
  }
})

const pieces = ['{', '}', '[', ']', ':', ': ', '- ', '\n', '\n\t', '*', '&a ', '*a', '!x ', '"', "'", '#', '|', '|\n', '>', '?', ', ', '__proto__: ', 'constructor', '\0', '\u2028', '\ud800', '😀', '\r', '---\n', '...\n', '{x}', '..', ' '.repeat(40), 'path:', 're:(', 'toString', '[[[[', '{{{{', 'extends: [bulkhead.yaml]\n', '\\', '"\\x"', '\uE000']

test('in texts that are none', () => {
  fc.assert(fc.property(fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 40 }), insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })) }), { minLength: 1, maxLength: 5 }), fc.nat(), (mutations, at) => {
    let text = whole
    for (const mutation of mutations) {
      const start = mutation.at % (text.length + 1)
      text = text.slice(0, start) + mutation.insert + text.slice(start + mutation.remove)
    }
    ask(text, at % (text.length + 1))
    ask(text, mutations[0]!.at % (text.length + 1))
    askAll(text)
  }), { numRuns: 250, seed: 5 })
})

test('in texts that are too much', () => {
  for (const text of ['['.repeat(100_000), '{a: '.repeat(60_000), '- '.repeat(100_000), Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(Math.min(i, 150))}a${i}:\n`).join(''), 'a\n'.repeat(100_000), '"'.repeat(100_000), "a: '\n".repeat(50_000), `rules: [${'{ id: a, from: b },'.repeat(15_000)}`, `modules: { a: b${' c'.repeat(100_000)}`, 'x'.repeat(600_000)]) {
    for (const offset of [0, text.length >> 1, text.length]) ask(text, offset)
  }
})
