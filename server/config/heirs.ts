/* Files further down that say `inherit: true`: what each says of its folder, added to what the project says of itself. Nothing in them loosens anything. */
import { literalPath } from '../../rules/model/path-pattern.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { CycleCheck } from '../../rules/model/policy.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Selector } from '../../rules/model/selector.ts'
import { buildStacks } from './build-layers.ts'
import { moduleParts, templateOf } from './build-modules.ts'
import { buildRules } from './build-rules.ts'
import { buildCycles } from './build-cycles.ts'
import { checkOf } from './build.ts'
import { byPlace } from './by-place.ts'
import type { Config, HeirConfig, ModuleConfig, RuleConfig, StackConfig } from './config.ts'
import { folderOf, literalBranch } from './modules.ts'
import { notYet, notYetMessage } from './not-yet.ts'
import { readOneFile } from './one-file.ts'
import { spokenPlace } from './project.ts'
import { heirShape, type HeirShape } from './schema.ts'
import { keyPlaceOf, placeOf, refuse, type Reader } from './selector-syntax.ts'
import { shapeProblems } from './shape-problems.ts'
import { placeIn, treeAt, type Tree } from './yaml-tree.ts'

export interface HeirText {
  readonly path: Path
  readonly text: string
}

export interface ReadHeirs {
  /** Absent where there is a problem. */
  readonly config?: Config
  readonly problems: readonly Problem[]
}

/** The configuration of a project together with what its heirs say. */
export function withHeirs(config: Config, texts: readonly HeirText[]): ReadHeirs {
  if (texts.length === 0) return { config, problems: [] }
  const read = texts.map((text) => readHeir(config, text))
  const heirs = read.flatMap(({ heir }) => heir ?? [])
  const lines = new Map([...config.lines, ...texts.map(({ path, text }) => [path, lineStarts(text)] as const)])
  const together: Config = {
    ...config, lines, heirs: heirs.map(({ said }) => said),
    rules: [...config.rules, ...heirs.flatMap(({ rules }) => rules)],
    stacks: [...config.stacks, ...heirs.flatMap(({ stacks }) => stacks)],
    cycles: [...config.cycles, ...heirs.flatMap((heir) => heir.cycles.filter((check) => !isSaid(config.cycles, check)))],
  }
  const problems = [...read.flatMap((each) => each.problems), ...namesakes(together)]
  return problems.length > 0 ? { problems: byPlace(problems) } : { config: together, problems }
}

/** A file further down that says `inherit: true` where nobody is there to inherit from. */
export function orphanedHeir({ path, text }: HeirText): Problem {
  const { tree } = readOneFile(path, text)
  const inherit = tree?.entries.get('inherit')
  return {
    kind: 'no-outer', message: `${path} says inherit: true, and there is no configuration above it`,
    at: inherit === undefined ? { path, span: { start: 0, end: 0 } } : placeIn(path, inherit, inherit.key), hint: "write a bulkhead.yaml at the project's root, or leave the line out",
  }
}

interface Heir {
  readonly said: HeirConfig
  readonly rules: readonly RuleConfig[]
  readonly stacks: readonly StackConfig[]
  readonly cycles: readonly CycleCheck[]
}

function readHeir(config: Config, { path, text }: HeirText): { readonly heir?: Heir; readonly problems: readonly Problem[] } {
  const { tree, problems } = readOneFile(path, text)
  if (tree === undefined || problems.length > 0) return { problems }
  const later = notYet(tree)
  const checked = heirShape.safeParse(tree.value)
  const wrong = [
    ...later.map((each): Problem => ({ kind: 'not-yet', message: notYetMessage(each.what), at: placeIn(path, each.tree, each.tree.key), hint: 'leave it out until then: nothing would be judged by it' })),
    ...shapeProblems(path, tree, checked.success ? [] : checked.error.issues, later.map(({ way }) => way), heirShape),
  ]
  if (!checked.success || wrong.length > 0) return { problems: wrong }
  const reader: Reader = { path, folder: folderOf(path), problems: [] }
  const heir = build(reader, folderOf(path), config, checked.data, tree)
  return reader.problems.length > 0 || heir === undefined ? { problems: reader.problems } : { heir, problems: [] }
}

