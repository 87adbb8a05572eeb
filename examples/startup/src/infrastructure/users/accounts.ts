import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { readSettings } from '../config'
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

/** The drawings stay, so that boards drawn together keep their other hands; the name goes. */
export async function closeAccount(database: Database, user: User): Promise<void> {
  const sql = 'select billing_id as "billingId" from subscriptions where user_id = $1 and billing_id is not null'
  const stripe = new Stripe(readSettings().billingKey)
  for (const { billingId } of await database.rows<{ readonly billingId: string }>(sql, user.id)) await stripe.subscriptions.cancel(billingId)
  await database.rows('delete from sessions where user_id = $1', user.id)
  await database.rows(`update users set name = 'someone', email = null where id = $1`, user.id)
}
