import type { JudgedFinding } from '../../rules/model/finding.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import { wholeFile, type Path, type Place } from '../../rules/model/place.ts'
import type { Report, Stats } from '../../rules/model/report.ts'

/** A project's texts by path. */
export type Texts = Readonly<Record<Path, string>>

/** The first place of a piece of text; of the whole file where none is asked for. */
export function placeOf(texts: Texts, path: Path, piece?: string): Place {
  if (piece === undefined) return { path, span: wholeFile }
  const start = texts[path]?.indexOf(piece) ?? -1
  if (start < 0) throw new Error(`${path} does not say ${piece}`)
  return { path, span: { start, end: start + piece.length } }
}

/** A new error without anything else to say, but for what is given. */
export function finding(given: Pick<JudgedFinding, 'rule' | 'at' | 'message'> & Partial<JudgedFinding>): JudgedFinding {
  return {
    severity: 'error', status: 'new', statement: given.at.span, help: [], because: [], via: [], fixes: [],
    key: `${given.rule}: ${given.at.path}`,
    ...given,
  }
}

const counted: Stats = { files: 48, edges: 212, unresolved: 0, unassigned: 0, tests: 0 }

export function report(texts: Texts, given: Partial<Omit<Report, 'stats'>> & { readonly stats?: Partial<Stats> }): Report {
  return {
    revision: 1, findings: [], problems: [], notes: [], configPath: 'bulkhead.yaml', isConfigValid: true,
    lines: new Map(Object.entries(texts).map(([path, text]) => [path, lineStarts(text)])),
    ...given,
    stats: { ...counted, ...given.stats },
  }
}
