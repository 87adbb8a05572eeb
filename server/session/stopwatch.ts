/** Where the time of a run goes, in its order. `other` is what lies between. */
export const stages = ['start', 'list', 'layout', 'config', 'read', 'lex', 'resolve', 'graph', 'symbols', 'rules', 'output', 'other'] as const

export type Stage = typeof stages[number]

/** Milliseconds by stage: of each its own, without the stages that it goes through inside. */
export type StageTimes = Readonly<Record<Stage, number>>

export interface Stopwatch {
  time<T>(stage: Stage, work: () => T): T
  times(): StageTimes
}

/** `clock` in milliseconds since the start of the process. */
export function stopwatch(clock: () => number): Stopwatch {
  const times = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>
  let running: Stage = 'other'
  let since = clock()
  times.start = since
  const turnTo = (stage: Stage): void => {
    const now = clock()
    times[running] += now - since
    since = now
    running = stage
  }
  return {
    time(stage, work) {
      const outer = running
      turnTo(stage)
      try { return work() } finally { turnTo(outer) }
    },
    times() { turnTo(running); return { ...times } },
  }
}

/** For whoever asks nobody how long it took: to look at the clock around each of 5,000 files costs 15 ms. */
export const unwatched: Stopwatch = { time: (_stage, work) => work(), times: stopwatch(() => 0).times }
