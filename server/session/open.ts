// Opens a folder as a project: in the working tree, as it is staged, or as it changed since a commit.

import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { emptyArchive, readArchive, writeArchive, type Archive, type KeptFile } from '../io/archive.ts'
import { disk } from '../io/disk.ts'
import type { Files } from '../io/files.ts'
import { changesSince, stagedChanges, type ChangesAnswer } from '../io/git-changes.ts'
import { committedFiles, stagedFiles } from '../io/git-files.ts'
import { packageLookup } from '../io/package-lookup.ts'
import { realPathIn } from '../io/real-path.ts'
import { changedFindings } from './changed-findings.ts'
import { build } from './build.ts'
import { inOrder } from '../engine/index.ts'
import { memory, type Memory } from './memory.ts'
import { raisedBudgets } from './raised-budgets.ts'
import { Session, type Change, type Snapshot } from './session.ts'
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
  if (view.kind === 'tree') return whole(sessionOf(input, disk(root), keeping(input).memory))
  const answer: ChangesAnswer = view.kind === 'staged' ? stagedChanges(root) : changesSince(root, view.ref)
  if (answer.kind === 'failed') return answer
  const files = view.kind === 'staged' ? stagedFiles(root) : disk(root)
  if (files === undefined) return { kind: 'failed', message: 'this folder is no git repository' }
  const { changes } = answer
  const kept = keeping(input)
  const session = sessionOf(input, files, kept.memory)
  let before: Snapshot | undefined
  const base = (): Snapshot | undefined => {
    const committed = changes.base === undefined ? undefined : committedFiles(root, changes.base)
    // Most files are as they were: what was read of them holds for both.
    return before ??= committed && sessionOf(input, committed, (all) => memory(all, kept.archive(), () => {})).snapshot()
  }
  return {
    kind: 'opened', session,
    report(made) {
      const report = session.apply(made)
      const { policy } = session.snapshot().project
      // A hook asks for no leave to raise one: who merges is asked.
      const earlier = view.kind === 'since' && policy.budgets.length > 0 && [...session.configFiles].some((path) => changes.changed.has(path)) ? base() : undefined
      const raised = earlier === undefined ? [] : raisedBudgets(policy, earlier.project.policy)
      const findings = changedFindings(report.findings, { ...changes, configFiles: session.configFiles }, () => base()?.report.findings ?? [])
      return { ...report, findings: [...findings, ...raised].sort(inOrder), lines: new Map([...report.lines, ...raised.map(({ at }) => [at.path, session.lines(at.path)] as const)]) }
    },
  }
}

function whole(session: Session): Opened {
  return { kind: 'opened', session, report: (changes) => session.apply(changes) }
}

function sessionOf({ root, configPath, today, stopwatch }: OpenInput, files: Files, memory: (files: Files) => Memory): Session {
  return new Session({ files, lookup: packageLookup(root), realPath: realPathIn(root), configPath, today, memory, ...(stopwatch !== undefined && { stopwatch }) })
}

/** What is read, and what was: between runs of a build, and within one. */
function keeping({ root, keeps = true }: OpenInput): { readonly memory: (files: Files) => Memory; readonly archive: () => Archive } {
  let archive = emptyArchive
  return {
    archive: () => archive,
    memory(files) {
      const remembered = keeps && build !== undefined ? memory(files, readArchive(root, build), writerOf(root, build)) : memory(files, emptyArchive, () => {})
      archive = remembered
      return remembered
    },
  }
}

function writerOf(root: string, build: string): (files: ReadonlyMap<Path, KeptFile>) => void {
  return (files) => writeArchive(root, build, files)
}
