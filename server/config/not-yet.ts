/*
 * What the configuration format knows and this version does not. Each is refused by name: a line that was passed over in
 * silence would guard nothing.
 */
import type { Tree } from './yaml-tree.ts'

interface Row {
  /** Keys from the top; `*` is any key or index. */
  readonly at: readonly string[]
  /** Which values are meant; absent: any. */
  readonly when?: (value: unknown) => boolean
  readonly what: string
}

const rows: readonly Row[] = [
  { at: ['vendors', 'signatures'], what: 'vendors.signatures' },
  { at: ['checks', '*', 'options', 'config'], what: 'the option config' },
]

/** Atoms of selectors, by what they begin with. */
export const prefixesNotYet: readonly string[] = []

/** Checks that have a page in the documentation and no code yet. */
export const checksNotYet: ReadonlySet<string> = new Set([
  'vendors/signature', 'vendors/endpoint', 'vendors/env', 'vendors/manifest',
])

export interface NotYet {
  readonly what: string
  readonly way: readonly PropertyKey[]
  readonly tree: Tree
}

/** Everything in a configuration that this version does not know yet, in the order of the table. */
export function notYet(root: Tree): readonly NotYet[] {
  return rows.flatMap(({ at, when, what }) => found(root, at, []).filter(({ tree }) => when === undefined || when(tree.value)).map((place) => ({ ...place, what })))
}

function found(tree: Tree, at: readonly string[], way: readonly PropertyKey[]): readonly Omit<NotYet, 'what'>[] {
  const [step, ...rest] = at
  if (step === undefined) return [{ tree, way }]
  const inner: (readonly [PropertyKey, Tree])[] = [...tree.entries, ...tree.items.entries()]
  return inner.flatMap(([key, each]) => (step === '*' || step === key ? found(each, rest, [...way, key]) : []))
}

export function notYetMessage(what: string): string {
  return `this version of bulkhead does not know ${what} yet`
}
