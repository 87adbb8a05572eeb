import type { Region } from '../../infrastructure/config'
import { plans, type PlanName } from '../../infrastructure/subscriptions'

/** How many more jobs of a plan may start in a region. */
export function openSlots(region: Region, running: number, plan: PlanName): number {
  return Math.max(0, Math.floor(region.slots * plans[plan].gpuShare) - running)
}
