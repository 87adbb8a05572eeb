// The policies of a rule, in their order: each allows or disallows imports of some by some. The last that fits decides.

import { isSettings, listIn, textsIn, type Settings } from '../reading.ts'
import { isNothing } from '../selector.ts'
import { isUnselectable, type Condition, type Unselectable } from './conditions.ts'
import { entitiesOf, merged, mergedLists, type Entity } from './entities.ts'
import { matches } from './glob.ts'
import { waysOf, type Known, type Way } from './ways.ts'

export interface Step {
  readonly effect: 'allow' | 'disallow'
  readonly from: readonly Way[]
  readonly to: readonly Way[]
  /** Words of `kinds`; absent: all. */
  readonly kinds?: readonly string[]
  /** Only imports of such a name. */
  readonly names?: readonly string[]
}

export interface Policies {
  readonly listed: readonly unknown[]
  readonly hasLegacyTemplates: boolean
  /** Kinds of imports that the plugin looks at. */
  readonly kinds: readonly string[]
}

/** Or why there are none: what is left out of an order changes what those around it mean. */
export function stepsOf({ listed, hasLegacyTemplates, kinds }: Policies, known: Known): readonly Step[] | { readonly index: number; readonly reason: string } {
  const steps: Step[] = []
  for (const [index, policy] of listed.entries()) {
    if (!isSettings(policy)) continue
    // Where a policy has both, what it disallows counts.
    for (const effect of ['allow', 'disallow'] as const) {
      const side = policy[effect]
      if (side === undefined) continue
      for (const entry of entriesIn(side)) {
        const found = stepsIn(policy, effect, entry, { hasLegacyTemplates, kinds }, known)
        if (isUnselectable(found)) return { index, reason: `${effect}: ${found.unselectable}` }
        steps.push(...found)
      }
    }
  }
  return steps
}

/** `['type', { family: 'atom' }]` is one, and any other list has one in each place. */
function entriesIn(side: unknown): readonly unknown[] {
  if (!Array.isArray(side)) return [side]
  const isPair = side.length === 2 && typeof side[0] === 'string' && isSettings(side[1]) && !['type', 'to', 'from', 'element'].some((key) => key in side[1])
  return isPair ? [side] : side
}

function stepsIn(policy: Settings, effect: Step['effect'], entry: unknown, { hasLegacyTemplates, kinds }: Omit<Policies, 'listed'>, known: Known): readonly Step[] | Unselectable {
  const isWhole = isSettings(entry) && ['from', 'to', 'dependency'].some((key) => key in entry)
  const outer = { from: entities(policy['from']), to: entities(policy['to']) }
  const isReversed = outer.to !== undefined && outer.from === undefined
  const inner = isWhole ? { from: entities(entry['from']), to: entities(entry['to']) } : isReversed ? { from: entities(entry), to: undefined } : { from: undefined, to: entities(entry) }
  if ([outer.from, outer.to, inner.from, inner.to].includes('wrong')) return { unselectable: 'it selects by nothing that bulkhead knows' }
  const sides = { from: merged(listOrNone(outer.from), listOrNone(inner.from)) ?? [{}], to: merged(listOrNone(outer.to), listOrNone(inner.to)) ?? [{}] }
  const bare = policy['from'] === undefined ? 'to' : 'from'
  const information = mergedLists(settingsList(policy['dependency']), isWhole ? settingsList(entry['dependency']) : undefined) ?? [{}]
  const steps: Step[] = []
  for (const asked of information) {
    const kind = policy['importKind'] === undefined || 'kind' in asked ? asked : { kind: policy['importKind'], ...asked }
    const narrowed = { ...kind }
    const of = narrowedBy(narrowed, kinds)
    if (isUnselectable(of)) return of
    if (of.kinds?.length === 0 || of.names?.length === 0) continue
    // `dependency.module` is how version 6 said what version 7 asks of the imported module.
    const to = asked['module'] === undefined ? sides.to : merged(sides.to, [{ module: [{ source: asked['module'] }] }]) ?? sides.to
    const [from, target] = [waysOf(sides.from, known, { side: 'from', areLegacy: hasLegacyTemplates, bare }), waysOf(to, known, { side: 'to', areLegacy: hasLegacyTemplates, bare })]
    if (isUnselectable(from)) return from
    if (isUnselectable(target)) return target
    const step = { effect, ...of }
    for (const way of from) {
      const crossed = withoutTheOther(way)
      if (isUnselectable(crossed)) return crossed
      steps.push({ ...step, from: [crossed.way], to: target.map((each) => ({ ...each, conditions: [...each.conditions, ...crossed.conditions] })) })
    }
  }
  return steps.map((step) => ({ ...step, from: step.from.filter(isAny), to: step.to.filter(isAny) })).filter(({ from, to }) => from.length > 0 && to.length > 0)
}

