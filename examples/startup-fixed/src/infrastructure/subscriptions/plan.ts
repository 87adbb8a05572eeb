export interface Plan {
  readonly monthlyEuros: number
  readonly boards: number
  readonly credits: number
  /** How much of a region's GPUs its jobs may fill, from 0 to 1. */
  readonly gpuShare: number
}

export type PlanName = 'free' | 'artist' | 'studio'

export const plans: Readonly<Record<PlanName, Plan>> = {
  free: { monthlyEuros: 0, boards: 3, credits: 20, gpuShare: 0.25 },
  artist: { monthlyEuros: 9, boards: 100, credits: 500, gpuShare: 0.75 },
  studio: { monthlyEuros: 29, boards: Infinity, credits: 5000, gpuShare: 1 },
}
