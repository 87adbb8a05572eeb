// `scope: folder` with paths alone: what a folder, with all below it, imports from outside. An expression over a folder's path is
// one over the paths of the files in it.

import type { Sequence, Term } from '../expression/parse.ts'
import { allOf } from '../selector.ts'
import { endsTaken, everyEnd, givensOf, importers, type Paths } from './ends.ts'
import { pathsOf } from './sides.ts'
import { filesTaken, nothingAsked, type PathTest } from './paths.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

export function betweenFolders(rule: CruiserRule, setting: Setting): Said {
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return cannot(rule, paths.unreadable)
  const [own, other] = [mapped(paths.from, below), mapped(paths.to, within)]
  const from = importers(own, setting, { prefix: 'g', asked: givensOf(other.path, other.pathNot) })
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  const ends = endsTaken({ ...other, ...everyEnd, classes: new Set(['file']) }, setting)
  const isOneFolder = paths.from.path?.alternatives.every(({ must: [first] }) => first.at(-1)?.kind === 'end') ?? false
  const inside = isOneFolder && own.path !== undefined ? [filesTaken(own.path, setting.ground, nothingAsked)] : ['folder:same', 'folder:below']
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, from, forbid: allOf([ends], inside), ...ending(rule) } }], unsaid: [] }
}

function mapped({ path, pathNot }: Paths, map: (sequence: Sequence) => Sequence): Paths {
  const test = ({ alternatives, givens }: PathTest): PathTest => ({ givens, alternatives: alternatives.map(({ must: [first, ...others], not }) => ({ must: [map(first), ...others.map(map)], not: not.map(map) })) })
  return { ...(path !== undefined && { path: test(path) }), ...(pathNot !== undefined && { pathNot: test(pathNot) }) }
}

const slash: Term = { kind: 'char', char: '/' }
const end: Term = { kind: 'end' }
const anything: Term = { kind: 'repeat', of: { kind: 'any' }, least: 0, most: Infinity, lazy: false }
const name: Term = { kind: 'repeat', of: { kind: 'set', written: '[^/]' }, least: 1, most: Infinity, lazy: false }

/** The files below a folder that it takes. */
function below(sequence: Sequence): Sequence {
  return sequence.at(-1)?.kind === 'end' ? [...sequence.slice(0, -1), slash] : openFolder(sequence)
}

/** The files in a folder that it takes. */
function within(sequence: Sequence): Sequence {
  return sequence.at(-1)?.kind === 'end' ? [...sequence.slice(0, -1), slash, name, end] : openFolder(sequence)
}

function openFolder(sequence: Sequence): Sequence {
  const last = sequence.at(-1)
  return last?.kind === 'char' && last.char === '/' ? [...sequence, name, anything, slash] : [...sequence, anything, slash]
}
