// `required`, and rules about how many import a module: each of these files must import, or be imported.

import type { Settings } from '../reading.ts'
import { allOf } from '../selector.ts'
import { endsTaken, everyClass, givensOf, importers, pathsIn } from './ends.ts'
import { filesTaken, nothingAsked } from './paths.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

export function requiredOf(rule: CruiserRule, setting: Setting): Said {
  const [own, other] = [pathsIn(rule.module ?? rule.from, { givens: false }), pathsIn(rule.to, { givens: true })]
  if ('unreadable' in own) return cannot(rule, own.unreadable)
  if ('unreadable' in other) return cannot(rule, other.unreadable)
  const asked = givensOf(other.path, other.pathNot)
  const from = importers(own, setting, { prefix: 'g', asked })
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  // What is required need not import itself.
  const itself = other.path === undefined || asked.size > 0 ? [] : [filesTaken(other.path, setting.ground, nothingAsked)]
  const ends = endsTaken({ ...other, classes: everyClass, attributesNot: [] }, setting)
  const reach = rule.to['reachable'] === true
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, from: allOf([from], itself), require: ends, ...(reach && { reach }), ...ending(rule) } }], unsaid: [] }
}

export function countsOf(rule: CruiserRule, module: Settings, setting: Setting): Said {
  const [own, other] = [pathsIn(module, { givens: false }), pathsIn(rule.from, { givens: false })]
  if ('unreadable' in own) return cannot(rule, own.unreadable)
  if ('unreadable' in other) return cannot(rule, other.unreadable)
  const [to, by] = [importers(own, setting), importers(other, setting)]
  if (typeof to === 'object' && 'unreadable' in to) return cannot(rule, to.unreadable)
  if (typeof by === 'object' && 'unreadable' in by) return cannot(rule, by.unreadable)
  const counts = [
    ...numbers(module['numberOfDependentsLessThan']).map((number) => `>=${number}`),
    ...numbers(module['numberOfDependentsMoreThan']).map((number) => `<=${number}`),
  ]
  if (counts.length === 0) return cannot(rule, 'it has a module and no number of dependents')
  return { entries: counts.map((count) => ({ section: 'rules', what: rule.name, value: { id: rule.name, to, require: by, count, ...ending(rule) } })), unsaid: [] }
}

function numbers(value: unknown): readonly number[] {
  return typeof value === 'number' && value > 0 ? [value] : []
}
