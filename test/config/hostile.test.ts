import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { told } from './project.ts'

const files = 'src/shop/cart.ts src/billing/ledger.ts libs/store/read/a.ts libs/kernel/k.ts test/x.ts'

const whole = `# yaml
version: 1
include: ["**"]
ignore: ["**/generated", "re:\\\\.d\\\\.ts$"]
imports: { kinds: all, reexports: follow, virtual: ["astro:*"] }
layers:
  - { name: shop, siblings: api }
  - [billing, { name: kernel, files: [libs/kernel], closed: true, optional: true }]
modules:
  "{domain}-{part:r*,w*}": { files: "libs/{domain}/{part}", api: [read], optional: true }
  store: &store { files: libs/store, uses: [kernel], packages: [pg, "builtin:*"], tags: [data, "team:a"] }
  kernel: { files: libs/kernel, mode: common, owner: "@k", why: Small }
tags: { usecase: "path:**/*.ts", driver: [pkg:pg, "vendor:aws"] }
vendors: { allow: { aws: kernel, "*": kernel }, levels: { portable: info } }
rules:
  - { id: own, from: "{domain}-*", only: ["{domain}-*", path:libs], why: Domains }
  - { id: apart, to: store, forbid: { any: tag:usecase, not: kernel }, kinds: { not: type }, severity: info }
cycles: [{ level: file }, { level: module, kinds: all }]
checks: { boundaries/layers: { severity: error, in: path:src } }
exceptions:
  - { from: path:src/shop/cart.ts, to: store, rule: own, why: X, until: 2027-01-31 }
`

const snippets = ['{', '}', '[', ']', ':', ': ', '- ', '\n', '\n\t', '*', '**', '&a ', '*a', '!x ', '"', "'", '#', '|', '>', '%', '@', '`', '?', ', ', '<<: ', '__proto__: ', 'constructor: ', '\u0000', '\u2028', '\ud800', '😀', '\r', '---\n', '...\n', '{x}', '{x:**}', '..', '//', 'null', '1e999', '0x', '~', ' '.repeat(40), 'not: ', 'path:', 're:(', 'toString', '[[[[', '{{{{']

const mutation = fc.record({
  at: fc.nat(), remove: fc.nat({ max: 60 }),
  insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 8 }), fc.nat().map((from) => whole.slice(from % whole.length, (from % whole.length) + 30))),
})

test('no mutation of a configuration throws, and each is a policy or problems with a place in it', () => {
  fc.assert(fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
    let text = whole
    for (const { at, remove, insert } of mutations) {
      const start = at % (text.length + 1)
      text = text.slice(0, start) + insert + text.slice(start + remove)
    }
    for (const problem of told({ files, config: text }).problems) assert.match(problem, /^\d+:\d+ [a-z-]+: [^]+/)
  }), { numRuns: 300, seed: 7 })
})

/** Values in the place of any value, keys in the place of any key. */
const values = ['3', 'true', 'null', '[]', '{}', '""', '"*"', '{ any: [] }', '[[[]]]', '{ a: { b: { c: d } } }', '"{x}"', '"{"', '"path:"', '2027-13-45', '-1', '.inf', '"{constructor}"', 'toString', '"__proto__"', '["a", 1, {}]', '"re:["', '"folder:above"', '"{a,b/c}"']

test('whatever stands in the place of a value, nothing throws', () => {
  const lines = whole.split('\n')
  for (const [i, line] of lines.entries()) {
    const key = /^(\s*(?:- )?[^\s:#]+:)/.exec(line)?.[1]
    if (key === undefined) continue
    let next = i + 1
    while (/^\s/.test(lines[next] ?? '') && !/^\s/.test(line)) next++
    for (const value of values) assert.ok(Array.isArray(told({ files, config: [...lines.slice(0, i), `${key} ${value}`, ...lines.slice(next)].join('\n') }).problems))
  }
})

const huge: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ['a million keys', Array.from({ length: 1_000_000 }, (_, i) => `k${i}: 1`).join('\n'), /too-large/],
  ['as many keys as are read', Array.from({ length: 45_000 }, (_, i) => `k${i}: 1`).join('\n'), /unknown-key/],
  ['as many modules as are read', `modules:\n${Array.from({ length: 20_000 }, (_, i) => `  m${i}: src/s${i}`).join('\n')}`, /no-match/],
  ['lists nested 100,000 deep', '['.repeat(100_000), /too-deep/],
  ['list items nested 100,000 deep', `${'- '.repeat(100_000)}x`, /too-deep/],
  ['maps nested 100,000 deep', '{a: '.repeat(100_000), /too-deep/],
  ['keys nested 100,000 deep', '? '.repeat(100_000), /too-deep/],
  ['maps nested by indentation', Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /too-deep/],
  ['aliases of aliases', ['a: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => `b${i}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]`)].join('\n'), /too-large|unknown-key/],
  ['an alias within itself', 'include: &a [*a]', /within itself/],
  ['an expression that would take a gigabyte', 'ignore: ["re:((a{1000}){1000}){1000}"]', /bad-pattern/],
  ['a long pattern', `ignore: ["${'{a,b}/'.repeat(1000)}"]`, /longer than/],
  ['alternatives of alternatives', `ignore: ["${'{a/b,c}'.repeat(40)}"]`, /more than 256/],
]

for (const [what, text, says] of huge) {
  test(`${what} end within two seconds`, { timeout: 20_000 }, () => {
    const started = process.cpuUsage()
    const { problems } = told({ files, config: text })
    const { user, system } = process.cpuUsage(started)
    assert.match(problems[0] ?? '', says)
    assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`)
  })
}
