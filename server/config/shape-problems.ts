/* What zod says of a configuration's shape, in words, at the place it is about. */
import type * as z from 'zod/mini'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { expectedAt } from './expected.ts'
import { didYouMean } from './nearest.ts'
import { shape } from './schema.ts'
import { placeIn, treeAt, type Tree } from './yaml-tree.ts'

type Issue = z.core.$ZodIssue
type Way = readonly PropertyKey[]

const mostKeys = 100

interface Found {
  readonly way: Way
  readonly problem: Problem
}

/** Says nothing of what lies on one of the ways in `but`, which has been spoken of. */
export function shapeProblems(path: Path, root: Tree, issues: readonly Issue[], but: readonly Way[], of: z.core.$ZodType = shape): readonly Problem[] {
  const problems = issues.flatMap((issue) => problemsOf(path, root, issue, issue.path, of))
  return problems.filter(({ way }) => !but.some((spoken) => spoken.every((step, i) => way[i] === step))).map(({ problem }) => problem)
}

function problemsOf(path: Path, root: Tree, issue: Issue, way: Way, of: z.core.$ZodType): readonly Found[] {
  const { tree, isWhole } = treeAt(root, way)
  const at = placeIn(path, tree, isWhole ? tree.span : tree.key)
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.slice(0, mostKeys).map((key) => ({ way: [...way, key], problem: unknownKey(path, tree, key, way, of) }))
    case 'invalid_union': {
      const fitting = issue.errors.filter((option) => !isOfAnother(option))
      const best = fitting.sort((a, b) => a.length - b.length)[0]
      if (best !== undefined) return best.flatMap((inner) => problemsOf(path, root, inner, [...way, ...inner.path], of))
      return [{ way, problem: expectation(at, way, tree.value, [...new Set(issue.errors.flatMap((option) => option.filter((inner) => inner.path.length === 0).flatMap(expected)))], isWhole) }]
    }
    default: return [{ way, problem: expectation(at, way, tree.value, expected(issue), isWhole) }]
  }
}

function unknownKey(path: Path, tree: Tree, key: string, way: Way, of: z.core.$ZodType): Problem {
  const entry = tree.entries.get(key)
  const known = namesAt(way, of)
  if (of !== shape && way.length === 0 && namesAt(way, shape).includes(key)) return { kind: 'unknown-key', message: `'${key}' is for the whole project, and cannot stand beside inherit: true`, at: placeIn(path, entry ?? tree, entry?.key), hint: "say it in the project's own bulkhead.yaml" }
  const looksUnquoted = entry?.value === null && known.includes('any') && known.includes('not')
  return {
    kind: 'unknown-key',
    message: `${way.length === 0 ? tree.from?.path ?? path : spoken(way)} has no key '${key}'`,
    at: placeIn(path, entry ?? tree, entry?.key),
    ...(looksUnquoted ? { hint: `if you mean a capture, quote it: "{${key}}"` } : didYouMean(key, known)),
  }
}

function namesAt(way: Way, of: z.core.$ZodType): readonly string[] {
  return expectedAt(way, of)?.keys.map(({ name }) => name) ?? []
}

function expectation(at: Problem['at'], way: Way, value: unknown, expects: readonly string[], isThere: boolean): Problem {
  const list = expects.length < 2 ? expects.join('') : `${expects.slice(0, -1).join(', ')} or ${expects.at(-1)}`
  const name = spoken(way)
  if (!isThere) return { kind: 'missing-key', message: `${spoken(way.slice(0, -1))} needs '${String(way.at(-1))}'`, ...(at === undefined ? {} : { at }), hint: `it is ${way.at(-1) === 'until' ? 'a date (2027-01-31) or never' : list}` }
  return {
    kind: 'wrong-type',
    message: `${name} is ${list}, not ${valueName(value)}`,
    ...(at === undefined ? {} : { at }),
    ...(typeof value === 'string' ? expects.includes(value) ? { hint: 'write it without quotes' } : didYouMean(value, expects) : value === null ? { hint: 'leave the key out, or give it a value' } : {}),
  }
}

/** What stands here is nothing like what is asked for, rather than wrong further in. */
function isAnother(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.every(isOfAnother)
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_format'
}

function isOfAnother(option: readonly Issue[]): boolean {
  return option.some((inner) => inner.path.length === 0 && isAnother(inner))
}

/** What would have been right here: 'a list', or words to choose from. */
function expected(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flatMap((option) => option.flatMap(expected))
  // The one form that is asked for.
  if (issue.code === 'invalid_format') return ['call:FUNCTION']
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code !== 'invalid_type') return ['something else']
  switch (issue.expected) {
    case 'string': return ['a text']
    case 'array': return ['a list']
    case 'object': case 'record': return ['a map']
    case 'boolean': return ['true', 'false']
    default: return [`a ${issue.expected}`]
  }
}

function valueName(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'object': return 'a map'
    case 'string': return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`
    case 'number': return `the number ${value}`
    default: return String(value)
  }
}

/** 'modules.store.uses', 'the 2nd of rules'. */
function spoken(way: Way): string {
  if (way.length === 0) return 'the configuration'
  let name = ''
  for (const step of way) name += typeof step === 'number' ? `[${step + 1}]` : `${name === '' ? '' : '.'}${String(step)}`
  return name
}
