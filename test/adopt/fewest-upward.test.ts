// The order of parts, against all orders that there are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewestUpward, type Flow } from '../../server/adopt/fewest-upward.ts'

const upward = (flow: Flow, order: readonly number[]): number =>
  order.reduce((sum, from, rank) => sum + order.slice(0, rank).reduce((part, to) => part + (flow[from]?.[to] ?? 0), 0), 0)

function orders(parts: readonly number[]): readonly (readonly number[])[] {
  return parts.length === 0 ? [[]] : parts.flatMap((part) => orders(parts.filter((other) => other !== part)).map((rest) => [part, ...rest]))
}

const flows = (size: number): fc.Arbitrary<Flow> =>
  fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(9)), { minLength: size, maxLength: size }), { minLength: size, maxLength: size })

test('no order of a few parts leaves fewer imports pointing upwards', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 5 }).chain(flows), (flow) => {
    const found = fewestUpward(flow)
    assert.deepEqual([...found].sort(), [...flow.keys()])
    assert.equal(upward(flow, found), Math.min(...orders([...flow.keys()]).map((order) => upward(flow, order))))
  }))
})

test('however many the parts, none points upwards where there is no circle', () => {
  fc.assert(fc.property(flows(30), fc.shuffledSubarray([...Array(30).keys()], { minLength: 30 }), (flow, ranks) => {
    const acyclic = flow.map((row, from) => row.map((imports, to) => (ranks[from] ?? 0) < (ranks[to] ?? 0) ? imports : 0))
    assert.equal(upward(acyclic, fewestUpward(acyclic)), 0)
  }), { numRuns: 20 })
})

test('of many parts in a knot each is placed once, and never worse than half of the imports', () => {
  fc.assert(fc.property(flows(20), (flow) => {
    const found = fewestUpward(flow)
    assert.deepEqual([...found].sort((a, b) => a - b), [...flow.keys()])
    assert.ok(upward(flow, found) <= upward(flow, [...found].reverse()))
  }), { numRuns: 20 })
})
