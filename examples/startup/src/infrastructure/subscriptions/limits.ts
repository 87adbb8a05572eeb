import { countBoards } from '../../business/canvas'
import type { Database } from '../storage'
import { plans } from './plan'
import type { Subscription } from './subscription'

export async function mayOpenBoard(database: Database, subscription: Subscription): Promise<boolean> {
  const boards = await countBoards(database, subscription.user)
  return boards < plans[subscription.plan].boards
}

export function creditsPerMonth(subscription: Subscription): number {
  return plans[subscription.plan].credits
}
