import type { Database } from '../../infrastructure/storage'
import type { Post } from './post'

/** What those drew whom the reader follows, newest first. */
export function feedOf(database: Database, reader: string, pageSize: number, before?: Date): Promise<readonly Post[]> {
  const sql = `select p.id, p.author, p.board, p.version, p.title from posts p
    join follows f on f.followed = p.author
    where f.follower = $1 and p.posted < coalesce($2, now())
    order by p.posted desc limit $3`
  return database.rows<Post>(sql, reader, before, pageSize)
}
