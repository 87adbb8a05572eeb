import { plans } from '../../infrastructure/subscriptions'
import { byDistance, openSlots, type Cluster } from '../clusters'
import type { Job, Queue } from '../queue'
import { bestFirst } from './priority'
import { pauseBefore } from './retry'

interface Waiting {
  readonly done: () => void
  readonly failed: (reason: unknown) => void
}

/** Jobs wait here until a cluster has room for their plan. */
export async function startDispatching(queue: Queue, clusters: readonly Cluster[]): Promise<void> {
  const waiting = new Map<Job, Waiting>()
  const next = (): void => {
    for (const job of bestFirst([...waiting.keys()], Date.now())) {
      const cluster = clusterFor(job, clusters)
      const entry = waiting.get(job)
      if (!cluster || !entry) continue
      waiting.delete(job)
      cluster.run(job.id, job.prompt).then(entry.done, entry.failed).finally(next)
    }
  }
  const work = (job: Job): Promise<void> => new Promise((done, failed) => {
    waiting.set(job, { done, failed })
    next()
  })
  await queue.receive(work, pauseBefore)
}

function clusterFor(job: Job, clusters: readonly Cluster[]): Cluster | undefined {
  return byDistance(clusters).find(cluster => openSlots(cluster.region, cluster.running(), plans[job.plan].gpuShare) > 0)
}
