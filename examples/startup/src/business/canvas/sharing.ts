import type { User } from '../../infrastructure/users'
import type { Board } from './board'

export function mayEdit(board: Board, user: User): boolean {
  return board.editors.includes(user.id)
}

/** Whoever may edit may invite: a board belongs to those who draw on it. */
export function invite(board: Board, host: User, guest: User): Board {
  if (!mayEdit(board, host)) throw new Error(`${host.name} may not invite to ${board.title}`)
  if (mayEdit(board, guest)) return board
  return { ...board, editors: [...board.editors, guest.id] }
}
