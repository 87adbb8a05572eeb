import { atom, type Address } from './link.ts'
import type { Path } from './place.ts'
import type { Policy } from './policy.ts'
import type { Project } from './rule.ts'
import type { Bindings, Selector } from './selector.ts'
import { bind, dependsOnImporter, take } from './take.ts'

/** Whether a selector takes an end, and what its captures then stand for. Rules ask once for each import, so that it remembers its answers. */
export interface Picker {
  (end: Address, importer: Path): Bindings | undefined
  /** What one importer was answered holds for no other. */
  readonly dependsOnImporter: boolean
}

/** What a selector takes depends on the policy alone, which outlives many graphs. */
const pickers = new WeakMap<Policy, WeakMap<Selector, Picker>>()

/** The picker of a selector, its captures bound to what the other side captured. */
export function picker(project: Pick<Project, 'policy' | 'vendors'>, selector: Selector, bindings?: Bindings): Picker {
  const known = pickers.get(project.policy) ?? new WeakMap<Selector, Picker>()
  pickers.set(project.policy, known)
  const bound = bindings === undefined ? selector : bind(selector, bindings)
  const made = known.get(bound) ?? newPicker(project, bound)
  known.set(bound, made)
  return made
}

function newPicker({ policy, vendors }: Pick<Project, 'policy' | 'vendors'>, selector: Selector): Picker {
  const ask = (end: Address, importer: Path): Bindings | undefined => take(selector, end, { policy, vendors, importer })
  if (dependsOnImporter(selector)) return Object.assign(ask, { dependsOnImporter: true })
  const answers = new Map<string, Bindings | undefined>()
  const remember = (end: Address, importer: Path): Bindings | undefined => {
    const key = end.kind === 'file' ? end.path : `${end.kind} ${atom(end)}`
    const known = answers.get(key)
    if (known !== undefined || answers.has(key)) return known
    const answer = ask(end, importer)
    answers.set(key, answer)
    return answer
  }
  return Object.assign(remember, { dependsOnImporter: false })
}
