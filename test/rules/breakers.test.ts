import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { breakers, type Arc } from '../../rules/boundaries/breakers.ts'

/** 'ab2 ba': a imports b twice, b imports a once. */
function arcs(text: string): readonly Arc[] {
  return text.split(' ').map(([from = '', to = '', imports = '1']) => ({ from: from.charCodeAt(0) - 97, to: to.charCodeAt(0) - 97, imports: Number(imports) }))
}

function cut(size: number, text: string): string {
  return breakers(size, arcs(text)).arcs.map(({ from, to }) => String.fromCharCode(97 + from, 97 + to)).join(' ')
}

test('of two ways to break a circle the one with fewer imports is named', () => {
  assert.equal(cut(3, 'ab3 bc1 ca2'), 'bc')
})

test('one edge that lies on every circle is enough', () => {
  assert.equal(cut(4, 'ab bc ca bd da'), 'ab')
})

test('two circles that share nothing need two', () => {
  assert.equal(cut(4, 'ab1 ba2 cd1 dc2 bc'), 'ab cd')
})

test('an import of itself has to go in any case', () => {
  assert.equal(cut(2, 'aa ab ba2'), 'aa ab')
})

test('a group too large to search is broken all the same, and says that the answer may not be the smallest', () => {
  const size = 60
  const all = Array.from({ length: size }, (_, from) => Array.from({ length: 6 }, (_, step) => ({ from, to: (from + step * 7 + 1) % size, imports: 1 }))).flat()
  const answer = breakers(size, all)
  assert.equal(answer.isProvenSmallest, false)
  assert.equal(hasCircle(size, all.filter((arc) => !answer.arcs.includes(arc))), false)
})

test('whatever the group, nothing is left of its circles', () => {
  const group = fc.array(fc.record({ from: fc.nat(7), to: fc.nat(7), imports: fc.integer({ min: 1, max: 3 }) }), { maxLength: 24 })
  fc.assert(fc.property(group, (some) => {
    const unique = [...new Map(some.map((arc) => [arc.from * 8 + arc.to, arc])).values()]
    const answer = breakers(8, unique)
    return !hasCircle(8, unique.filter((arc) => !answer.arcs.includes(arc)))
  }), { numRuns: 300, seed: 7 })
})

test('what is called smallest is: no set of fewer, and none of as many for fewer imports', () => {
  const group = fc.uniqueArray(fc.record({ from: fc.nat(4), to: fc.nat(4), imports: fc.integer({ min: 1, max: 3 }) }), { maxLength: 11, selector: ({ from, to }) => from * 5 + to })
  fc.assert(fc.property(group, (some) => {
    const answer = breakers(5, some)
    const price = (set: readonly Arc[]): number => set.length * 1000 + set.reduce((sum, { imports }) => sum + imports, 0)
    let least = Infinity
    for (let chosen = 0; chosen < 2 ** some.length; chosen++) {
      const set = some.filter((_, i) => (chosen >> i & 1) === 1)
      if (price(set) < least && !hasCircle(5, some.filter((arc) => !set.includes(arc)))) least = price(set)
    }
    return answer.isProvenSmallest && price(answer.arcs) === least
  }), { numRuns: 60, seed: 3 })
})

/** By walking: independent of how the answer was found. */
function hasCircle(size: number, arcs: readonly Arc[]): boolean {
  const walk = (node: number, path: readonly number[]): boolean => path.includes(node) || arcs.some(({ from, to }) => from === node && walk(to, [...path, node]))
  if (size > 10) {
    let left = [...arcs]
    for (let before = -1; before !== left.length;) {
      before = left.length
      left = left.filter(({ to }) => left.some(({ from }) => from === to))
    }
    return left.length > 0
  }
  return Array.from({ length: size }, (_, node) => node).some((node) => walk(node, []))
}
