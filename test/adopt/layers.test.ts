// Which layers are proposed for a project, by the imports it has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, order } from './drawn.ts'

test('layers are ordered by who imports whom, whatever they are called', () => {
  const harbour = drawn({
    'src/zebra/gate.ts': ['src/apple/crane.ts', 'src/mango/rope.ts'],
    'src/apple/crane.ts': ['src/mango/rope.ts'],
  })
  assert.equal(order(harbour), 'zebra > apple > mango')
  assert.deepEqual([harbour.fit, harbour.between, harbour.misfits], [3, 3, []])
  assert.match(harbour.text, /^layers: .*\n {2}- zebra\n {2}- apple\n {2}- mango\n/m)
})

test('parts that do not import each other stand side by side', () => {
  assert.equal(order(drawn({ 'src/shop/cart.ts': ['src/kernel/money.ts'], 'src/billing/bill.ts': ['src/kernel/money.ts'] })), '[billing shop] > kernel')
})

test('a part on its own is in no layer', () => {
  const shop = drawn({ 'src/shop/cart.ts': ['src/kernel/money.ts'], 'src/mural/paint.ts': [] })
  assert.equal(order(shop), 'shop > kernel')
  assert.doesNotMatch(shop.text, /mural/)
})

test('the fewest imports point upwards, and each of these is told with its place', () => {
  const down = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`src/shop/page${i}.ts`, ['src/kernel/money.ts']]))
  const shop = drawn({ ...down, 'src/kernel/tax.ts': ['src/shop/page0.ts'] })
  assert.equal(order(shop), 'shop > kernel')
  assert.deepEqual([shop.fit, shop.between], [10, 11])
  assert.deepEqual(shop.misfits.map(({ at, from, into, to }) => [at.path, from, into, to]), [['src/kernel/tax.ts', 'kernel', 'shop', 'src/shop/page0.ts']])
})

test('a circle of three is cut where it costs least', () => {
  const many = (from: string, to: string, count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/${from}/${to}${i}.ts`, [`src/${to}/index.ts`]]))
  const circle = drawn({ ...many('quay', 'crane', 9), ...many('crane', 'rope', 9), ...many('rope', 'quay', 1) })
  assert.equal(order(circle), 'quay > crane > rope')
  assert.deepEqual([circle.fit, circle.between], [18, 19])
})

test('parts that import each other as much one way as the other are one layer', () => {
  const shop = drawn({
    'src/app/main.ts': ['src/shop/a.ts', 'src/billing/a.ts', 'src/shop/b.ts', 'src/billing/b.ts', 'src/shop/c.ts'],
    'src/shop/a.ts': ['src/billing/a.ts', 'src/billing/b.ts'],
    'src/billing/b.ts': ['src/shop/b.ts', 'src/shop/c.ts'],
    'src/shop/d.ts': ['src/kernel/money.ts'],
  })
  assert.equal(order(shop), 'app > billing-shop > kernel')
  assert.match(shop.text, /- \{ name: billing-shop, files: \[src\/billing, src\/shop\] \}/)
})

test('where nothing but a knot is left, no layers are proposed', () => {
  const knot = drawn({
    'src/shop/a.ts': ['src/billing/a.ts', 'src/billing/b.ts'],
    'src/billing/a.ts': ['src/shop/b.ts', 'src/shop/c.ts'],
  })
  assert.equal(knot.flat, 'no-direction')
  assert.deepEqual([knot.fit, knot.between], [2, 4])
  assert.match(knot.text, /^# layers: /m)
  assert.match(knot.text, /^ {2}"\{name\}": "src\/\{name\}" /m)
  assert.match(knot.text, /- \{ level: module \} .*and 1 group of modules/)
})

test('tests say nothing about the order', () => {
  assert.equal(order(drawn({
    'src/shop/cart.ts': ['src/kernel/money.ts'],
    'src/kernel/money.test.ts': ['src/shop/cart.ts', 'src/shop/page.ts', 'src/shop/till.ts'],
  })), 'shop > kernel')
})

test('an order of many parts with one import back is still found', () => {
  const names = Array.from({ length: 20 }, (_, i) => `deck${String(19 - i).padStart(2, '0')}`)
  const ship = drawn({
    ...Object.fromEntries(names.flatMap((name, i) => names.slice(i + 1).map((below) => [`src/${name}/to-${below}.ts`, [`src/${below}/index.ts`]]))),
    [`src/${names[19]}/up.ts`]: [`src/${names[0]}/index.ts`],
  })
  assert.equal(order(ship), names.join(' > '))
  assert.equal(ship.misfits.length, 1)
})

test('one import between many files tells no order', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`src/shop/page${i}.ts`, [`src/shop/part${i}.ts`]]))
  const shop = drawn({ ...files, 'src/kernel/money.ts': ['src/shop/page0.ts'] })
  assert.deepEqual([shop.flat, shop.between], ['few-imports', 1])
})
