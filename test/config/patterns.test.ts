import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namePattern } from '../../rules/model/name-pattern.ts'
import { pathPattern } from '../../rules/model/path-pattern.ts'
import type { PathPattern } from '../../rules/model/pattern.ts'

function pattern(written: string, lone: 'any' | 'folder' = 'any'): PathPattern {
  const made = pathPattern(written, lone)
  if ('mistake' in made) throw new Error(`${written}: ${made.mistake}`)
  return made
}

/** What a pattern takes of a path: the folder (or file) it matches, and what its captures stand for. */
const taken: readonly (readonly [pattern: string, path: string, prefix: string | undefined, bindings?: Record<string, string>])[] = [
  // A plain folder takes all below it, from the root, never as a suffix, and only whole segments.
  ['src/shop', 'src/shop/cart.ts', 'src/shop'],
  ['src/shop', 'src/shop/till/cart.ts', 'src/shop'],
  ['src/shop', 'src/shop', 'src/shop'],
  ['src/shop', 'src/shopping/cart.ts', undefined],
  ['shop', 'src/shop/cart.ts', undefined],
  ['src/Shop', 'src/shop/cart.ts', undefined],
  ['./src/shop/', 'src/shop/cart.ts', 'src/shop'],
  ['.', 'src/shop/cart.ts', ''],
  // A star stays in its segment, takes files and whole folders, and dotfiles too.
  ['src/*', 'src/index.ts', 'src/index.ts'],
  ['src/*', 'src/shop/cart.ts', 'src/shop'],
  ['src/*', 'src/.hidden', 'src/.hidden'],
  ['src/*.ts', 'src/shop/cart.ts', undefined],
  ['src/*.ts', 'src/.ts', 'src/.ts'],
  ['*', 'readme.md', 'readme.md'],
  // Two stars are any number of whole segments; at the end, what lies inside.
  ['src/**', 'src/shop/cart.ts', 'src/shop'],
  ['src/**', 'src', undefined],
  ['**', 'cart.ts', 'cart.ts'],
  ['**/cart.ts', 'cart.ts', 'cart.ts'],
  ['**/cart.ts', 'src/shop/cart.ts', 'src/shop/cart.ts'],
  ['**/shop', 'a/shop/b/shop/c.ts', 'a/shop'],
  ['src/**/api', 'src/api/x.ts', 'src/api'],
  ['src/**/api', 'src/a/b/api/x.ts', 'src/a/b/api'],
  ['features/*/**', 'features/index.ts', undefined],
  ['features/*/**', 'features/cart/index.ts', 'features/cart/index.ts'],
  // One character, alternatives, and everything else stands for itself.
  ['src/?.ts', 'src/a.ts', 'src/a.ts'],
  ['src/?.ts', 'src/ab.ts', undefined],
  ['src/?.ts', 'src/⚓.ts', 'src/⚓.ts'],
  ['src/?.ts', 'src/😀.ts', 'src/😀.ts'],
  ['src?shop', 'src/shop', undefined],
  ['{libs,apps/web}/api', 'apps/web/api/x.ts', 'apps/web/api'],
  ['{libs,apps/web}/api', 'libs/api/x.ts', 'libs/api'],
  ['{libs,apps/web}/api', 'apps/api/x.ts', undefined],
  ['**/*.{test,spec}.*', 'src/cart.spec.ts', 'src/cart.spec.ts'],
  ['src/{a,{b,c}d}.ts', 'src/cd.ts', 'src/cd.ts'],
  ['src/cart{,s}', 'src/carts/x.ts', 'src/carts'],
  ['app/[id]/page', 'app/[id]/page/x.ts', 'app/[id]/page'],
  ['app/[id]/page', 'app/i/page/x.ts', undefined],
  ['a+b(c)|d^$.ts', 'a+b(c)|d^$.ts', 'a+b(c)|d^$.ts'],
  ['src/x}y', 'src/x}y', 'src/x}y'],
  // Captures: within a segment, of one of these, across segments; each takes the least, and at least one character.
  ['services/{domain}/{part}', 'services/pay/api/x.ts', 'services/pay/api', { domain: 'pay', part: 'api' }],
  ['src/{name}-{kind}.ts', 'src/a-b-c.ts', 'src/a-b-c.ts', { name: 'a', kind: 'b-c' }],
  ['src/{name}.ts', 'src/.ts', undefined],
  ['src/{x:a,b-*}', 'src/b-2/x.ts', 'src/b-2', { x: 'b-2' }],
  ['src/{x:a,b-*}', 'src/c/x.ts', undefined],
  ['{x:**}/api', 'a/b/api/c.ts', 'a/b/api', { x: 'a/b' }],
  ['{x:**}/api', 'api/c.ts', undefined],
  ['libs/{x:**}', 'libs/a/b/c.ts', 'libs/a', { x: 'a' }],
  ['**/{domain}/api', 'a/b/api/x.ts', 'a/b/api', { domain: 'b' }],
  ['{a-{x},b/{x}}/y', 'b/c/y/z.ts', 'b/c/y', { x: 'c' }],
  // One name twice is one value.
  ['src/{x}/{x}.ts', 'src/cart/cart.ts', 'src/cart/cart.ts', { x: 'cart' }],
  ['src/{x}/{x}.ts', 'src/cart/till.ts', undefined],
  ['src/{x}-{x}.ts', 'src/a-b-a-b.ts', 'src/a-b-a-b.ts', { x: 'a-b' }],
  ['**/{x}/{x}.ts', 'a/b/c/c.ts', 'a/b/c/c.ts', { x: 'c' }],
  // No name is special.
  ['{constructor}/x', '__proto__/x/y.ts', '__proto__/x', { constructor: '__proto__' }],
]

