import type { Span } from '../../rules/model/place.ts'

/** The first line that a merge left behind which could not decide: <<<<<<<, |||||||, ======= or >>>>>>>. */
export function conflictIn(text: string): Span | undefined {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$).*/m.exec(text)
  return conflict === null ? undefined : { start: conflict.index, end: conflict.index + conflict[0].length }
}
