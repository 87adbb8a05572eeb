import type { Fix, JudgedFinding } from '../../rules/model/finding.ts'
import type { Path, Span } from '../../rules/model/place.ts'
import { field, isRecord, text } from './from-lsp.ts'
import type { Project } from './project.ts'
import type { FixOffer } from './protocol.ts'

/** Rewrites that leave a person's reason behind. */
const reasoned: ReadonlySet<string> = new Set(['allow', 'ignore'])

export function asksReason(fix: Fix): boolean {
  return reasoned.has(fix.rewrite)
}

export interface Offer {
  readonly finding: JudgedFinding
  readonly fix: Fix
  /** What is underlined for it in this file. */
  readonly span: Span
}

/** The fixes of what is underlined in a part of a file, in the order of the findings. */
export function offersAt(project: Project, path: Path, asked: Span): readonly Offer[] {
  const { report } = project.session.snapshot()
  return report.findings.filter(({ status }) => status === 'new').flatMap((finding) => {
    if (finding.at.path === path && touches(finding.at.span, asked)) return finding.fixes.map((fix) => ({ finding, fix, span: finding.at.span }))
    return (finding.circle ?? []).slice(1).filter((at) => at.path === path && touches(at.span, asked))
      .flatMap(({ span }) => finding.fixes.filter((fix) => fix.arguments['path'] === path).map((fix) => ({ finding, fix, span })))
  })
}

/**
 * The fix that a client hands back, as it is now: the very same, or that of the same finding where the text has moved since.
 * Never what the client made of it.
 */
export function foundAgain(project: Project, given: Pick<FixOffer, 'fix' | 'key'>): Fix | undefined {
  const fixes = project.session.snapshot().report.findings.filter(({ key, status }) => key === given.key && status === 'new').flatMap((finding) => finding.fixes)
  const same = JSON.stringify(given.fix)
  return fixes.find((fix) => JSON.stringify(fix) === same) ?? fixes.find((fix) => fix.id === given.fix.id && fix.arguments['path'] === given.fix.arguments['path'])
}

export function fixOffer(given: unknown): FixOffer | undefined {
  const [fix, uri, key] = [field(given, 'fix'), text(field(given, 'uri')), text(field(given, 'key'))]
  if (uri === undefined || key === undefined || text(field(fix, 'id')) === undefined || !isRecord(field(fix, 'arguments'))) return undefined
  // Only compared with what the session offers, so that no more need be known of its shape.
  return { fix: fix as Fix, uri, key }
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}
