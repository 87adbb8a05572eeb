import type { Because, Finding, Fix, Severity } from './finding.ts'
import type { Edge, EdgeId } from './graph.ts'
import type { Address } from './link.ts'
import { atom } from './link.ts'
import type { Path } from './place.ts'
import type { Policy } from './policy.ts'
import type { Project } from './rule.ts'

/** What a rule says of one import. The rest of the finding follows from the import. */
export interface Breach {
  readonly rule: string
  readonly entry?: string
  readonly severity?: Severity
  readonly message: string
  readonly because: readonly Because[]
  readonly help?: readonly string[]
  readonly via?: readonly Path[]
  /** Where it is not where the import leads: the file that defines the symbol. */
  readonly target?: Address
  /** Ways out that are particular to the rule; allowing and ignoring are added. */
  readonly fixes?: readonly Fix[]
}

/** A finding at the specifier of an import. */
export function findingAt(project: Project, id: EdgeId, breach: Breach): Finding {
  const edge = project.graph.edge(id)
  const target = breach.target ?? edge.to
  const names = project.importedNames(id)
  const key = `${breach.rule}${breach.entry === undefined ? '' : ` ${breach.entry}`}: ${homeOf(project.policy, edge.from)} -> ${endOf(project.policy, target)}${names.length === 0 ? '' : ` {${names.join(', ')}}`}`
  return {
    rule: breach.rule,
    ...(breach.entry !== undefined && { entry: breach.entry }),
    ...(breach.severity !== undefined && { severity: breach.severity }),
    at: edge.at,
    statement: edge.statement,
    target,
    message: breach.message,
    help: breach.help ?? [],
    because: breach.because,
    via: breach.via ?? [],
    key,
    fixes: [...(breach.fixes ?? []), ...acceptances(project.policy, edge, breach, target)],
  }
}

/** How people and keys call the place of a file: its module, else its path. */
export function homeOf(policy: Policy, path: Path): string {
  return policy.moduleOf(path)?.name ?? path
}

function endOf(policy: Policy, address: Address): string {
  return address.kind === 'file' ? homeOf(policy, address.path) : atom(address)
}

function acceptances(policy: Policy, edge: Edge, breach: Breach, target: Address): Fix[] {
  const rule = breach.entry ?? breach.rule
  const ignore: Fix = {
    id: 'ignore', title: `Ignore ${rule} for this import, with a reason`, safety: 'review', rewrite: 'ignore',
    arguments: { path: edge.at.path, start: edge.statement.start, end: edge.statement.end, rule },
  }
  // Without a configuration there is no file to write an exception into.
  if (!policy.written) return [ignore]
  const allow: Fix = {
    id: 'allow', title: 'Allow this import in bulkhead.yaml, with a reason', safety: 'review', rewrite: 'allow',
    arguments: { path: edge.at.path, rule, from: `path:${edge.at.path}`, to: target.kind === 'file' ? `path:${target.path}` : atom(target) },
  }
  return [allow, ignore]
}
