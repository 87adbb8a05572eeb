import { randomUUID } from 'node:crypto'
import { loadBoard } from '@business/canvas'
import type { Database } from '../../infrastructure/storage'

export interface Post {
  readonly id: string
  readonly author: string
  readonly board: string
  /** What is shown is the version that was posted, whatever is drawn later. */
  readonly version: number
  readonly title: string
}

export async function publish(database: Database, boardId: string, author: string): Promise<Post | undefined> {
  const board = await loadBoard(database, boardId)
  if (!board || !board.editors.includes(author)) return undefined
  const post: Post = { id: randomUUID(), author, board: board.id, version: board.version, title: board.title }
  const sql = 'insert into posts (id, author, board, version, title, posted) values ($1, $2, $3, $4, $5, now())'
  await database.rows(sql, post.id, post.author, post.board, post.version, post.title)
  return post
}
