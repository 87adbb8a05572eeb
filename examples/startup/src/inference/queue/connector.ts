import { connect as connectAmqp } from 'amqplib'
import { triedAgain, type Job } from './job'
import type { Lane, Queue } from './submit'

export const laneNames: Readonly<Record<Lane, string>> = { fast: 'jobs.fast', slow: 'jobs.slow' }

/** Any broker that speaks AMQP 0-9-1. */
export async function connect(url: string): Promise<Queue> {
  const connection = await connectAmqp(url)
  const channel = await connection.createConfirmChannel()
  for (const name of Object.values(laneNames)) await channel.assertQueue(name, { durable: true })

  const queue: Queue = {
    async send(lane, job) {
      channel.sendToQueue(laneNames[lane], Buffer.from(JSON.stringify(job)), { persistent: true })
      await channel.waitForConfirms()
    },
    async receive(work, again) {
      for (const lane of ['fast', 'slow'] as const) {
        await channel.consume(laneNames[lane], async message => {
          if (!message) return
          const job = JSON.parse(message.content.toString()) as Job
          await work(job).catch(() => later(lane, job, again(job)))
          channel.ack(message)
        })
      }
    },
  }

  function later(lane: Lane, job: Job, pauseMs: number | undefined): void {
    if (pauseMs !== undefined) setTimeout(() => void queue.send(lane, triedAgain(job)), pauseMs)
  }

  return queue
}
