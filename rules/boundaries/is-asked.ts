import type { EdgeId } from '../model/graph.ts'
import type { Entry } from '../model/policy.ts'
import type { Origin, Project } from '../model/rule.ts'
import { counts } from './counts.ts'

/** Whether an import is one of those that an entry is about. */
export function isAsked(project: Project, id: EdgeId, entry: Entry): boolean {
  return isWordedSo(project, id, entry) && counts(project, id, entry.kinds)
}

/** Whether it is written so, and brings in one of the names. A namespace has every name. */
export function isWordedSo(project: Project, id: EdgeId, { names, written }: Entry): boolean {
  if (written !== undefined && !written.has(project.graph.edge(id).written)) return false
  return names === undefined || project.importedNames(id).some((name) => name === '*' || isOneOf(names, name))
}

/** Where the names are defined that an entry is about, if that is elsewhere than where the import leads. */
export function originsAsked(project: Project, entry: Entry): (id: EdgeId) => readonly Origin[] {
  const { names } = entry
  if (!looksBehindBarrels(entry)) return () => []
  if (names === undefined) return project.origins
  return (id) => {
    const to = project.graph.target(id)
    const all = project.origins(id)
    const imported = project.importedNames(id)
    if (all.length === 0 || to.kind !== 'file' || imported.includes('*')) return all
    const asked = imported.filter((name) => isOneOf(names, name)).map((name) => JSON.stringify(project.origin(to.path, name)?.to))
    return all.filter((origin) => asked.includes(JSON.stringify(origin.to)))
  }
}

/** Whom one may ask, one may ask for what it hands on; and how a specifier is written is about the file that it names. */
export function looksBehindBarrels({ subjectSide, verb, written }: Entry): boolean {
  return (subjectSide === 'to' || verb === 'forbid') && written === undefined
}

function isOneOf(names: NonNullable<Entry['names']>, name: string): boolean {
  return names.some((pattern) => pattern.match(name) !== undefined)
}
