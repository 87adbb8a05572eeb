// Which findings a change is answerable for: `--staged` and `--since` report on these alone.

import type { JudgedFinding, Status } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import { rules } from '../../rules/index.ts'
import { lockFiles } from '../engine/index.ts'

export interface Change {
  readonly changed: ReadonlySet<Path>
  /** Those of them that were there before. */
  readonly modified: ReadonlySet<Path>
  readonly deleted: ReadonlySet<Path>
  /** Where the configuration is, by whatever name, and what it extends. */
  readonly configFiles: ReadonlySet<Path>
}

/**
 * Findings in a changed file or through one, and those elsewhere that were not there before: an import whose target it deleted, a cycle
 * that it closes, a symbol that it moved. All of them where the change is to the rules of judging themselves.
 * `before` answers with the findings at the base; it is asked only when there is something elsewhere to compare.
 */
export function changedFindings(findings: readonly JudgedFinding[], change: Change, before: () => readonly JudgedFinding[]): readonly JudgedFinding[] {
  if ([...change.changed, ...change.deleted].some((path) => change.configFiles.has(path) || judgesAll(path))) return findings
  return caused(newWhereChanged(findings, change), change, before)
}

/** Of findings that share a key, of which the baseline knows some: what stands outside the change is what it knew. */
function newWhereChanged(findings: readonly JudgedFinding[], change: Change): readonly JudgedFinding[] {
  const unknown = new Map<string, number>()
  for (const { key, status } of findings) if (status === 'new') unknown.set(key, (unknown.get(key) ?? 0) + 1)
  const isShared = ({ key, status }: JudgedFinding): boolean => status !== 'allowed' && unknown.has(key)
  const status = new Map<JudgedFinding, Status>()
  const shared = findings.filter(isShared).reverse()
  for (const finding of [...shared.filter((each) => touches(each, change)), ...shared.filter((each) => !touches(each, change))]) {
    const left = unknown.get(finding.key) ?? 0
    status.set(finding, left > 0 ? 'new' : 'known')
    unknown.set(finding.key, left - 1)
  }
  return findings.map((finding) => ({ ...finding, status: status.get(finding) ?? finding.status }))
}

function caused(findings: readonly JudgedFinding[], change: Change, before: () => readonly JudgedFinding[]): readonly JudgedFinding[] {
  const touched = new Set(findings.filter((finding) => touches(finding, change)))
  const stands = standsByItself(findings, change)
  const isElsewhere = (finding: JudgedFinding): boolean => finding.status === 'new' && !touched.has(finding) && !stands(finding)
  const came = findings.some(isElsewhere) ? notAmong(before(), findings) : new Set<JudgedFinding>()
  return findings.flatMap((finding) => touched.has(finding) ? finding : isElsewhere(finding) && came.has(finding) ? atFault(finding) : [])
}

/** Nobody would look for it in what they changed. */
function atFault(finding: JudgedFinding): JudgedFinding {
  return { ...finding, help: [...finding.help, 'this file did not change, but the change causes this finding'] }
}

/**
 * What is new and was not so before. Compared by key and file, then by key alone: a finding keeps its key where lines move, files are renamed
 * within their module, or the shortest way round a cycle becomes another. Of more than the baseline knows the last are new, so that only
 * what is new is compared with what was.
 */
function notAmong(before: readonly JudgedFinding[], now: readonly JudgedFinding[]): ReadonlySet<JudgedFinding> {
  const left = before.filter(({ status }) => status === 'new')
  const [sure, others] = [counted(left, placed), counted(left, ({ key }) => key)]
  const unplaced = now.filter((finding) => {
    if (finding.status !== 'new') return false
    if (!takeFrom(sure, placed(finding))) return true
    takeFrom(others, finding.key)
    return false
  })
  return new Set(unplaced.filter(({ key }) => !takeFrom(others, key) && !left.some((each) => isPartOf(key, each.key))))
}

function placed({ key, at }: JudgedFinding): string {
  return `${at.path}\n${key}`
}

function counted(findings: readonly JudgedFinding[], by: (finding: JudgedFinding) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(by(finding), (counts.get(by(finding)) ?? 0) + 1)
  return counts
}

function takeFrom(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count > 0) counts.set(key, count - 1)
  return count > 0
}

/** A group of cycles that lost members, or fell apart, is none that the change closed. */
function isPartOf(key: string, earlier: string): boolean {
  if (!key.startsWith('boundaries/cycles ') || !earlier.startsWith(key.slice(0, key.indexOf(': ')))) return false
  const members = new Set(membersOf(earlier))
  return membersOf(key).every((member) => members.has(member))
}

function membersOf(key: string): readonly string[] {
  return key.slice(key.indexOf(': ') + 2).split(' | ')
}

/**
 * What a change within files cannot have caused, because it is about an import that did not change, and about the very file that it names:
 * most of what is found, so that a hook seldom compares.
 */
function standsByItself(findings: readonly JudgedFinding[], { changed, modified, deleted }: Change): (finding: JudgedFinding) => boolean {
  if (deleted.size > 0 || [...changed].some((path) => !modified.has(path) || mayChangeOthers(path))) return () => false
  // Of more than the baseline knows, the one that is new need not be the one that came.
  const known = new Set(findings.flatMap(({ status, key }) => status === 'known' ? key : []))
  return ({ rule, at: { span }, target, via, key }) => !known.has(key) && (isCycleOfFiles(key) || (target !== undefined && span.end > 0 && via.length === 0 && ofFiles.has(rule)))
}

/** Which files there are, or what is said of packages. */
function mayChangeOthers(path: Path): boolean {
  return ['.gitignore', ...lockFiles].includes(path.slice(path.lastIndexOf('/') + 1))
}

/** Whoever closes one is a member of it, and stands on its way. */
function isCycleOfFiles(key: string): boolean {
  return key.startsWith('boundaries/cycles file:')
}

/** A chain of imports that a rule of these follows has files between; what it says of a whole file is about others as well. */
const ofFiles: ReadonlySet<string> = new Set(rules.filter(({ judges }) => judges === 'files').map(({ id }) => id))

function touches(finding: JudgedFinding, { changed }: Change): boolean {
  return changed.has(finding.at.path) || finding.via.some((path) => changed.has(path))
}

/** The configuration, a tsconfig or a manifest: what it says of one file may change the verdict on any other. */
function judgesAll(path: Path): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name === 'bulkhead.yaml' || name === 'bulkhead-baseline.yaml' || name === 'package.json' || name === 'pnpm-workspace.yaml' || /^[jt]sconfig.*\.json$/.test(name)
}
