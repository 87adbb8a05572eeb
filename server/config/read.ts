import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { build } from './build.ts'
import { byPlace } from './by-place.ts'
import type { Config } from './config.ts'
import { notYet, notYetMessage, type NotYet } from './not-yet.ts'
import { shape } from './schema.ts'
import { shapeProblems } from './shape-problems.ts'
import type { Reader } from './selector-syntax.ts'
import { readTree, type Tree } from './yaml-tree.ts'

export interface ReadConfig {
  /** Absent where there is a problem. */
  readonly config?: Config
  readonly problems: readonly Problem[]
}

/** The text of a bulkhead.yaml, read. Whatever the text is: a configuration or problems, each at its place. */
export function readConfig(path: Path, text: string): ReadConfig {
  const { tree, problems } = readTree(path, text)
  if (tree === undefined || problems.length > 0) return { problems: byPlace(problems) }
  const newer = newerVersion(path, tree)
  if (newer !== undefined) return { problems: [newer] }
  const later = notYet(tree)
  const checked = shape.safeParse(tree.value)
  if (!checked.success || later.length > 0) {
    const issues = checked.success ? [] : checked.error.issues
    return { problems: byPlace([...later.map((each) => notYetProblem(path, each)), ...shapeProblems(path, tree, issues, later.map(({ way }) => way))]) }
  }
  const reader: Reader = { path, problems: [] }
  const config = build(reader, text, checked.data, tree)
  return reader.problems.length === 0 ? { config, problems: [] } : { problems: byPlace(reader.problems) }
}

function newerVersion(path: Path, tree: Tree): Problem | undefined {
  const version = tree.entries.get('version')
  if (typeof version?.value !== 'number' || !Number.isInteger(version.value) || version.value <= 1) return undefined
  return { kind: 'version', message: `version ${version.value} of the configuration needs a newer bulkhead`, at: { path, span: version.span }, hint: 'this one reads version 1: update bulkhead' }
}

function notYetProblem(path: Path, { what, tree }: NotYet): Problem {
  return { kind: 'not-yet', message: notYetMessage(what), at: { path, span: tree.key ?? tree.span }, hint: 'leave it out until then: nothing would be judged by it' }
}
