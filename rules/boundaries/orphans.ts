import type { Finding } from '../model/finding.ts'
import { findingOnFile } from '../model/finding-on-file.ts'
import type { FileId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { CheckOptions } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'

export const orphans: Rule = {
  id: 'boundaries/orphans',
  title: 'Nothing leads to a file',
  level: 'off',
  judges: 'project',
  options: ['means', 'entries'],
  *check(project) {
    const { means = 'unreached', entries = [] } = project.policy.checks.get('boundaries/orphans')?.options ?? {}
    const isNamed = (path: Path): boolean => entries.some(({ match }) => match(path) !== undefined)
    yield* checks[means](project, isNamed)
  },
}

const checks: Readonly<Record<Exclude<CheckOptions['means'], undefined>, (project: Project, isNamed: (path: Path) => boolean) => Iterable<Finding>>> = {
  *unreached(project, isNamed) {
    const { files } = project.graph
    const outer = new Set(project.entries())
    if (outer.size === 0 && !files.some(isNamed)) yield* noEntry(project)
    else {
      const reached = reachedFrom(project, (path) => outer.has(path) || isNamed(path) || isOfTools(project, path))
      const importers = importersIn(project)
      for (const [file, path] of files.entries()) if (reached[file] !== 1 && project.isSource(path)) yield unreached(project, path, files[importers[file] ?? -1])
    }
  },
  *unused(project, isNamed) {
    const outer = new Set(project.entries())
    const importers = importersIn(project)
    for (const [file, path] of project.graph.files.entries()) {
      if ((importers[file] ?? -1) < 0 && project.isSource(path) && !outer.has(path) && !isNamed(path) && !isOfTools(project, path)) yield orphan(project, path, 'nothing imports this file')
    }
  },
  *alone(project, isNamed) {
    const { graph: { files, edges: { first, fact } }, policy } = project
    const importers = importersIn(project)
    const importsNothing = (file: FileId): boolean => {
      for (let id = first[file] ?? 0; id < (first[file + 1] ?? 0); id++) if ((fact[id] ?? 0) >= 0 && counts(project, id, policy.kinds)) return false
      return true
    }
    for (const [file, path] of files.entries()) {
      if ((importers[file] ?? -1) < 0 && project.isSource(path) && !isNamed(path) && importsNothing(file)) yield orphan(project, path, 'nothing imports this file, and it imports nothing')
    }
  },
}

/** Run or read by whoever tests, builds or compiles: nobody imports a test, a configuration, or the declarations of what is there anyway. */
function isOfTools({ policy }: Project, path: Path): boolean {
  return policy.isTest(path) || /\.config\.[^/.]+$|\.d\.[cm]?ts$/.test(path)
}

/** 1 for each file that a way leads to. */
function reachedFrom(project: Project, isEntry: (path: Path) => boolean): Uint8Array {
  const { graph: { files, edges }, policy } = project
  const reached = new Uint8Array(files.length)
  const open: FileId[] = []
  for (const [file, path] of files.entries()) if (isEntry(path)) { reached[file] = 1; open.push(file) }
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      const to = edges.to[id] ?? -1
      if (to < 0 || reached[to] === 1 || !counts(project, id, policy.kinds)) continue
      reached[to] = 1
      open.push(to)
    }
  }
  return reached
}

/** The first other file that imports each, by the kinds of imports that count; -1 where none does. */
function importersIn(project: Project): Int32Array {
  const { graph: { files, edges }, policy } = project
  const importers = new Int32Array(files.length).fill(-1)
  for (let id = 0; id < edges.count; id++) {
    const [from, to] = [edges.from[id] ?? -1, edges.to[id] ?? -1]
    if (to >= 0 && from !== to && importers[to] === -1 && counts(project, id, policy.kinds)) importers[to] = from
  }
  return importers
}

function unreached(project: Project, path: Path, importer: Path | undefined): Finding {
  return orphan(project, path, 'no entry leads to this file', importer === undefined ? [] : [`${importer} imports it, and no entry leads there either`])
}

function orphan(project: Project, path: Path, message: string, evidence: readonly string[] = []): Finding {
  return findingOnFile(project, path, {
    rule: 'boundaries/orphans', message,
    help: [...evidence, 'code that nobody runs is read, changed and feared all the same', 'delete it, or name what it is there for under `options: { entries: … }` of this check'],
  })
}

/** Said once, and not of every file. */
function noEntry({ policy }: Project): readonly Finding[] {
  const at = policy.checks.get('boundaries/orphans')?.at
  if (at === undefined) return []
  return [{
    rule: 'boundaries/orphans', at, statement: at.span,
    message: 'no entry is known from which files could be reached',
    help: ['no manifest names one', 'name the files that run first: `options: { entries: [src/main.ts] }`, or ask for `means: unused`'],
    because: [], via: [], key: 'boundaries/orphans: no entry', fixes: [],
  }]
}
