// Trap 31: expressions take time in proportion wherever one may stand, and none is refused for its looks or for its company.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policyOf, problemsOf } from './project.ts'

const files = 'src/shop/cart.ts src/billing/ledger.ts test/cart.ts'
const head = 'modules: { shop: src/shop, billing: src/billing }\n'

/** Every place of the format where `re:` may stand. */
const places: Readonly<Record<string, (expression: string) => string>> = {
  include: (re) => `include: ["**", ${re}]\n${head}`,
  ignore: (re) => `ignore: [${re}]\n${head}`,
  'a tag': (re) => `${head}tags: { some: { any: ["path:src", ${re}] } }\n`,
  'the tag test': (re) => `${head}tags: { test: [${re}] }\n`,
  uses: (re) => `modules: { shop: { files: src/shop, uses: [billing, ${re}] }, billing: src/billing }\n`,
  usedBy: (re) => `modules: { shop: { files: src/shop, usedBy: [billing, ${re}] }, billing: src/billing }\n`,
  from: (re) => `${head}rules: [{ id: a, from: { any: [shop, ${re}] }, forbid: billing }]\n`,
  to: (re) => `${head}rules: [{ id: a, to: { any: [shop, ${re}] }, forbid: billing }]\n`,
  forbid: (re) => `${head}rules: [{ id: a, from: shop, forbid: { any: [billing, ${re}] } }]\n`,
  only: (re) => `${head}rules: [{ id: a, from: shop, only: [billing, ${re}] }]\n`,
  all: (re) => `${head}rules: [{ id: a, from: { all: ["path:src", { any: ["path:src/shop", ${re}] }] }, forbid: billing }]\n`,
  not: (re) => `${head}rules: [{ id: a, from: { any: shop, not: ${re} }, forbid: billing }]\n`,
  'in of a check': (re) => `${head}checks: { boundaries/rules: { severity: error, in: { any: ["path:src", ${re}] } } }\n`,
  'allow of vendors': (re) => `${head}vendors: { allow: { any: [shop, ${re}] } }\n`,
  'allow of one vendor': (re) => `${head}vendors: { allow: { aws: { any: [shop, ${re}] }, "*": shop } }\n`,
  'from of an exception': (re) => `${head}exceptions: [{ rule: boundaries/rules, from: ${re}, why: SHOP-1, until: never }]\n`,
  'to of an exception': (re) => `${head}exceptions: [{ rule: boundaries/rules, to: ${re}, why: SHOP-1, until: never }]\n`,
}

for (const [place, config] of Object.entries(places)) {
  test(`trap 31: ${place} refuses what cannot be linear, where it stands`, () => {
    for (const [expression, says] of [['(?=src)', /bad-(?:pattern|selector): .*RE2: no look-around, no back-references/], ['(a)\\\\1', /RE2/], ['(?<!a)b', /RE2/], ['src/(', /bad-/]] as const) {
      const text = config(`"re:${expression}"`)
      const at = text.indexOf(`"re:`)
      const place = `${text.slice(0, at).split('\n').length}:${at - text.lastIndexOf('\n', at)} `
      const told = problemsOf({ files, config: text }).filter((problem) => problem.startsWith(place))
      assert.equal(told.length, 1, `${text}${JSON.stringify(problemsOf({ files, config: text }))}`)
      assert.match(told[0] ?? '', says)
    }
  })
}

const slow = '(a+)+b$|(a|a)*c$|(.*)*#x|(\\\\w+\\\\s?)*!!$|^(([a-z])+.)+[A-Z]([a-z])+$|cart\\\\.ts$'

for (const [place, config] of Object.entries(places)) {
  test(`trap 31: ${place} takes what is slow elsewhere`, () => {
    const long = `src/shop/${'a'.repeat(3_000)}!.ts`
    const started = process.cpuUsage()
    assert.deepEqual(problemsOf({ files: `${files} ${long} src/billing/${'ab'.repeat(1_500)}.ts`, config: config(`"re:${slow}"`) }), [])
    const { user, system } = process.cpuUsage(started)
    assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms`)
  })
}

test('trap 31: a hundred expressions in one list are as good as one, and as good as one that joins them', () => {
  const each = Array.from({ length: 100 }, (_, i) => `src/.*/c.*${i === 99 ? 't' : i}\\.ts$`)
  const judged = (list: string): boolean => {
    const text = `ignore: [${list}]\n${head.replace('shop: src/shop', 'shop: { files: src/shop, optional: true }')}`
    assert.deepEqual(problemsOf({ files, config: text }), [])
    return policyOf({ files, config: text }).isIncluded('src/shop/cart.ts')
  }
  assert.equal(judged(each.map((one) => `'re:${one}'`).join(', ')), false)
  assert.equal(judged(`'re:${each.slice(0, 30).join('|')}', 're:${each.slice(30, 60).join('|')}', 're:${each.slice(60).map((one) => `(?:${one})`).join('|')}'`), false)
})

test('an expression that names what the other side captures is asked when its value is known', () => {
  const between = (forbid: string): string => `${head}rules: [{ id: a, from: "path:src/{part}", forbid: ${forbid} }]\n`
  for (const forbid of ['"re:^src/{part}/[a-z]{2,9}"', '{ all: ["re:^src/{part}/x", path:src] }', '{ any: path:test, not: "re:^test/{part}" }']) assert.deepEqual(problemsOf({ files, config: between(forbid) }), [])
  assert.deepEqual(problemsOf({ files, config: between('"re:^src/{other}/[a-z]{2,9}"') }).map((problem) => problem.replace(/^\S+ /, '')), ['no-match: re:^src/{other}/[a-z]{2,9} takes no file'])
})
