// `modules`, nested as it is written, as a list of patterns over folders with the tags that each gives; and how Sheriff matches them.
// Source: packages/core/src/lib/tags/calc-tags-for-module.ts of Sheriff 0.19 (checked 2026-11)

import type { Path } from '../../../../rules/model/place.ts'
import { isSettings, listIn, type Settings } from '../reading.ts'

/** One level of `modules`: what is matched by it, and what stands below. */
interface Level {
  readonly matcher: string
  readonly below: readonly Level[] | undefined
  readonly pattern: SheriffPattern | undefined
}

export interface SheriffPattern {
  /** As in the configuration, in one line: 'src/app/<domain>/<type>'. */
  readonly written: string
  /** With placeholders; undefined where only a function could say. */
  readonly tags: readonly string[] | undefined
  /** What the function is. */
  readonly code?: string
  /** A part of it is an expression. */
  readonly isExpression: boolean
}

export interface Patterns {
  readonly all: readonly SheriffPattern[]
  /** The first that takes this folder, and its tags, filled in. */
  of(folder: Path): { readonly pattern: SheriffPattern; readonly tags: readonly string[] } | undefined
}

export function patternsIn(modules: Settings): Patterns {
  const levels = levelsIn(modules, '', false)
  return {
    all: flat(levels),
    of(folder) {
      const found = search(folder.split('/'), levels, {})
      return found === undefined ? undefined : { pattern: found.pattern, tags: filled(found.pattern, { ...found.placeholders, segment: folder.slice(folder.lastIndexOf('/') + 1) }) }
    },
  }
}

const deepest = 20

function levelsIn(modules: Settings, before: string, isBelowExpression: boolean): readonly Level[] {
  return Object.entries(modules).map(([matcher, value]): Level => {
    const written = `${before}${matcher}`
    const isLeaf = !isSettings(value) || 'function' in value
    const isExpressed = isBelowExpression || isExpression(matcher)
    return { matcher, below: isLeaf || before.split('/').length > deepest ? undefined : levelsIn(value, `${written}/`, isExpressed), pattern: isLeaf ? patternOf(written, value, isExpressed) : undefined }
  })
}

function patternOf(written: string, value: unknown, isExpression: boolean): SheriffPattern {
  if (!isSettings(value)) return { written, isExpression, tags: textList(value) }
  return { written, isExpression, tags: value['gives'] === undefined ? undefined : textList(value['gives']), code: String(value['function']) }
}

function textList(value: unknown): readonly string[] {
  return (typeof value === 'string' ? [value] : listIn(value)).filter((each) => typeof each === 'string')
}

function flat(levels: readonly Level[]): readonly SheriffPattern[] {
  return levels.flatMap(({ below, pattern }) => [...(pattern === undefined ? [] : [pattern]), ...flat(below ?? [])])
}

interface Match {
  readonly pattern: SheriffPattern
  readonly placeholders: Readonly<Record<string, string>>
}

function search(segments: readonly string[], levels: readonly Level[], above: Readonly<Record<string, string>>): Match | undefined {
  for (const { matcher, below, pattern } of levels) {
    const span = isExpression(matcher) ? 1 : matcher.split('/').length
    const taken = span > segments.length ? undefined : placeholdersOf(matcher, segments.slice(0, span).join('/'))
    if (taken === undefined) continue
    const [rest, placeholders] = [segments.slice(span), { ...above, ...taken }]
    if (rest.length === 0) return pattern === undefined ? undefined : { pattern, placeholders }
    // A level that matches is the only one that is entered.
    if (below !== undefined) return search(rest, below, placeholders)
  }
  return undefined
}

function placeholdersOf(matcher: string, path: string): Readonly<Record<string, string>> | undefined {
  if (isExpression(matcher)) return expressionTakes(matcher.slice(1, -1), path) ? {} : undefined
  const names = [...matcher.matchAll(/<([a-zA-Z-_]+)>/g)].map(([, name]) => name ?? '')
  if (names.length === 0) return matcher === path ? {} : undefined
  const found = new RegExp(matcher.split(/<[a-zA-Z-_]+>/).map((text) => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')).join('(.+)')).exec(path)
  return found === null ? undefined : Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']))
}

function isExpression(matcher: string): boolean {
  return matcher.length > 1 && matcher.startsWith('/') && matcher.endsWith('/')
}

function expressionTakes(source: string, segment: string): boolean {
  try {
    return new RegExp(source.slice(0, 200)).exec(segment.slice(0, 200))?.[0] === segment
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function filled({ tags = [] }: SheriffPattern, placeholders: Readonly<Record<string, string>>): readonly string[] {
  return tags.map((tag) => tag.replaceAll(/<([a-zA-Z-_]+)>/g, (whole, name: string) => (Object.hasOwn(placeholders, name) ? placeholders[name] ?? '' : whole)))
}
