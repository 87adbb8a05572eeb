import { randomUUID } from 'node:crypto'
import type { Database } from '../../infrastructure/storage'
// bulkhead-ignore-next-line boundaries/api -- SKETCH-31: users has no index.ts yet
import type { User } from '../../infrastructure/users'
import type { Post } from './post'

export interface Comment {
  readonly id: string
  readonly post: string
  readonly author: string
  readonly text: string
}

export async function addComment(database: Database, post: Post, user: User, text: string): Promise<Comment | undefined> {
  const comment: Comment = { id: randomUUID(), post: post.id, author: user.name, text: text.trim() }
  if (comment.text === '') return undefined
  await database.rows('insert into comments (id, post, author, text) values ($1, $2, $3, $4)', comment.id, post.id, user.id, comment.text)
  return comment
}

export function commentsOf(database: Database, post: Post): Promise<readonly Comment[]> {
  const sql = 'select c.id, c.post, u.name as author, c.text from comments c join users u on u.id = c.author where c.post = $1'
  return database.rows<Comment>(sql, post.id)
}
