import { filesTaken } from '../model/files-taken.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Selector } from '../model/selector.ts'

/** A test file is judged, and counts as a user, only where the importing side takes nothing but tests. */
export function isForTests(project: Project, { subject, object, subjectSide }: Entry): boolean {
  return takesOnlyTests(project, subjectSide === 'from' ? subject : object)
}

export function takesOnlyTests(project: Project, selector: Selector): boolean {
  const { graph: { files }, policy } = project
  const taken = filesTaken(project)(selector).flatMap((group) => group.files)
  return taken.length > 0 && taken.every((file) => policy.isTest(files[file] ?? ''))
}
