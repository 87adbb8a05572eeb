import type { Database } from '../../infrastructure/storage'
import { creditsPerMonth, type Subscription } from '../../infrastructure/subscriptions'
import { tools, type ToolName } from './tool'

export async function creditsLeft(database: Database, subscription: Subscription): Promise<number> {
  const sql = `select coalesce(sum(credits), 0) as spent from credits where user_id = $1 and spent > date_trunc('month', now())`
  const [row] = await database.rows<{ readonly spent: string }>(sql, subscription.user)
  return creditsPerMonth(subscription) - Number(row?.spent ?? 0)
}

/** False, and nothing spent, where they do not suffice. */
export async function spendOn(database: Database, subscription: Subscription, tool: ToolName): Promise<boolean> {
  const { credits } = tools[tool]
  if (await creditsLeft(database, subscription) < credits) return false
  await database.rows('insert into credits (user_id, credits, spent) values ($1, $2, now())', subscription.user, credits)
  return true
}
