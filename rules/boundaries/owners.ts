import { perPlan } from '../model/per-plan.ts'
import type { Project } from '../model/rule.ts'

/** By file: a number for its module, else for the file itself. */
const homes = perPlan(({ files, policy }) => {
  const numbers = new Map<unknown, number>()
  return Int32Array.from(files, (path, file) => {
    const module = policy.moduleOf(path)
    if (module === undefined) return file
    const number = numbers.get(module) ?? files.length + numbers.size
    numbers.set(module, number)
    return number
  })
})

/** Whose an end is: its module's, else its own; of each file its own where imports inside a module are judged, too. What is no file is nobody's. */
export function ownersOf(project: Project, eachFile: boolean): (end: number) => number {
  const home = homes(project)
  return (end) => end < 0 ? -1 : eachFile ? end : home[end] ?? -1
}
