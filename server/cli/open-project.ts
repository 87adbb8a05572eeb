import { isAbsolute, relative, resolve, sep } from 'node:path'
import v8 from 'node:v8'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { configName, isFolder, open, projectRoot, pathExists, stopwatch, unwatched, type Session, type Stopwatch, type View } from '../session/index.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type Terminal } from './terminal.ts'

export interface ReportInput {
  /** Files and folders to report on, and on what leads through them; all, if none. */
  readonly paths?: readonly Path[]
  /** Texts that stand in for files. */
  readonly buffers?: readonly { readonly path: Path; readonly text: string }[]
  /** False: what the baseline knows counts as new. */
  readonly withBaseline?: boolean
}

export interface OpenedProject {
  /** Absolute. */
  readonly root: string
  readonly configPath: Path
  readonly session: Session
  readonly stopwatch: Stopwatch
  /** Of a path as it was typed: from the project's root. */
  pathOf(typed: string): Path
  /** The same for a path that must be there. */
  existingPathOf(typed: string): Path
  report(input: ReportInput): Report
}

/** The project of the folder in which a command was started. */
export function openProject(terminal: Terminal, options: CommonOptions, view: View = { kind: 'tree' }): OpenedProject {
  const folder = resolve(terminal.cwd, options.cwd ?? '.')
  if (!isFolder(folder)) throw new CannotDo(`there is no folder ${options.cwd}`)
  const root = projectRoot(folder)
  const pathOf = (typed: string): Path => {
    const path = relative(root, resolve(folder, typed))
    if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) throw new CannotDo(`${typed} lies outside the project, whose root is ${root}`)
    return path.split(sep).join('/')
  }
  const existingPathOf = (typed: string): Path => {
    const path = pathOf(typed)
    if (!pathExists(root, path)) throw new CannotDo(`there is no ${typed}`)
    return path
  }
  const configPath = options.config === undefined ? configName : existingPathOf(options.config)
  // What is read from here on is kept, which V8 takes for a reason to make room for ever more new objects: without that, a check of 5,000
  // files needs 110 to 130 MiB instead of 135 to 190, at the same CPU.
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  const watch = options.verbose === true ? stopwatch(terminal.now) : unwatched
  const opened = open({ root, configPath, view, today: () => terminal.today, stopwatch: watch, keeps: options.cache !== false })
  if (opened.kind === 'failed') throw new CannotDo(opened.message)
  return {
    root, configPath, session: opened.session, stopwatch: watch, pathOf, existingPathOf,
    report({ paths = [], buffers = [], withBaseline = true }) {
      const report = opened.report(buffers.map(({ path, text }) => ({ kind: 'text', path, text })))
      const isAsked = (path: Path): boolean => paths.some((one) => isAtOrBelow(path, one))
      const findings = paths.length === 0 ? report.findings : report.findings.filter((finding) => placesOf(finding).some(isAsked))
      return { ...report, findings: withBaseline ? findings : findings.map((finding) => finding.status === 'known' ? { ...finding, status: 'new' } : finding) }
    },
  }
}

/** Where it stands and what it leads through: a cycle stands in one of its files, and whoever closed it may be another. */
function placesOf({ key, at, via, circle = [] }: JudgedFinding): readonly Path[] {
  const between = key.startsWith('boundaries/cycles module:') ? [] : via
  return [at.path, ...between, ...circle.map(({ path }) => path)]
}

export function isAtOrBelow(path: Path, folder: Path): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}
