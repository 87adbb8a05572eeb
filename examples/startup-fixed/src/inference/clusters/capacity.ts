import type { Region } from '../../infrastructure/config'

/** How many more jobs may start in a region of which they may fill this share. Who may fill how much is not asked here. */
export function openSlots(region: Region, running: number, share: number): number {
  return Math.max(0, Math.floor(region.slots * share) - running)
}
