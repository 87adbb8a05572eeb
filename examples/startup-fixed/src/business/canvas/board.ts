import { randomUUID } from 'node:crypto'
import { emptyHistory, type History } from './history'
import { authorsOf, type Shape } from './shape'

export interface Board {
  readonly id: string
  readonly owner: string
  readonly title: string
  readonly editors: readonly string[]
  /** Counts every change, undone ones too: a version is never seen twice. */
  readonly version: number
  readonly shapes: readonly Shape[]
  readonly history: History
}

export function newBoard(owner: string, title: string): Board {
  return { id: randomUUID(), owner, title, editors: [owner], version: 0, shapes: [], history: emptyHistory }
}

export function titleOf(board: Board): string {
  const hands = authorsOf(board).length
  return hands > 1 ? `${board.title}, drawn by ${hands}` : board.title
}
