import { atom, type Address } from './link.ts'
import type { Path } from './place.ts'
import type { Project } from './rule.ts'
import type { Bindings, Selector } from './selector.ts'
import { bind, take } from './take.ts'

/** Whether a selector takes an end, and what its captures then stand for. Remembers its answers: rules ask once for each import. */
export type Picker = (end: Address, importer: Path) => Bindings | undefined

export function picker(project: Project, selector: Selector): Picker {
  const answers = new Map<string, Bindings | undefined>()
  const ask: Picker = (end, importer) => take(selector, end, { policy: project.policy, vendors: project.vendors, importer })
  if (dependsOnImporter(selector)) return ask
  return (end, importer) => {
    const key = end.kind === 'file' ? end.path : `${end.kind} ${atom(end)}`
    if (answers.has(key)) return answers.get(key)
    const answer = ask(end, importer)
    answers.set(key, answer)
    return answer
  }
}

/** The picker of a selector whose captures stand for what the other side bound; one for each set of values. */
export function boundPickers(project: Project, selector: Selector): (bindings: Bindings) => Picker {
  const pickers = new Map<string, Picker>()
  return (bindings) => {
    const key = JSON.stringify(Object.entries(bindings).sort())
    const known = pickers.get(key) ?? picker(project, bind(selector, bindings))
    pickers.set(key, known)
    return known
  }
}

function dependsOnImporter(selector: Selector): boolean {
  switch (selector.kind) {
    case 'any': case 'all': return selector.of.some(dependsOnImporter)
    case 'not': return dependsOnImporter(selector.of)
    default: return selector.kind === 'folder'
  }
}
