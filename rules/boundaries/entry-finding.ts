import { describeEntry } from '../model/describe.ts'
import type { Because, Finding, Severity } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { JudgedEnd } from '../model/judged-ends.ts'
import { packageSpecifier, type Address } from '../model/link.ts'
import type { Path } from '../model/place.ts'
import type { Entry, Policy } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { aboutPackage } from './about-package.ts'
import { importerOf } from './breaks.ts'

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

/** By their modules, where these tell them apart. */
function endsSpoken(policy: Policy, from: Path, to: Address): readonly [string, string] {
  const importer = homeOf(policy, from)
  const imported = to.kind === 'file' ? homeOf(policy, to.path) : spoken(to)
  return importer === imported ? [from, spoken(to)] : [importer, imported]
}

export function spoken(to: Address): string {
  switch (to.kind) {
    case 'file': return to.path
    case 'package': return packageSpecifier(to)
    case 'builtin': return `${to.name} (built-in)`
    case 'env': return `the variable ${to.name}`
    case 'state': return `the module state ${to.name}`
    case 'unknown': case 'unjudged': return to.specifier
  }
}
