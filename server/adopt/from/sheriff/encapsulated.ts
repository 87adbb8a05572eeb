// What of a module without a barrel is nobody else's business: the folder `internal`, or whatever the pattern takes.

import type { Entry, Unsaid } from '../draft.ts'
import { globOf } from '../expression/glob.ts'
import { parse } from '../expression/parse.ts'
import { noNames } from '../expression/text.ts'
import { isSettings } from '../reading.ts'

export function encapsulated(pattern: unknown, { isRootFree }: { readonly isRootFree: boolean }): { readonly entries: readonly Entry[]; readonly unsaid: readonly Unsaid[] } {
  const globs = isSettings(pattern) ? globsOf(String(pattern['regexp'])) : typeof pattern === 'string' && /^[\w./-]+$/.test(pattern) ? [`${pattern.replace(/^\.?\//, '')}*`] : undefined
  if (globs === undefined) return { entries: [], unsaid: [{ what: 'encapsulationPattern', reason: `no pattern says ${JSON.stringify(isSettings(pattern) ? pattern['regexp'] : pattern)}` }] }
  return { entries: globs.map((glob) => ({ section: 'rules', what: 'encapsulationPattern', value: { id: 'encapsulated', from: 'module:**', forbid: isRootFree ? { any: `**:${glob}`, not: 'tag:root' } : `**:${glob}` } })), unsaid: [] }
}

function globsOf(source: string): readonly string[] | undefined {
  const parsed = parse(source, { givens: false })
  if ('unreadable' in parsed) return undefined
  const globs = parsed.map((sequence) => globOf(sequence, noNames, ''))
  return globs.every((glob) => glob !== undefined) ? globs : undefined
}
