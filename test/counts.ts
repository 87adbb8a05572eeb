// A reporter of node:test that says numbers alone, for a total over several runs.
import type { TestEvent } from 'node:test/reporters'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly cancelled: number
  readonly skipped: number
}

export default async function* counts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    // Each file ends with a summary of its own; the one over all names no file.
    if (type === 'test:summary' && data.file === undefined) yield JSON.stringify(data.counts)
  }
}
