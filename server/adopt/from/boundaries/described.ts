// What element a file is in, by the plugin's own way to find it: from the right of a path, a segment more each time, until descriptors match.
// Source: ElementDescriptor.ts of @boundaries/elements 3.1, ElementsDescriptor.ts of 1.2 and 2.0 (checked 2026-11)

import type { Path } from '../../../../rules/model/place.ts'
import type { Descriptor } from './descriptors.ts'
import { expressionOf, type Part } from './glob.ts'

export interface Element {
  readonly path: Path
  /** In the order of the descriptors that matched, which are one until version 6. */
  readonly of: readonly Descriptor[]
  readonly captured: Readonly<Record<string, string>>
}

export interface Described extends Element {
  /** Elements that it lies in, the nearest first. */
  readonly parents: readonly Element[]
}

export type Describe = (path: Path) => Described | undefined

export function describer(descriptors: readonly Descriptor[], { isSingle }: { readonly isSingle: boolean }): Describe {
  const finders = descriptors.map((descriptor) => ({ descriptor, ...finder(descriptor) }))
  return (path) => {
    const segments = path.split('/')
    const found: Element[] = []
    let end = segments.length
    for (let start = segments.length - 1; start >= 0; start--) {
      const isMain = found.length === 0
      let level: Element | undefined
      for (const { descriptor, find } of finders) {
        const match = find(segments, start, end, isMain)
        if (match === undefined) continue
        level = level === undefined || descriptor.isExclusive
          ? { path: level?.path ?? match.path, of: [match.descriptor], captured: match.captured }
          : { path: level.path, of: [...level.of, match.descriptor], captured: { ...level.captured, ...match.captured } }
        if (isSingle || descriptor.isExclusive || descriptor.stops) break
      }
      if (level === undefined) continue
      if (isMain || level.path !== found[0]?.path) found.push(level)
      end = start
    }
    const [main, ...parents] = found
    return main === undefined ? undefined : { ...main, parents }
  }
}

interface Match {
  readonly path: Path
  readonly descriptor: Descriptor
  readonly captured: Readonly<Record<string, string>>
}

interface Finder {
  /** Of the segments from `start` to `end`; a file's own element is looked for among all of them. */
  readonly find: (segments: readonly string[], start: number, end: number, isMain: boolean) => Match | undefined
}

const below: readonly Part[] = [{ kind: 'text', text: '/' }, { kind: 'globstar' }, { kind: 'text', text: '/' }, { kind: 'star' }]

function finder(descriptor: Descriptor): Finder {
  const { patterns, mode, startsAtRoot, capture, base, baseCapture, unbased } = descriptor
  const expressions = patterns.map((parts) => {
    const wide = mode === 'folder' ? [...parts, ...below] : parts
    const inBase = (inner: readonly Part[]): RegExp | undefined => base && expressionOf([...base, { kind: 'text', text: '/' }, { kind: 'globstar' }, { kind: 'text', text: '/' }, ...inner])
    return { narrow: expressionOf(parts), wide: expressionOf(wide), narrowBase: inBase(parts), wideBase: inBase(wide) }
  })
  return {
    find(segments, start, end, isMain) {
      const isWhole = isMain && (mode === 'full' || startsAtRoot)
      const target = segments.slice(isWhole ? 0 : start, end).join('/')
      for (const { narrow, wide, narrowBase, wideBase } of expressions) {
        const found = (isMain ? wide : narrow).exec(target)
        if (found === null) continue
        const inBase = (isMain ? wideBase : narrowBase)?.exec(segments.slice(0, end).join('/')) ?? undefined
        const said = { descriptor: inBase === undefined ? unbased ?? descriptor : descriptor, captured: { ...(inBase !== undefined && named(inBase, baseCapture)), ...named(found, capture) } }
        if (isMain && mode === 'full') return { path: segments.join('/'), ...said }
        for (let last = isWhole ? 1 : start + 1; last <= end; last++) {
          if (narrow.test(segments.slice(isWhole ? 0 : start, last).join('/'))) return { path: segments.slice(0, last).join('/'), ...said }
        }
      }
      return undefined
    },
  }
}

function named(found: RegExpExecArray, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name, index) => (index + 1 < found.length ? [[name, found[index + 1] ?? '']] : [])))
}
