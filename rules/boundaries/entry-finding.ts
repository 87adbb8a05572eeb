import { describeEntry } from '../model/describe.ts'
import type { Because, Finding, Severity } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { JudgedEnd } from '../model/judged-ends.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { aboutPackage } from './about-package.ts'
import { importerOf } from './breaks.ts'
import { endsSpoken } from './spoken.ts'

/** What every finding of an entry says alike. */
export function saysEntry(entry: Entry): { readonly rule: string; readonly entry: string; readonly severity?: Severity; readonly because: readonly Because[] } {
  return {
    rule: 'boundaries/rules',
    entry: entry.id,
    ...(entry.severity !== undefined && entry.severity !== 'off' && { severity: entry.severity }),
    because: [{ at: entry.at, note: entry.why ?? describeEntry(entry) }],
  }
}

export function forbiddenImport(project: Project, entry: Entry, id: EdgeId, from: Path, { to, via }: JudgedEnd): Finding {
  const [importer, imported] = endsSpoken(project.policy, from, to)
  return findingAt(project, id, { ...saysEntry(entry), message: `${importer} may not use ${imported}`, help: aboutPackage(project, entry, to, importerOf(to, from, via)), via, target: to })
}

/** At the first import of the chain; `via` are the files between. */
export function forbiddenChain(project: Project, entry: Entry, id: EdgeId, from: Path, { to, via }: JudgedEnd): Finding {
  const [importer, imported] = endsSpoken(project.policy, from, to)
  return findingAt(project, id, { ...saysEntry(entry), message: `${importer} reaches ${imported} through ${via.length === 1 ? '1 file' : `${via.length} files`}`, help: aboutPackage(project, entry, to, importerOf(to, from, via)), via, target: to })
}
