import type { Entry, Unsaid, Yaml } from '../draft.ts'
import type { CruiserRule, CruiserSeverity } from './rule-set.ts'

/** What became of one rule. */
export interface Said {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
}

export function cannot({ name }: Pick<CruiserRule, 'name'>, reason: string): Said {
  return { entries: [], unsaid: [{ what: name, reason }] }
}

type Level = 'error' | 'warning' | 'info' | 'off'

const levels: Readonly<Record<CruiserSeverity, Level>> = { error: 'error', warn: 'warning', info: 'info', ignore: 'off' }

export function levelOf(severity: CruiserSeverity): Level {
  return levels[severity]
}

/** How an entry of `rules` ends: an error is what one is that does not say. */
export function ending({ severity, comment }: Pick<CruiserRule, 'severity' | 'comment'>): { readonly severity?: Yaml; readonly why?: Yaml } {
  return { ...(severity !== 'error' && { severity: levelOf(severity) }), ...(comment !== undefined && { why: inOneLine(comment) }) }
}

export function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
