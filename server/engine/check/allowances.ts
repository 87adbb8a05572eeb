import type { IgnoreComment } from '../../../rules/model/facts.ts'
import type { Finding } from '../../../rules/model/finding.ts'
import { nearest } from '../../../rules/model/nearest.ts'
import { picker } from '../../../rules/model/picker.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Exception } from '../../../rules/model/policy.ts'
import type { Project } from '../../../rules/model/rule.ts'
import type { Found } from './with-severity.ts'

export interface WrittenIgnore {
  readonly path: Path
  readonly comment: IgnoreComment
}

export interface Allowed {
  readonly findings: readonly (Found & { readonly allowed: boolean })[]
  readonly withoutReason: readonly Finding[]
  readonly stale: readonly Finding[]
}

interface Given {
  /** The ids that there are, beside those of entries. */
  readonly rules: readonly string[]
  readonly today: string
  readonly comments: readonly WrittenIgnore[]
}

/** What exceptions and ignore comments allow, and which of them allow nothing. */
export function allowances(project: Project, found: readonly Found[], { rules, today, comments }: Given): Allowed {
  const known = [...rules, ...project.policy.entries.map(({ id }) => id)]
  const exceptions = project.policy.exceptions.map((exception) => ({ exception, covers: covers(project, exception) }))
  const usedExceptions = new Set<Exception>()
  const usedComments = new Set<IgnoreComment>()
  const findings = found.map((finding) => {
    const comment = project.facts(finding.at.path).ignores.find((ignore) => isNamed(ignore.rules, finding) && isOnLine(ignore, finding))
    if (comment !== undefined) usedComments.add(comment)
    const matching = exceptions.filter(({ covers }) => covers(finding)).map(({ exception }) => exception)
    for (const exception of matching) usedExceptions.add(exception)
    const isExcepted = matching.some((exception) => !isPast(exception, today))
    const expired = isExcepted ? [] : matching
    return {
      ...finding,
      because: [...finding.because, ...expired.map((exception) => ({ at: exception.at, note: `it was allowed until ${exception.until}, which is past: ${exception.why}` }))],
      allowed: comment !== undefined || isExcepted,
    }
  })
  return {
    findings,
    withoutReason: comments.filter(({ comment }) => comment.reason === '').map(({ path, comment }) => withoutReason(path, comment)),
    stale: [
      ...project.policy.exceptions.filter((exception) => !exception.isInherited && !usedExceptions.has(exception)).map(staleException),
      ...comments.filter(({ comment }) => !usedComments.has(comment)).map(({ path, comment }) => staleComment(path, comment, known)),
    ],
  }
}

/** The exceptions that allow a finding on that day. */
export function exceptionsFor(project: Project, finding: Finding, today: string): readonly Exception[] {
  return project.policy.exceptions.filter((exception) => covers(project, exception)(finding) && !isPast(exception, today))
}

function covers(project: Project, exception: Exception): (finding: Finding) => boolean {
  const from = exception.from && picker(project, exception.from)
  const to = exception.to && picker(project, exception.to)
  return (finding) => {
    if (!isNamed(exception.rules, finding)) return false
    const path = finding.at.path
    if (from !== undefined && from({ kind: 'file', path }, path) === undefined) return false
    return to === undefined || (finding.target !== undefined && to(finding.target, path) !== undefined)
  }
}

function isNamed(rules: readonly string[], finding: Finding): boolean {
  return rules.includes(finding.rule) || (finding.entry !== undefined && rules.includes(finding.entry))
}

/** A comment covers the whole statement that starts on the next line, and an import that stands there in a statement begun above. */
function isOnLine({ line }: IgnoreComment, { statement, at }: Finding): boolean {
  return [statement.start, at.span.start].some((start) => start >= line.start && start < line.end)
}

/** In force on the day itself. Dates of this form compare as words do. */
function isPast(exception: Exception, today: string): boolean {
  return exception.until !== 'never' && exception.until < today
}

function withoutReason(path: Path, comment: IgnoreComment): Finding {
  return about('policy/reason', path, comment, {
    message: 'this ignore comment gives no reason',
    help: [`say why: // bulkhead-ignore-next-line ${comment.rules.join(', ')} -- <reason>`],
  })
}

function staleComment(path: Path, comment: IgnoreComment, known: readonly string[]): Finding {
  if (comment.rules.length === 0) {
    return about('policy/stale', path, comment, {
      message: 'this ignore comment names no rule',
      help: [`say which: // bulkhead-ignore-next-line <rule> -- ${comment.reason || '<reason>'}`],
    })
  }
  const unknown = comment.rules.filter((rule) => !known.includes(rule))
  return about('policy/stale', path, comment, {
    message: 'this ignore comment covers nothing',
    help: unknown.length === 0
      ? [`no finding of ${comment.rules.join(', ')} stands on the next line any more: delete the comment`]
      : unknown.map((rule) => `no rule and no entry is called ${rule}${meant(rule, known)}`),
  })
}

function meant(rule: string, known: readonly string[]): string {
  const like = known.find((id) => id.endsWith(`/${rule}`)) ?? nearest(rule, known)
  return like === undefined ? '' : `: did you mean ${like}?`
}

function about(rule: string, path: Path, comment: IgnoreComment, says: { readonly message: string; readonly help: readonly string[] }): Finding {
  return {
    rule, at: { path, span: comment.span }, statement: comment.span, ...says,
    because: [], via: [], key: `${rule}: ${path} {${comment.rules.join(', ')}}`, fixes: [],
  }
}

function staleException(exception: Exception): Finding {
  const rules = exception.rules.join(', ')
  return {
    rule: 'policy/stale', at: exception.at, statement: exception.at.span,
    message: 'this exception covers nothing',
    help: [`no finding of ${rules} fits it any more: delete it`],
    because: [], via: [], key: `policy/stale: ${exception.at.path} {${rules}: ${exception.why}}`, fixes: [],
  }
}
