import type { Because, Finding, Fix, Severity } from './finding.ts'
import { homeOf } from './finding-at.ts'
import { wholeFile, type Path } from './place.ts'
import type { Project } from './rule.ts'

/** What a rule says of a file as a whole. */
export interface FileBreach {
  readonly rule: string
  /** Of an entry that says so: its id and its severity. */
  readonly entry?: string
  readonly severity?: Severity
  readonly message: string
  readonly help: readonly string[]
  readonly because?: readonly Because[]
}

/** A finding that no single import of the file is to blame for. */
export function findingOnFile(project: Project, path: Path, { rule, entry, severity, message, help, because = [] }: FileBreach): Finding {
  return {
    rule, message, help, because,
    ...(entry !== undefined && { entry }),
    ...(severity !== undefined && { severity }),
    at: { path, span: wholeFile }, statement: wholeFile, via: [],
    key: `${rule}${entry === undefined ? '' : ` ${entry}`}: ${homeOf(project.policy, path)}`,
    fixes: project.policy.written ? [allow(entry ?? rule, path)] : [],
  }
}

function allow(rule: string, path: Path): Fix {
  return {
    id: 'allow', title: 'Allow this file in bulkhead.yaml, with a reason', safety: 'review', rewrite: 'allow',
    arguments: { path, rule, from: `path:${path}` },
  }
}
