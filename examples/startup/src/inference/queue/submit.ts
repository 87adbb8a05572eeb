import type { PlanName } from '../../infrastructure/subscriptions'
import { newJob, type Job, type Urgency } from './job'

export type Lane = 'fast' | 'slow'

export interface Queue {
  send(lane: Lane, job: Job): Promise<void>
  /** A job whose work throws is given out again by `again`, after a pause in milliseconds. */
  receive(work: (job: Job) => Promise<void>, again: (job: Job) => number | undefined): Promise<void>
}

export interface JobRequest {
  readonly plan: PlanName
  readonly prompt: string
  readonly urgency: Urgency
}

const longestPrompt = 8000

/** The id under which the result will be found. */
export async function submit(queue: Queue, { plan, prompt, urgency }: JobRequest): Promise<string> {
  if (prompt.length > longestPrompt) throw new Error(`a prompt has at most ${longestPrompt} characters`)
  const job = newJob(plan, prompt, urgency)
  await queue.send(urgency === 'now' ? 'fast' : 'slow', job)
  return job.id
}
