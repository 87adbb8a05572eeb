import type { Database } from '../storage'
import type { Billing } from './billing'
import type { PlanName } from './plan'

export interface Subscription {
  readonly user: string
  readonly plan: PlanName
  /** What the payment provider calls it; a free plan has none. */
  readonly billingId?: string
}

export async function subscriptionOf(database: Database, user: string): Promise<Subscription> {
  const sql = 'select plan, billing_id as "billingId" from subscriptions where user_id = $1'
  const [row] = await database.rows<{ readonly plan: PlanName; readonly billingId: string | null }>(sql, user)
  if (!row) return { user, plan: 'free' }
  return row.billingId === null ? { user, plan: row.plan } : { user, plan: row.plan, billingId: row.billingId }
}

/** Ends at once, and money first: a row without a payment is free, a payment without a row is a complaint. */
export async function cancelSubscription(database: Database, billing: Billing, user: string): Promise<void> {
  const { billingId } = await subscriptionOf(database, user)
  if (billingId !== undefined) await billing.cancel(billingId)
  await database.rows('delete from subscriptions where user_id = $1', user)
}
