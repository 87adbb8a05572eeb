import type { Region } from '../../infrastructure/config'

export interface Cluster {
  readonly region: Region
  run(id: string, prompt: string): Promise<void>
  /** Jobs that run there now. */
  running(): number
  /** How long its last answer took; infinite after a failure. */
  answerMs(): number
}

export function openClusters(regions: readonly Region[]): readonly Cluster[] {
  return regions.map(openCluster)
}

function openCluster(region: Region): Cluster {
  let running = 0
  let answerMs = 0
  return {
    region,
    running: () => running,
    answerMs: () => answerMs,
    async run(id, prompt) {
      const started = Date.now()
      running += 1
      try {
        const response = await fetch(`${region.url}/jobs/${id}`, { method: 'PUT', body: prompt })
        if (!response.ok) throw new Error(`${region.name} answered ${response.status}`)
        answerMs = Date.now() - started
      } catch (error) {
        answerMs = Infinity
        throw error
      } finally {
        running -= 1
      }
    },
  }
}
