import type { Edge } from '../model/graph.ts'
import type { Path } from '../model/place.ts'

/**
 * How the importer of `edge` would write another file, in the manner in which it wrote this one: the same alias, the same ending.
 * Falls back to a relative specifier where the alias does not reach the other file.
 */
export function specifierFor(edge: Edge, written: Path, other: Path): string {
  // A component keeps its own ending, whatever those of scripts are written like.
  const ending = script.test(other) ? script.exec(edge.specifier)?.[0] : undefined
  const target = ending === undefined ? withoutIndex(withoutEnding(other)) : withoutEnding(other) + ending
  if (edge.written === 'relative') return relative(edge.from, target)
  return throughAlias(edge.specifier, ending === undefined ? withoutEnding(written) : withoutEnding(written) + ending, target) ?? relative(edge.from, target)
}

/** A path from one file to another, with or without its ending as `like` is written, which is another path in that file. */
export function relativeSpecifier(from: Path, to: Path, like: string | undefined): string {
  const ending = like === undefined || !script.test(to) ? undefined : script.exec(like)?.[0]
  if (ending === undefined) return relative(from, withoutIndex(withoutEnding(to)))
  // '.ts' is written where files are run as they are, and '.js' for what they become.
  return relative(from, withoutEnding(to)) + (/ts/.test(ending) ? script.exec(to)?.[0] ?? '' : ending)
}

const script = /\.[cm]?[jt]sx?$/

/** `@shop/cart/lines` for `src/shop/cart/lines` means that `@shop/` stands for `src/shop/`. */
function throughAlias(specifier: string, written: string, target: string): string | undefined {
  const parts = specifier.split('/')
  for (let cut = 1; cut < parts.length; cut++) {
    const tail = parts.slice(cut).join('/')
    for (const path of [written, withoutIndex(written)]) {
      if (!path.endsWith(`/${tail}`)) continue
      const folder = path.slice(0, -tail.length)
      if (target.startsWith(folder)) return parts.slice(0, cut).join('/') + '/' + target.slice(folder.length)
      if (`${target}/` === folder) return parts.slice(0, cut).join('/')
    }
  }
  return undefined
}

function relative(from: Path, target: string): string {
  const here = from.split('/').slice(0, -1)
  const there = target.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++
  const up = here.slice(shared).map(() => '..')
  const way = [...up, ...there.slice(shared)].join('/')
  return up.length === 0 ? (way === '' ? '.' : `./${way}`) : way
}

function withoutEnding(path: Path): string {
  return path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '')
}

function withoutIndex(path: string): string {
  return path.replace(/\/index$/, '')
}
