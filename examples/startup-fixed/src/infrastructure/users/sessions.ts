import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../storage'
import type { User } from './user'

const lifetimeDays = 30

/** The token goes to the browser; the database holds its hash alone. */
export async function startSession(database: Database, user: User): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const sql = `insert into sessions (token_hash, user_id, ends) values ($1, $2, now() + $3 * interval '1 day')`
  await database.rows(sql, hashOf(token), user.id, lifetimeDays)
  return token
}

export async function userOf(database: Database, authorization: string): Promise<User | undefined> {
  const token = authorization.replace(/^Bearer /, '')
  const sql = 'select u.id, u.name, u.email from users u join sessions s on s.user_id = u.id where s.token_hash = $1 and s.ends > now()'
  const [user] = await database.rows<User>(sql, hashOf(token))
  return user
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
