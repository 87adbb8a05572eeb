import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { readFiles, type ConfigFile, type Extendable } from './bases.ts'
import { build } from './build.ts'
import { byPlace } from './by-place.ts'
import type { Config } from './config.ts'
import { merged } from './merge.ts'
import { notYet, notYetMessage, type NotYet } from './not-yet.ts'
import { shape } from './schema.ts'
import { shapeProblems } from './shape-problems.ts'
import type { Reader } from './selector-syntax.ts'
import { placeIn, type Tree } from './yaml-tree.ts'

export interface ReadConfig {
  /** Absent where there is a problem. */
  readonly config?: Config
  readonly problems: readonly Problem[]
}

/** The text of a bulkhead.yaml, read with what it extends. Whatever the text is: a configuration or problems, each at its place. */
export function readConfig(path: Path, text: string, extendable: Extendable = nothingElse): ReadConfig {
  const { file, files, lines, problems } = readFiles(path, text, extendable)
  if (file === undefined || problems.length > 0) return { problems: byPlace(problems) }
  const inherit = file.tree.entries.get('inherit')
  if (inherit?.value === true) return { problems: [{ kind: 'no-outer', message: `${path} says inherit: true, and there is no configuration above it`, at: placeIn(path, inherit, inherit.key), hint: "leave the line out, or write a bulkhead.yaml at the project's root" }] }
  const clashes: Problem[] = []
  const tree = merged(file, { lines, problems: clashes })
  const examined = files.map((each) => examine(each, files.length > 1))
  const mistakes = [...examined.flatMap((each) => each.problems), ...clashes]
  if (mistakes.length > 0) return { problems: byPlace(mistakes) }
  const [checked = shape.safeParse(tree.value)] = tree === file.tree ? examined.map((each) => each.checked) : []
  // What no file of several says is missing only in what they say together.
  if (!checked.success) return { problems: byPlace(shapeProblems(path, tree, checked.error.issues, [])) }
  const reader: Reader = { path, problems: [] }
  const config = build(reader, lines, checked.data, tree)
  return reader.problems.length === 0 ? { config, problems: [] } : { problems: byPlace(reader.problems) }
}

const nothingElse: Extendable = { presets: {}, read: () => ({ kind: 'missing' }) }

/** One file by itself. `isPart`: what it leaves out another may say. */
export function examine({ path, tree }: ConfigFile, isPart: boolean): { readonly checked: ReturnType<typeof shape.safeParse>; readonly problems: readonly Problem[] } {
  const later = notYet(tree)
  const checked = shape.safeParse(tree.value)
  const issues = checked.success ? [] : checked.error.issues
  const spokenOf = [...later.map(({ way }) => way), ...(isPart ? saidElsewhere(tree) : [])]
  return { checked, problems: [...later.map((each) => notYetProblem(path, each)), ...shapeProblems(path, tree, issues, spokenOf)] }
}

/** A module of a base, changed here: the base says its files. */
function saidElsewhere(tree: Tree): readonly (readonly string[])[] {
  const modules = tree.entries.get('modules')?.entries ?? new Map<string, Tree>()
  return [...modules].filter(([, { entries }]) => !entries.has('files')).map(([name]) => ['modules', name, 'files'])
}

function notYetProblem(path: Path, { what, tree }: NotYet): Problem {
  return { kind: 'not-yet', message: notYetMessage(what), at: placeIn(path, tree, tree.key), hint: 'leave it out until then: nothing would be judged by it' }
}
