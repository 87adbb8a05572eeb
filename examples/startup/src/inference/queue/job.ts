import { randomUUID } from 'node:crypto'
import type { PlanName } from '../../infrastructure/subscriptions'

/** 'now': someone watches a spinner. 'whenever': nobody waits. */
export type Urgency = 'now' | 'whenever'

export interface Job {
  readonly id: string
  readonly plan: PlanName
  readonly prompt: string
  readonly urgency: Urgency
  readonly submittedMs: number
  /** How often it was tried before. */
  readonly attempt: number
}

export function newJob(plan: PlanName, prompt: string, urgency: Urgency): Job {
  return { id: randomUUID(), plan, prompt, urgency, submittedMs: Date.now(), attempt: 0 }
}

export function triedAgain(job: Job): Job {
  return { ...job, attempt: job.attempt + 1 }
}
