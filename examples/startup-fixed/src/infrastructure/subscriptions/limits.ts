import { plans } from './plan'
import type { Subscription } from './subscription'

/** Whoever opens boards knows how many there are. */
export function mayOpenBoard(subscription: Subscription, boardsSoFar: number): boolean {
  return boardsSoFar < plans[subscription.plan].boards
}

export function creditsPerMonth(subscription: Subscription): number {
  return plans[subscription.plan].credits
}
