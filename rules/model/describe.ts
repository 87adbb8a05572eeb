import { writeCondition } from './package-condition.ts'
import type { Count, Entry } from './policy.ts'
import type { Atom, Selector } from './selector.ts'

/** A selector as a person would write it, for messages. */
export function describe(selector: Selector): string {
  switch (selector.kind) {
    case 'any': return selector.of.map(describe).join(', ')
    case 'all': return selector.of.map(describe).join(' and ')
    case 'not': return `not ${describe(selector.of)}`
    default: return describeAtom(selector)
  }
}

/** What an entry demands, where it gives no reason of its own. */
export function describeEntry(entry: Entry): string {
  return `${demand(entry)}${throughOthers(entry)}${wording(entry)}`
}

function demand({ subject, object, subjectSide, verb, count, classes }: Entry): string {
  const taken = describe(subject)
  if (verb === 'require') return subjectSide === 'from' ? `each of ${taken} must import ${describeCount(count, '')}${describe(object)}` : `each of ${taken} must be imported by ${describeCount(count, '')}${describe(object)}`
  if (verb === 'only' && object.kind === 'any' && object.of.length === 0) return subjectSide === 'to' ? `nothing but its own may use ${taken}` : classes.has('file') ? `${taken} may use nothing but its own` : `${taken} may use no ${[...classes].join(' and no ')}`
  const named = describe(object)
  if (subjectSide === 'from') return `${taken} may ${verb === 'forbid' ? 'not use' : 'use only'} ${named}`
  return verb === 'forbid' ? `${named} may not use ${taken}` : `only ${named} may use ${taken}`
}

function throughOthers({ reach, verb, via }: Entry): string {
  if (!reach) return ''
  return `, ${verb === 'forbid' ? 'not even' : verb === 'only' ? 'even' : 'be it'} through others${via === undefined ? '' : ` (${describe(via)})`}`
}

function wording({ names, written }: Entry): string {
  const said = [...(names === undefined ? [] : [`of ${names.map((name) => name.written).join(', ')}`]), ...(written === undefined ? [] : [`written ${[...written].join(' or ')}`])]
  return said.length === 0 ? '' : `: imports ${said.join(', ')}`
}

/** 'at least 2 ', and nothing where some are enough. */
export function describeCount({ least, most }: Count, otherwise: string): string {
  if (least === most) return `exactly ${least} of `
  if (most < Infinity) return `at most ${most} of `
  return least === 1 ? otherwise : `at least ${least} of `
}

function describeAtom(atom: Atom): string {
  switch (atom.kind) {
    case 'every': return '*'
    case 'group': return atom.name.written
    case 'tag': return `tag:${atom.name.written}`
    case 'path': return `path:${atom.pattern.written}`
    case 'inside': return `${atom.module.written}:${atom.pattern.written}`
    case 'package': return `pkg:${atom.name.written}${(atom.conditions ?? []).map(writeCondition).join('')}`
    case 'builtin': return `builtin:${atom.name.written}`
    case 'vendor': return `vendor:${atom.vendor.written}${atom.service === undefined ? '' : `:${atom.service.written}`}`
    case 'capability': return `capability:${atom.name.written}`
    case 'env': case 'state': return `${atom.kind}:${atom.name.written}`
    case 'unresolved': return `unresolved:${atom.specifier.written}`
    case 'folder': return `folder:${atom.where}`
  }
}
