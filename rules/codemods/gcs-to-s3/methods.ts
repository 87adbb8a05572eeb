import type { Kind } from './kinds.ts'

/** What a call gives besides nothing: a handle, in the first place of the array that it resolves to. */
const results: Readonly<Record<string, Kind>> = {
  'bucket.getFiles': 'files', 'bucket.upload': 'file', 'client.createBucket': 'bucket',
  'file.copy': 'file', 'file.move': 'file', 'file.rename': 'file',
}

export function resultKind(receiver: Kind | undefined, method: string): Kind | undefined {
  return receiver === undefined ? undefined : results[`${receiver}.${method}`]
}

/** Methods of arrays whose callback is given an element first. */
export const elementCallbacks: ReadonlySet<string> = new Set(['map', 'forEach', 'filter', 'find', 'some', 'every', 'flatMap', 'findIndex', 'findLast'])

/** Methods of arrays that hand on elements as they are. */
export const arrayToArray: ReadonlySet<string> = new Set(['filter', 'slice', 'toReversed', 'concat', 'toSorted', 'sort', 'reverse'])
export const arrayToElement: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift'])
