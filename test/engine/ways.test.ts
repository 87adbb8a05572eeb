import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Graph } from '../../rules/model/graph.ts'
import { graph } from '../../server/engine/index.ts'

/** 'a>b a>c b>a': files a, b, c and three imports. */
function drawn(text: string): Graph {
  const imports = new Map<string, string[]>()
  for (const [from = '', to = ''] of text.split(' ').map((arrow) => arrow.split('>'))) {
    imports.set(from, [...imports.get(from) ?? [], to])
    if (!imports.has(to)) imports.set(to, [])
  }
  const here = { start: 0, end: 0 }
  return graph([...imports].sort().map(([path, targets]) => {
    return {
      facts: { path, imports: targets.map((specifier) => ({ specifier, kind: 'value' as const, span: here, statement: here })), ignores: [], barrel: false, problems: [] },
      links: targets.map((target) => ({ to: { kind: 'file' as const, path: target }, written: 'relative' as const })),
      env: [],
    }
  }))
}

function groups(of: Graph, counts = (_id: number) => true): string {
  return of.cycles(counts).map((group) => group.map((file) => of.files[file]).join('')).join(' ')
}

function way(of: Graph, from: string, to: string): string | undefined {
  return of.route(of.idOf.get(from) ?? -1, of.idOf.get(to) ?? -1, () => true)?.map((id) => `${of.edge(id).from}${of.target(id).kind === 'file' ? of.edge(id).specifier : '?'}`).join(' ')
}

test('files that reach each other are one group, however many ways there are', () => {
  assert.equal(groups(drawn('a>b b>c c>a c>d d>e e>d f>a')), 'abc de')
})

test('a tree has no group, and a file that imports itself is one', () => {
  assert.equal(groups(drawn('a>b a>c b>c c>d')), '')
  assert.equal(groups(drawn('a>b b>b')), 'b')
})

test('only edges that count close a circle', () => {
  const circle = drawn('a>b b>a c>d d>c')
  assert.equal(groups(circle, (id) => circle.edge(id).from !== 'b'), 'cd')
})

test('a chain of a hundred thousand files does not overflow the stack', () => {
  const name = (i: number): string => `f${String(i).padStart(6, '0')}`
  const chain = Array.from({ length: 100_000 }, (_, i) => `${name(i)}>${name(i + 1)}`).join(' ')
  assert.equal(drawn(`${chain} ${name(100_000)}>${name(0)}`).cycles(() => true)[0]?.length, 100_001)
})

test('a shortest way is found, ties broken by name, and a file leads back to itself only through another', () => {
  const map = drawn('a>c a>b b>d c>d d>e e>a')
  assert.equal(way(map, 'a', 'd'), 'ab bd')
  assert.equal(way(map, 'a', 'a'), 'ab bd de ea')
  assert.equal(way(drawn('a>b c>a'), 'b', 'a'), undefined)
})

test('files collapsed into groups keep the imports between them, and lose those inside', () => {
  const map = drawn('a>b b>c c>d d>a')
  const ways = map.collapse(Int32Array.from([0, 0, 1, -1]), 2)
  assert.deepEqual(ways.cycles(() => true), [])
  assert.deepEqual(ways.route(0, 1, () => true)?.map((id) => map.edge(id).from), ['b'])
})
