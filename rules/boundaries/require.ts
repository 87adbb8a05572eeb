// `require`: each of the subject must import, or be imported by, so many of the object. Judged of the files and modules that there are, and
// not of imports: what is not there has no place of its own, so that a finding stands on the file.

import { describe, describeCount } from '../model/describe.ts'
import type { Finding } from '../model/finding.ts'
import { findingOnFile } from '../model/finding-on-file.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { bind, classesOf } from '../model/take.ts'
import { saysEntry } from './entry-finding.ts'
import { fileAt } from './entry-subjects.ts'
import type { Incoming } from './incoming.ts'
import { withoutWay } from './require-any.ts'
import { foundBy } from './require-count.ts'
import { requiring, unitsOf, type Unit } from './require-units.ts'

export function* lacking(project: Project, into: Incoming): Iterable<Finding> {
  for (const entry of project.policy.entries) {
    if (entry.verb !== 'require' || entry.severity === 'off') continue
    const { least, most } = entry.count
    const asked = requiring(project, entry, into)
    const units = unitsOf(project, entry)
    if (entry.reach && least === 1 && most === Infinity) {
      for (const unit of withoutWay(asked, units)) yield finding(project, entry, unit, [])
      continue
    }
    for (const unit of units) {
      const found = foundBy(asked, unit)
      if (found.length < least || found.length > most) yield finding(project, entry, unit, found)
    }
  }
}

function finding(project: Project, entry: Entry, unit: Unit, found: readonly string[]): Finding {
  const { subjectSide, count: { least } } = entry
  const path = project.graph.files[unit.files[0] ?? -1] ?? ''
  const how = subjectSide === 'from' ? 'imports' : 'is imported by'
  const made = findingOnFile(project, path, {
    ...saysEntry(entry),
    message: messageOf(entry, unit, found.length),
    help: [
      ...(found.length === 0 ? [] : [`${entry.reach ? 'through others or by itself it' : 'it'} ${how} ${shortened(found)}`]),
      found.length < least ? (subjectSide === 'from' ? 'import what is missing, or take it out of the entry' : 'who needs it, imports it; what nobody needs can go') : 'fewer would do: let the others go through one that has it already',
    ],
  })
  // An exception may name it on the side on which the entry does.
  return subjectSide === 'from' ? made : { ...made, target: fileAt(path) }
}

function messageOf(entry: Entry, { name, bindings }: Unit, found: number): string {
  const { subjectSide, count, reach, object } = entry
  const picked = clipped(describe(bind(object, bindings)))
  const named = object.kind === 'every' ? `any other ${noun(entry, 1)}` : picked
  const wanted = describeCount(count, '').replace(/ of $/, '')
  if (wanted === '') return subjectSide === 'from' ? `${name} does not ${reach ? 'reach' : 'import'} ${named}` : `${name} is not ${reach ? 'reached' : 'imported'} by ${named}`
  const counted = `${found} ${noun(entry, found)}${object.kind === 'every' ? '' : ` of ${picked}`}`
  return subjectSide === 'from' ? `${name} ${reach ? 'reaches' : 'imports'} ${counted}, and must ${reach ? 'reach' : 'import'} ${wanted}` : `${name} is ${reach ? 'reached' : 'imported'} by ${counted}, and must be by ${wanted}`
}

/** What is counted. */
function noun({ eachModule, object }: Entry, count: number): string {
  const classes = classesOf(object)
  const one = classes.size !== 1 ? 'end' : classes.has('file') ? (eachModule ? 'module' : 'file') : classes.has('package') ? 'package' : 'end'
  return count === 1 ? one : `${one}s`
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function shortened(names: readonly string[]): string {
  return names.length <= 6 ? names.join(', ') : `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`
}
