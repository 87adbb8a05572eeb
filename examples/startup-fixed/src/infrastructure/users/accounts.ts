import { randomUUID } from 'node:crypto'
import type { Database } from '../storage'
import { isEmail, type User, type UserId } from './user'

export async function signUp(database: Database, name: string, email: string): Promise<User> {
  if (!isEmail(email)) throw new Error(`${email} is no mail address`)
  const user: User = { id: randomUUID(), name: name.trim(), email: email.toLowerCase() }
  await database.rows('insert into users (id, name, email) values ($1, $2, $3)', user.id, user.name, user.email)
  return user
}

export async function findUser(database: Database, id: UserId): Promise<User | undefined> {
  const [user] = await database.rows<User>('select id, name, email from users where id = $1', id)
  return user
}

/** The drawings stay, so that boards drawn together keep their other hands; the name goes. Whoever closes the account ends what was paid for first. */
export async function closeAccount(database: Database, user: User): Promise<void> {
  await database.rows('delete from sessions where user_id = $1', user.id)
  await database.rows(`update users set name = 'someone', email = null where id = $1`, user.id)
}
