/* Configurations further down that are left out as projects of their own: whether each is one, or a slip that leaves its folder unjudged. */
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { byPlace } from './by-place.ts'
import type { HeirText } from './heirs.ts'
import { readOneFile } from './one-file.ts'
import { examine } from './read.ts'
import { placeIn, type Tree } from './yaml-tree.ts'

/** What is wrong with the form of one. What it means, it is asked for where it is the project. */
export function innerProblems({ path, text }: HeirText): readonly Problem[] {
  const { tree, problems } = readOneFile(path, text)
  if (tree === undefined || problems.length > 0) return problems
  const wrong = examine({ path, tree, bases: [] }, true).problems
  const inherit = misspelt(tree)
  // Beside a slip in this line, all keys of a part of the outer project look wrong.
  const ofInherit = inherit === undefined ? [] : wrong.filter(({ at }) => [inherit.span.start, inherit.key?.start].includes(at?.span.start))
  if (ofInherit.length > 0) return ofInherit
  if (wrong.length > 0) return byPlace(wrong)
  return [...saysNothing(path, tree), ...inheritsUnseen(path, tree)]
}

function misspelt({ entries }: Tree): Tree | undefined {
  return [...entries].find(([key]) => nearest(key, ['inherit']) !== undefined)?.[1]
}

function saysNothing(path: Path, { entries }: Tree): readonly Problem[] {
  if (entries.size > 0) return []
  return [{ kind: 'empty', message: `${path} says nothing, so nobody judges its folder`, at: { path, span: { start: 0, end: 0 } }, hint: 'say inherit: true, or what holds there' }]
}

/** The line is looked for in the text, so that it counts while the rest is half typed. */
function inheritsUnseen(path: Path, { entries }: Tree): readonly Problem[] {
  const inherit = entries.get('inherit')
  return inherit?.value === true ? [{ kind: 'bad-inherit', message: 'this is not read as inherit: true, and the folder is left out', at: placeIn(path, inherit, inherit.key), hint: 'write inherit: true on a line of its own' }] : []
}