function build(reader: Reader, folder: Path, { kinds, calls }: Config, shape: HeirShape, tree: Tree): Heir | undefined {
  const named = tree.entries.get('module')
  const at = keyPlaceOf(reader, named ?? treeAt(tree, ['inherit']).tree)
  const module = moduleOf(reader, folder, shape, tree, at)
  if (module === undefined) return undefined
  if (module.tags.includes('test')) refuse(reader, placeOf(reader, treeAt(tree, ['tags']).tree), 'looser', 'a folder cannot call itself a test: hardly anything is asked of tests', "say it under tags in the project's own bulkhead.yaml")
  const [layers, tags] = [tree.entries.get('layers'), tree.entries.get('tags')]
  return {
    said: {
      path: reader.path, folder, module, at: keyPlaceOf(reader, treeAt(tree, ['inherit']).tree),
      ...(named !== undefined && { named: placeOf(reader, named) }),
      ...(tags !== undefined && { tagsAt: placeOf(reader, tags) }),
      checks: Object.entries(shape.checks ?? {}).map(([id, check]) => checkOf(reader, id, check, treeAt(tree, ['checks', id]).tree)),
    },
    rules: buildRules(reader, shape.rules ?? [], tree, { kinds, calls }).map((rule) => ({ ...rule, uncut: rule.subject, subject: cut(rule.subject, rule.at, folder) })),
    stacks: shape.layers === undefined || layers === undefined ? [] : buildStacks(reader, shape.layers, layers, { kinds, calls }),
    cycles: buildCycles(reader, shape.cycles, tree, calls).map((check) => ({ ...check, every: cut(check.every, check.at, folder) })),
  }
}

function moduleOf(reader: Reader, folder: Path, shape: HeirShape, tree: Tree, at: ModuleConfig['at']): ModuleConfig | undefined {
  const name = shape.module ?? folder
  const template = templateOf(reader, name, at)
  if (template !== undefined && template.captures.length > 0) refuse(reader, at, 'bad-name', `'${name}' is no name of one folder: nothing binds {${template.captures[0]}}`)
  const branches = literalBranch(folder)
  return template && {
    name, template, at, mode: 'checked', optional: true,
    files: [{ kind: 'glob', glob: { parts: [{ kind: 'text', text: folder }], branches, captures: [] }, written: folder, at }],
    ...moduleParts(reader, shape, tree),
  }
}

/** What an heir's rules and cycles are about lies in its folder. */
function cut(selector: Selector | undefined, at: Place, folder: Path): Selector {
  const inFolder: Selector = { kind: 'path', pattern: literalPath(folder), at }
  return selector === undefined || selector.kind === 'every' ? inFolder : { kind: 'all', of: [selector, inFolder] }
}

/** The project says the same of all its cycles. */
function isSaid(all: readonly CycleCheck[], { level, kinds, severity = 'error' }: CycleCheck): boolean {
  return all.some((each) => each.every === undefined && each.some === undefined && each.from === undefined && each.level === level && (each.severity ?? 'error') === severity && [...kinds].every((kind) => each.kinds.has(kind)))
}

/** Comments and exceptions name entries by their ids. */
function namesakes(config: Config): readonly Problem[] {
  const seen = new Map<string, RuleConfig>()
  return config.rules.flatMap((rule): Problem[] => {
    const known = seen.get(rule.id)
    seen.set(rule.id, known ?? rule)
    return known === undefined ? [] : [{ kind: 'duplicate-name', message: `two entries have the id ${rule.id}`, at: rule.at, hint: `${spokenPlace(config, known.at)} says the other` }]
  })
}
