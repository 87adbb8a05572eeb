/* What a configuration extends: presets and files below the root, each with what it extends itself. Data, read and never run. */
import type { Mistake } from '../../rules/model/glob.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { didYouMean, type Meant } from './nearest.ts'
import { readOneFile } from './one-file.ts'
import { shorten } from './selector-syntax.ts'
import { startsWithDrive } from './windows-path.ts'
import { placeIn, withOrigin, type Tree } from './yaml-tree.ts'

/** A file, or a preset, with its bases in the order in which it names them. */
export interface ConfigFile {
  readonly path: Path
  readonly tree: Tree
  readonly bases: readonly Base[]
}

export interface Base {
  readonly file: ConfigFile
  /** Where it is named. */
  readonly named: Tree
}

export type ReadText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'missing' } | { readonly kind: 'problem'; readonly problem: Problem }

/** What a configuration may extend. */
export interface Extendable {
  /** Yaml by name. */
  readonly presets: Readonly<Record<string, string>>
  read(path: Path): ReadText
}

export interface ReadFiles {
  /** Absent where the file itself cannot be read. */
  readonly file?: ConfigFile
  /** All of them once, each before its bases. */
  readonly files: readonly ConfigFile[]
  /** Offsets of lines, by file. */
  readonly lines: ReadonlyMap<Path, readonly number[]>
  readonly problems: readonly Problem[]
}

const mostBases = 100
const deepest = 50

export function readFiles(path: Path, text: string, { presets, read }: Extendable): ReadFiles {
  const problems: Problem[] = []
  const files: ConfigFile[] = []
  const lines = new Map<Path, readonly number[]>()
  const known = new Map<Path, ConfigFile | undefined>()

  function fileOf(own: Path, content: string, below: readonly Path[]): ConfigFile | undefined {
    lines.set(own, lineStarts(content))
    const one = readOneFile(own, content)
    problems.push(...one.problems)
    if (one.tree === undefined) return undefined
    const tree = own === path ? one.tree : withOrigin(one.tree, { path: own })
    return withBases(own, tree, below)
  }

  function withBases(own: Path, tree: Tree, below: readonly Path[]): ConfigFile {
    const named = tree.entries.get('extends')
    // What is no list of texts is a problem of the shape.
    const items = named?.items.filter(({ value }) => typeof value === 'string') ?? []
    const file: ConfigFile = { path: own, tree, bases: items.flatMap((item) => baseOf(own, item, [...below, own]) ?? []) }
    files.push(file)
    return file
  }

  function baseOf(own: Path, named: Tree, below: readonly Path[]): Base | undefined {
    const written = String(named.value)
    const refuse = (kind: string, message: string, hint?: Meant): undefined => {
      problems.push({ kind, message, at: placeIn(own, named), ...hint })
    }
    if (files.length >= mostBases || below.length > deepest) return refuse('too-large', `the configuration extends more than ${mostBases} files, or files ${deepest} deep`)
    if (written.startsWith('preset:')) {
      const name = written.slice('preset:'.length)
      const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
      return preset === undefined ? refuse('unknown-preset', `no preset is called ${shorten(name)}`, didYouMeanPreset(name, Object.keys(presets))) : { file: presetOf(own, named, name, preset, below), named }
    }
    const path = pathOf(written)
    if (typeof path !== 'string') return refuse('bad-path', `'${shorten(written)}' cannot be extended: ${path.mistake}`, path)
    if (below.includes(path)) return refuse('cycle', below.at(-1) === path ? `${path} extends itself` : `${path} extends itself, by way of ${below.slice(below.indexOf(path) + 1).join(' and ')}`, { hint: 'leave one of these lines out' })
    if (!known.has(path)) known.set(path, readBase(path, below, refuse))
    const file = known.get(path)
    return file && { file, named }
  }

  function readBase(path: Path, below: readonly Path[], refuse: (kind: string, message: string, hint?: Meant) => undefined): ConfigFile | undefined {
    const answer = read(path)
    if (answer.kind === 'text') return fileOf(path, answer.text, below)
    if (answer.kind === 'problem') problems.push(answer.problem)
    else refuse('no-file', `there is no ${path}`, { hint: "a base is named by its path from the project's root" })
    return undefined
  }

  /** All of it stands where it is named: nobody can look into it but there. */
  function presetOf(own: Path, named: Tree, name: string, text: string, below: readonly Path[]): ConfigFile {
    const { tree, problems: mistakes } = readOneFile(own, text)
    if (tree === undefined) throw new Error(`the preset ${name}: ${mistakes[0]?.message}`)
    return withBases(own, withOrigin(tree, { path: own, preset: name }, named.span), below)
  }

  const file = fileOf(path, text, [])
  return { ...(file === undefined ? {} : { file }), files: files.toReversed(), lines, problems }
}

function didYouMeanPreset(name: string, names: readonly string[]): Meant {
  const like = didYouMean(name, names)
  return like.hint !== undefined || names.length === 0 ? like : { hint: `there are ${names.join(', ')}` }
}

/** From the root, in its shortest form. */
function pathOf(written: string): Path | Mistake {
  if (/^https?:/.test(written)) return { mistake: 'nothing is fetched', hint: 'install it as a package, and name its file: node_modules/…/base.yaml' }
  if (written.includes('\\') || startsWithDrive(written)) return { mistake: 'it is no path of this project', hint: "write folders with /, from the project's root" }
  const segments = written.split('/').filter((segment) => segment !== '.')
  if (written.startsWith('/') || segments.includes('..')) return { mistake: 'it lies outside the project', hint: "name a file below the project's root, in node_modules if it is shared" }
  if (!/[^/]\.ya?ml$/.test(written)) return { mistake: 'it is no preset:NAME and no path to a yaml file', hint: 'name the file by its path from the root, node_modules/… too' }
  return segments.filter((segment) => segment !== '').join('/')
}
