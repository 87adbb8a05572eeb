import type { Board } from '@business/canvas'
import { submit, type Queue } from '../../inference/queue'
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
  return submit(queue, {
    plan: subscription.plan,
    prompt: promptFor(tool, board, wish),
    urgency: tools[tool].live ? 'now' : 'whenever',
  })
}
