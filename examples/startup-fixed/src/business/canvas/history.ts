import { apply, inverse, type Change } from './apply'
import type { Board } from './board'

/** The newest last, in both. */
export interface History {
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
}

export const emptyHistory: History = { done: [], undone: [] }

/** What was undone before is gone: a new line begins. */
export function draw(board: Board, change: Change): Board {
  return { ...apply(board, change), history: { done: [...board.history.done, change], undone: [] } }
}

export function undo(board: Board): Board {
  const { done, undone } = board.history
  const last = done.at(-1)
  if (!last) return board
  return { ...apply(board, inverse(last)), history: { done: done.slice(0, -1), undone: [...undone, last] } }
}

export function redo(board: Board): Board {
  const { done, undone } = board.history
  const last = undone.at(-1)
  if (!last) return board
  return { ...apply(board, last), history: { done: [...done, last], undone: undone.slice(0, -1) } }
}
