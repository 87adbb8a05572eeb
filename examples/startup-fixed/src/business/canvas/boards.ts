import type { Database } from '../../infrastructure/storage'
import type { Board } from './board'

export async function loadBoard(database: Database, id: string): Promise<Board | undefined> {
  const [row] = await database.rows<{ readonly board: Board }>('select board from boards where id = $1', id)
  return row?.board
}

/** Refuses to overwrite a newer version: the caller loads, applies its change again, and saves. */
export async function saveBoard(database: Database, board: Board): Promise<boolean> {
  const sql = `insert into boards (id, owner, version, board) values ($1, $2, $3, $4)
    on conflict (id) do update set version = $3, board = $4 where boards.version < $3 returning id`
  const saved = await database.rows(sql, board.id, board.owner, board.version, JSON.stringify(board))
  return saved.length === 1
}

export async function countBoards(database: Database, owner: string): Promise<number> {
  const [row] = await database.rows<{ readonly boards: string }>('select count(*) as boards from boards where owner = $1', owner)
  return Number(row?.boards ?? 0)
}
