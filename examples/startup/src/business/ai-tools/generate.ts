import type { Board } from '@business/canvas'
import type { Queue } from '../../inference/queue'
import { newJob } from '../../inference/queue/job'
import type { Database } from '../../infrastructure/storage'
import { subscriptionOf } from '../../infrastructure/subscriptions'
import { spendOn } from './credits'
import { promptFor } from './prompts'
import { tools, type ToolName } from './tool'

export interface Drawing {
  readonly user: string
  readonly board: Board
  readonly tool: ToolName
  readonly wish: string
}

/** The id of the job that draws it. */
export async function generate(database: Database, queue: Queue, { user, board, tool, wish }: Drawing): Promise<string> {
  const subscription = await subscriptionOf(database, user)
  if (!await spendOn(database, subscription, tool)) throw new Error('not enough credits this month')
  const job = newJob(subscription.plan, promptFor(tool, board, wish), tools[tool].live ? 'now' : 'whenever')
  await queue.send(tools[tool].live ? 'fast' : 'slow', job)
  return job.id
}
