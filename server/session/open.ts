// Opens a folder as a project: in the working tree, as it is staged, or as it changed since a commit.

import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Report } from '../../rules/model/report.ts'
import { emptyArchive, readArchive, writeArchive, type KeptFile } from '../io/archive.ts'
import { disk } from '../io/disk.ts'
import type { Files } from '../io/files.ts'
import { changesSince, stagedChanges, type Changes, type ChangesAnswer } from '../io/git-changes.ts'
import { asBefore, stagedFiles } from '../io/git-files.ts'
import { packageLookup } from '../io/package-lookup.ts'
import { realPathIn } from '../io/real-path.ts'
import { changedFindings } from './changed-findings.ts'
import { build } from './build.ts'
import { inOrder } from '../engine/index.ts'
import { memory, type Memory } from './memory.ts'
import { raisedBudgets } from './raised-budgets.ts'
import { Session, type Change } from './session.ts'
import type { Stopwatch } from './stopwatch.ts'

export type View = { readonly kind: 'tree' } | { readonly kind: 'staged' } | { readonly kind: 'since'; readonly ref: string }

export interface OpenInput {
  /** Absolute. */
  readonly root: string
  readonly configPath: Path
  readonly view: View
  readonly today: () => string
  readonly stopwatch?: Stopwatch
  /** Whether what is read is kept for later runs. */
  readonly keeps?: boolean
}

export interface Opened {
  readonly kind: 'opened'
  readonly session: Session
  /** The report on the part of the project that the view is about. */
  report(changes: readonly Change[]): Report
}

export type OpenAnswer = Opened | { readonly kind: 'failed'; readonly message: string }

export function open(input: OpenInput): OpenAnswer {
  const { root, view } = input
  if (view.kind === 'tree') return whole(sessionOf(input, disk(root), keeping(input)))
  const answer: ChangesAnswer = view.kind === 'staged' ? stagedChanges(root) : changesSince(root, view.ref)
  if (answer.kind === 'failed') return answer
  const files = view.kind === 'staged' ? stagedFiles(root) : disk(root)
  if (files === undefined) return { kind: 'failed', message: 'this folder is no git repository' }
  return changing(input, files, answer.changes)
}

/** The report is on what the change is answerable for: where it may reach further than its files, what was there before is judged, too. */
function changing(input: OpenInput, files: Files, changes: Changes): Opened {
  const { root, view } = input
  const turning = turned(files)
  const session = sessionOf(input, turning.files, keeping(input, () => files === turning.now()))
  const paths = [...changes.changed, ...changes.deleted]
  let before: Before | undefined
  // The same session answers, since most of it is as it was: it is handed the few files that are not, and judges what these reach.
  const base = (): Before => before ??= changes.base === undefined ? { findings: [] } : turning.while(asBefore(root, files, new Set(paths), changes.before), () => {
    session.take([{ kind: 'disk', paths }])
    const { report: { findings }, project: { policy } } = session.snapshot()
    return { findings, policy }
  }, () => session.take([{ kind: 'disk', paths }]))
  return {
    kind: 'opened', session,
    report(made) {
      const report = session.apply(made)
      const { policy } = session.snapshot().project
      const { configFiles } = session
      // A hook asks for no leave to raise one: who merges is asked.
      const isEased = view.kind === 'since' && policy.budgets.length > 0 && [...configFiles].some((path) => changes.changed.has(path))
      const earlier = isEased ? base().policy : undefined
      const raised = earlier === undefined ? [] : raisedBudgets(policy, earlier)
      const findings = changedFindings(report.findings, { ...changes, configFiles }, () => base().findings)
      return { ...report, findings: [...findings, ...raised].sort(inOrder), lines: new Map([...report.lines, ...raised.map(({ at }) => [at.path, session.lines(at.path)] as const)]) }
    },
  }
}

interface Before {
  readonly findings: readonly JudgedFinding[]
  /** Absent before the first commit. */
  readonly policy?: Policy
}

/** Files for which others can stand in for a while. */
function turned(now: Files): { readonly files: Files; now(): Files; while<V>(others: Files, ask: () => V, afterwards: () => void): V } {
  let current = now
  return {
    now: () => current,
    files: {
      list: () => current.list(),
      listed: (paths, isIgnored) => current.listed(paths, isIgnored),
      read: (path) => current.read(path),
      stamp: (path) => current.stamp(path),
    },
    while(others, ask, afterwards) {
      current = others
      const answer = ask()
      current = now
      afterwards()
      return answer
    },
  }
}

function whole(session: Session): Opened {
  return { kind: 'opened', session, report: (changes) => session.apply(changes) }
}

function sessionOf({ root, configPath, today, stopwatch }: OpenInput, files: Files, memory: (files: Files) => Memory): Session {
  return new Session({ files, lookup: packageLookup(root), realPath: realPathIn(root), configPath, today, memory, ...(stopwatch !== undefined && { stopwatch }) })
}

/** What is read is kept for the next run, while `isKept`. */
function keeping({ root, keeps = true }: OpenInput, isKept: () => boolean = () => true): (files: Files) => Memory {
  return (files) => keeps && build !== undefined ? memory(files, readArchive(root, build), writerOf(root, build, isKept)) : memory(files, emptyArchive, () => {})
}

function writerOf(root: string, build: string, isKept: () => boolean): (files: ReadonlyMap<Path, KeptFile>) => void {
  return (files) => { if (isKept()) writeArchive(root, build, files) }
}
