/* Which files a pattern or a selector takes, by the last good configuration. */
import { pathPattern } from '../../../rules/model/path-pattern.ts'
import type { Address } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Atom } from '../../../rules/model/selector.ts'
import { classesOf, take } from '../../../rules/model/take.ts'
import { atomOf, packageAtomOf, readPath } from '../selector-syntax.ts'
import { patternIn } from '../pattern-in.ts'
import type { Sort } from './sort.ts'
import { judgedFiles, type Surroundings } from './surroundings.ts'
import type { Way } from './sketch/node.ts'

export interface Taken {
  readonly files: readonly Path[]
  /** What is no file, with how many files import it. */
  readonly others: readonly { readonly end: Address; readonly importers: number }[]
}

const nowhere = { path: '', span: { start: 0, end: 0 } }

/** Undefined where the word picks nothing by itself: it is no pattern, or broken. */
export function takenBy(around: Surroundings, sort: Sort, text: string, way: Way): Taken | undefined {
  switch (sort) {
    case 'selector': return ofAtom(around, atomOf(text, nowhere))
    case 'package': return ofAtom(around, packageAtomOf(text, nowhere))
    case 'pattern': return ofPattern(around, around.layout.files, readPath(text))
    case 'files': return text.startsWith('workspace:') ? undefined : ofPattern(around, judgedFiles(around), pathPattern(text, 'folder'))
    case 'inside': {
      const module = way[1]
      if (way[0] === 'api') return ofPattern(around, judgedFiles(around), pathPattern(text))
      return typeof module === 'string' ? ofAtom(around, atomOf(`${module}:${text}`, nowhere)) : undefined
    }
    default: return undefined
  }
}

/** As everybody asks of a whole selector: the atoms of its words together. */
export function filesOf(around: Surroundings, atom: Atom): readonly Path[] {
  if (!classesOf(atom).has('file')) return []
  return judgedFiles(around).filter((path) => take(atom, { kind: 'file', path }, around.project) !== undefined)
}

function ofAtom(around: Surroundings, atom: ReturnType<typeof atomOf>): Taken | undefined {
  if ('mistake' in atom || 'notYet' in atom || atom.kind === 'folder') return undefined
  const placed = atom.kind === 'path' && around.start !== '' ? { ...atom, pattern: patternIn(around.start, atom.pattern) } : atom
  return { files: filesOf(around, placed), others: othersOf(around, placed) }
}

function othersOf({ project }: Surroundings, atom: Atom): Taken['others'] {
  const { graph } = project
  const taken = new Map<number, Set<number>>()
  for (const [i, end] of graph.ends.entries()) if (take(atom, end, project) !== undefined) taken.set(~i, new Set())
  if (taken.size > 0) for (let id = 0; id < graph.edges.count; id++) taken.get(graph.edges.to[id] ?? 0)?.add(graph.edges.from[id] ?? 0)
  return [...taken].flatMap(([id, importers]) => {
    const end = graph.ends[~id]
    return end === undefined ? [] : { end, importers: importers.size }
  })
}

function ofPattern({ start }: Surroundings, files: readonly Path[], written: ReturnType<typeof readPath>): Taken | undefined {
  if ('mistake' in written) return undefined
  const pattern = start === '' ? written : patternIn(start, written)
  return { files: files.filter((path) => pattern.match(path) !== undefined), others: [] }
}
