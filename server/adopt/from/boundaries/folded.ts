// Rules in an order, of which the last that fits decides, as one selector that says it in no order.

import { allOf, anyOf, isList, isNothing, type Selector } from '../selector.ts'

export interface Step {
  readonly effect: 'allow' | 'disallow'
  readonly what: Selector
}

/** What is allowed: all but these, or nothing but these. */
export type Folded = { readonly base: 'all'; readonly but: Selector } | { readonly base: 'nothing'; readonly but: Selector }

/** `whole`: all there is; what takes it leaves nothing of what stood before. */
export function folded(base: 'allow' | 'disallow', steps: readonly Step[], whole: Selector): Folded {
  let but: Selector = []
  for (const { effect, what } of steps) {
    const isWhole = JSON.stringify(what) === JSON.stringify(whole)
    if (effect === base) but = isWhole ? [] : without(but, what)
    else but = isWhole ? what : anyOf([...(isList(but) ? but : [but]), what])
  }
  return { base: base === 'allow' ? 'all' : 'nothing', but }
}

function without(selector: Selector, what: Selector): Selector {
  return isNothing(selector) ? selector : allOf([selector], [what])
}
