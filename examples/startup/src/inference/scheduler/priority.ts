import { plans } from '../../infrastructure/subscriptions'
import type { Job } from '../queue'

const patienceMs = { now: 10_000, whenever: 30 * 60_000 } as const

/** The higher, the sooner. Waiting counts against what such a job may wait, so that none starves. */
export function scoreOf(job: Job, nowMs: number): number {
  const waited = (nowMs - job.submittedMs) / patienceMs[job.urgency]
  return waited + plans[job.plan].gpuShare
}

export function bestFirst(jobs: readonly Job[], nowMs: number): readonly Job[] {
  return jobs.toSorted((a, b) => scoreOf(b, nowMs) - scoreOf(a, nowMs))
}
