import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newBoard } from './board'
import { draw, redo, undo } from './history'
import type { Shape } from './shape'

const line: Shape = { id: 'line', author: 'ada', colour: 'black', points: [{ x: 0, y: 0 }, { x: 9, y: 9 }] }

test('what is undone can be redone', () => {
  const drawn = draw(newBoard('ada', 'Harbour'), { kind: 'add', shape: line })
  const undone = undo(drawn)
  assert.deepEqual(undone.shapes, [])
  assert.deepEqual(redo(undone).shapes, [line])
})

test('drawing after an undo forgets what was undone', () => {
  const drawn = draw(newBoard('ada', 'Harbour'), { kind: 'add', shape: line })
  const anew = draw(undo(drawn), { kind: 'add', shape: { ...line, colour: 'red' } })
  assert.equal(redo(anew), anew)
})

test('a version is never seen twice', () => {
  const drawn = draw(newBoard('ada', 'Harbour'), { kind: 'add', shape: line })
  assert.equal(undo(drawn).version, 2)
})
