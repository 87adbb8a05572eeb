import type { Job } from '../queue'

const pausesMs = [1_000, 5_000, 30_000, 120_000]

/** Undefined once it is hopeless: then the credits go back, and a person looks at the log. */
export function pauseBefore(job: Job): number | undefined {
  const pause = pausesMs[job.attempt]
  if (pause === undefined) return undefined
  return job.urgency === 'now' ? Math.min(pause, 5_000) : pause
}