function isAny({ conditions, groups }: Way): boolean {
  return groups?.length !== 0 && conditions.every(({ selector }) => !isNothing(selector))
}

function entities(selector: unknown): readonly Entity[] | 'wrong' | undefined {
  return selector === undefined ? undefined : entitiesOf(selector) ?? 'wrong'
}

function listOrNone(found: readonly Entity[] | 'wrong' | undefined): readonly Entity[] | undefined {
  return found === 'wrong' ? undefined : found
}

function settingsList(value: unknown): readonly Settings[] | undefined {
  return value === undefined ? undefined : (Array.isArray(value) ? listIn(value) : [value]).filter(isSettings)
}

/** What importers capture is bound by them: that theirs is the same as the imported's is said of the imported. */
function withoutTheOther(way: Way): { readonly way: Way; readonly conditions: readonly Condition[] } | Unselectable {
  const crossed: Condition[] = []
  for (const condition of way.conditions.filter(({ needs }) => needs.length > 0)) {
    const { same } = condition
    if (same === undefined) return { unselectable: 'what the importer captures depends on what the imported element does' }
    const selector = `tag:${same.others}:{${same.own}}`
    crossed.push({ selector: same.isNegated ? { any: `tag:${same.others}:*`, not: selector } : selector, needs: [same.own] })
  }
  return { way: { ...way, conditions: way.conditions.filter(({ needs }) => needs.length === 0) }, conditions: crossed }
}

const nodes: Readonly<Record<string, readonly string[]>> = { import: ['value', 'type'], export: ['reexport', 'type'], require: ['require'], 'dynamic-import': ['dynamic'] }

function narrowedBy(asked: Settings, all: readonly string[]): Pick<Step, 'kinds' | 'names'> | Unselectable {
  let kinds: readonly string[] | undefined
  let names: readonly string[] | undefined
  for (const [key, value] of Object.entries(asked)) {
    const patterns = textsIn(value)
    if (key === 'kind') kinds = (kinds ?? all).filter((kind) => matches(kind === 'type' ? 'type' : 'value', patterns) === true)
    else if (key === 'nodeKind') {
      const taken = Object.keys(nodes).filter((node) => matches(node, patterns) === true).flatMap((node) => nodes[node] ?? [])
      kinds = (kinds ?? all).filter((kind) => taken.includes(kind))
    } else if (key === 'specifiers') {
      if (patterns.some((pattern) => !/^[\w*$-]+$/.test(pattern))) return { unselectable: 'it selects by names with more than stars' }
      names = patterns
    } else if (key === 'relationship') return { unselectable: 'it selects by how elements lie in one another' }
    else if (key === 'source') return { unselectable: 'it selects by how the import is written' }
    else if (key !== 'module') return { unselectable: `it selects by dependency.${key}` }
  }
  // Only these have names.
  if (names !== undefined) kinds = (kinds ?? all).filter((kind) => kind === 'value' || kind === 'type' || kind === 'reexport')
  return { ...(kinds !== undefined && { kinds }), ...(names !== undefined && { names }) }
}