for (const [written, path, prefix, bindings] of taken) {
  test(`'${written}' takes ${prefix === undefined ? 'nothing' : `'${prefix}'`} of ${path}`, () => {
    const found = pattern(written).match(path)
    assert.equal(found?.prefix, prefix)
    if (found !== undefined) assert.deepEqual({ ...found.bindings }, bindings ?? {})
  })
}

test('in modules and layers, a last segment that is only a star or a capture is a folder', () => {
  for (const written of ['src/*', 'src/{name}', 'src/{name:cart*,till*}', '{libs,src/*}']) {
    assert.equal(pattern(written, 'folder').match('src/cart.ts'), undefined, written)
    assert.equal(pattern(written, 'folder').match('src/cart/x.ts')?.prefix, 'src/cart', written)
  }
  assert.equal(pattern('src/c*', 'folder').match('src/cart.ts')?.prefix, 'src/cart.ts')
  assert.equal(pattern('src/**', 'folder').match('src/cart.ts')?.prefix, 'src/cart.ts')
})

test('captures are those that every alternative binds', () => {
  assert.deepEqual(pattern('{a}/{b:x,y}/{c:**}').captures, ['a', 'b', 'c'])
  assert.deepEqual(pattern('{x/{a},y/{a}-{b}}').captures, ['a'])
})

test('a value stands for itself on the other side', () => {
  assert.equal(pattern('src/{d}/*').bind({ d: 'a*b' }).match('src/aXb/c.ts'), undefined)
  assert.equal(pattern('src/{d}/*').bind({ d: 'a*b' }).match('src/a*b/c.ts')?.prefix, 'src/a*b/c.ts')
  assert.equal(pattern('{d}/api').bind({ d: 'x/y' }).match('x/y/api/z.ts')?.prefix, 'x/y/api')
  assert.equal(pattern('{d}/{e}').bind({ d: 'x' }).written, 'x/{e}')
  assert.deepEqual(pattern('{d}/{e}').bind({ d: 'x' }).captures, ['e'])
  assert.equal(pattern('src/{d:a,b}').bind({ other: 'x' }).written, 'src/{d:a,b}')
})

const mistakes: readonly (readonly [written: string, says: RegExp])[] = [
  ['', /empty/],
  ['/src', /does not start with \//],
  ['src//shop', /between two \//],
  ['../src', /leave the project/],
  ['src/{shop', /lacks its closing brace/],
  ['src/{a b}', /neither a capture's name nor/],
  ['src/{}', /neither a capture's name nor/],
  ['src/a**', /whole segments/],
  ['src/{x:a/b,c}', /only as \{name:\*\*\}/],
  ['src/{x:{y}}', /holds another/],
  ['{a/b,c/d}'.repeat(9), /more than 256 alternatives/],
  ['x'.repeat(1001), /longer than/],
  ['{'.repeat(999), /lacks its closing brace/],
]

for (const [written, says] of mistakes) {
  test(`'${written.slice(0, 20)}' is no pattern`, () => {
    const made = pathPattern(written)
    assert.match('mistake' in made ? made.mistake : 'none', says)
  })
}

/** Whole names, or with what lies below. */
const named: readonly (readonly [pattern: string, extent: 'whole' | 'first-segments', name: string, bindings: Record<string, string> | undefined])[] = [
  ['store', 'whole', 'store', {}],
  ['store', 'whole', 'store/read', undefined],
  ['*/pages', 'whole', 'shop/pages', {}],
  ['*/pages', 'whole', 'a/b/pages', undefined],
  ['**/pages', 'whole', 'a/b/pages', {}],
  ['shop/**', 'whole', 'shop/a/b', {}],
  ['shop/**', 'whole', 'shop', undefined],
  ['{domain}/*', 'whole', 'pay/api', { domain: 'pay' }],
  ['domain:{d}', 'whole', 'domain:pay', { d: 'pay' }],
  ['lodash', 'first-segments', 'lodash/fp', {}],
  ['lodash/fp', 'first-segments', 'lodash', undefined],
  ['lodash', 'first-segments', 'lodash-es', undefined],
  ['@aws-sdk/*', 'first-segments', '@aws-sdk/client-s3/dist', {}],
  ['*', 'first-segments', '@aws-sdk/client-s3', {}],
  ['astro:*', 'first-segments', 'astro:content', {}],
  ['./gone', 'first-segments', './gone', {}],
  ['../*', 'first-segments', '../gone/x', {}],
]

for (const [written, extent, name, bindings] of named) {
  test(`the name '${written}' ${bindings === undefined ? 'is not' : 'is'} ${name}${extent === 'whole' ? '' : ', or above it'}`, () => {
    const made = namePattern(written, extent)
    assert.ok(!('mistake' in made))
    const found = made.match(name)
    assert.deepEqual(found === undefined ? undefined : { ...found }, bindings)
  })
}

test('hostile patterns take time in proportion, not in powers', () => {
  const path = `${'a'.repeat(200)}/`.repeat(15) + 'b'
  const hostile = ['*a'.repeat(300), `${'**/'.repeat(200)}c`, `${'**/*a*a*a/'.repeat(60)}c`, '{a,aa}'.repeat(150), `{x}${'*a'.repeat(200)}{y}c`, '{*a,*aa,*}'.repeat(90), `${'{a,'.repeat(150)}b${'}'.repeat(150)}`, '{a}{b}{c}{d}{e}{f}{a}{b}{c}{d}{e}{f}/c', `${'{x:**}/'.repeat(100)}c`, '**/{x}/**/{y}/**/{x}/**/{y}/c']
  const started = performance.now()
  for (const written of hostile) pattern(written).match(path)
  assert.ok(performance.now() - started < 2_000)
})
