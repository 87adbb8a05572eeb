import type { Board } from './board'
import { moved, type Point, type Shape } from './shape'

export type Change =
  | { readonly kind: 'add'; readonly shape: Shape }
  | { readonly kind: 'remove'; readonly shape: Shape }
  | { readonly kind: 'move'; readonly id: string; readonly by: Point }

export function apply(board: Board, change: Change): Board {
  return { ...board, shapes: changed(board.shapes, change), version: board.version + 1 }
}

function changed(shapes: readonly Shape[], change: Change): readonly Shape[] {
  switch (change.kind) {
    case 'add': return [...shapes, change.shape]
    case 'remove': return shapes.filter(shape => shape.id !== change.shape.id)
    case 'move': return shapes.map(shape => shape.id === change.id ? moved(shape, change.by) : shape)
  }
}

export function inverse(change: Change): Change {
  switch (change.kind) {
    case 'add': return { kind: 'remove', shape: change.shape }
    case 'remove': return { kind: 'add', shape: change.shape }
    case 'move': return { ...change, by: { x: -change.by.x, y: -change.by.y } }
  }
}
