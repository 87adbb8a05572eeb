import type { Address, Link, Written } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { isDeclaration, moduleExtension } from './known-files.ts'
import type { ResolveLayout } from './layout.ts'
import { nearestPath } from './nearest.ts'
import { isOutside } from './posix-path.ts'
import { packageOfPath } from './specifier.ts'

/** What resolution asks of those who know more than the project's manifests. */
export interface Outside {
  /** Where a specifier leads that leaves the project: a path from the root, '../' at its start where it lies above. */
  readonly lookup: (specifier: string, folder: Path) => Path | undefined
  /** The build provides it. */
  readonly isVirtual: (specifier: string) => boolean
  /** Ignored, gitignored or not included; asked of paths that do not exist, too. */
  readonly isUnjudged: (path: Path) => boolean
}

/**
 * Where an import leads, twice: `reads` is what a type import and a declaration file mean, `runs` what all others do. They differ
 * where declarations lie beside the code they declare: TypeScript stops at the former, but dependencies run through the latter.
 */
export interface Answer {
  readonly reads: Link
  readonly runs: Link
}

export interface Answers {
  file(path: Path, written: Written): Answer
  /** As `file`, where another file than the one beside it is known to run. */
  fileThatRuns(reads: Path, runs: Path | undefined, written: Written): Answer
  end(to: Address, written: Written): Answer
  /** Nothing is at any of these paths. */
  miss(missed: { readonly specifier: string; readonly paths: readonly Path[]; readonly reason: string; readonly written: Written }): Answer
  /** A listed file that only those find who follow symbolic links, which no listing holds. */
  throughLink(specifier: string, folder: Path, written: Written): Answer | undefined
  /** Outside of the project, or in an installed package. */
  beyond(path: Path, specifier: string, written: Written): Answer | undefined
}

export function answers(layout: ResolveLayout, outside: Outside): Answers {
  const byWritten = new Map<Written, Map<Path, Answer>>()
  const nearest = nearestPath(layout.files)

  function file(path: Path, written: Written): Answer {
    let known = byWritten.get(written)
    if (!known) byWritten.set(written, known = new Map())
    let answer = known.get(path)
    if (!answer) known.set(path, answer = fileThatRuns(path, isDeclaration(path) ? layout.known.implementation(path) : undefined, written))
    return answer
  }

  function fileThatRuns(path: Path, implementation: Path | undefined, written: Written): Answer {
    const reads = linkTo(path, written)
    return { reads, runs: implementation === undefined ? reads : linkTo(implementation, written) }
  }

  function linkTo(path: Path, written: Written): Link {
    return { to: outside.isUnjudged(path) ? { kind: 'unjudged', specifier: path } : { kind: 'file', path }, written }
  }

  function end(to: Address, written: Written): Answer {
    const link = { to, written }
    return { reads: link, runs: link }
  }

  return {
    file, fileThatRuns, end,
    miss({ specifier, paths, reason, written }) {
      if (paths.some(path => generated(path).some(outside.isUnjudged))) return end({ kind: 'unjudged', specifier }, written)
      const [wanted] = paths
      const like = wanted === undefined ? undefined : nearest(wanted)
      return end({ kind: 'unknown', specifier, reason, ...(like !== undefined && { nearest: like }) }, written)
    },
    throughLink(specifier, folder, written) {
      const path = outside.lookup(specifier, folder)
      return path !== undefined && layout.known.has(path) ? file(path, written) : undefined
    },
    beyond(path, specifier, written) {
      const installed = packageOfPath(path)
      if (installed) return end({ kind: 'package', ...installed, path }, written)
      return isOutside(path) ? end({ kind: 'unknown', specifier, reason: `it leads out of the project, to ${path}` }, written) : undefined
    },
  }
}

/** What a file may be called that an import names: with an ending that it left out, or another than it wrote. */
function generated(path: Path): readonly Path[] {
  const extension = moduleExtension(path)
  const stem = extension === '' ? path : path.slice(0, -extension.length)
  return stem === '' ? ['index.ts', 'index.js'] : [path, ...endings.map(ending => stem + ending)]
}

const endings = ['.ts', '.d.ts', '.tsx', '.js', '.json', '/index.ts', '/index.js']
