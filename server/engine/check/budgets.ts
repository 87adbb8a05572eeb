import type { Finding, JudgedFinding } from '../../../rules/model/finding.ts'
import { hasKind } from '../../../rules/model/has-kind.ts'
import type { Address } from '../../../rules/model/link.ts'
import { picker } from '../../../rules/model/picker.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Budget } from '../../../rules/model/policy.ts'
import type { Note } from '../../../rules/model/problem.ts'
import type { Project } from '../../../rules/model/rule.ts'

export interface Spent {
  readonly above: readonly Finding[]
  /** Of those that may be lowered now. */
  readonly notes: readonly Note[]
}

/** What budgets say of a project and of all that was found in it. */
export function spent(project: Project, findings: readonly JudgedFinding[]): Spent {
  const counted = project.policy.budgets.map((budget) => ({ budget, things: counts[budget.of](project, takenBy(project, budget), findings) }))
  return {
    above: counted.filter(({ budget, things }) => things.length > budget.most).map(({ budget, things }) => above(budget, things)),
    notes: counted.filter(({ budget, things }) => things.length < budget.most).map(({ budget, things }) => ({ message: `the budget ${budget.written} may be lowered from ${budget.most} to ${things.length}` })),
  }
}

type Takes = (to: Address, importer: Path) => boolean

function takenBy(project: Project, { selector }: Budget): Takes {
  const pick = picker(project, selector)
  return (to, importer) => pick(to, importer) !== undefined
}

/** What there is of each sort: the files in which it is, in their order, one for each time. */
const counts: Readonly<Record<Budget['of'], (project: Project, takes: Takes, findings: readonly JudgedFinding[]) => readonly Path[]>> = {
  /** Of files those that are picked, of packages and the like the files that import one. */
  files: (project, takes) => [...new Set([
    ...project.graph.files.filter((path) => project.isSource(path) && takes({ kind: 'file', path }, path)),
    ...imports(project, (to, from) => to.kind !== 'file' && takes(to, from)),
  ])].sort(),
  /** Those that lead there from elsewhere. */
  imports: (project, takes) => imports(project, (to, from) => takes(to, from) && !(to.kind === 'file' && takes({ kind: 'file', path: from }, from))),
  findings: (_project, takes, findings) => findings.filter((finding) => finding.status !== 'allowed' && finding.severity !== 'info' && isIn(finding, takes)).map(({ at }) => at.path),
  known: (_project, takes, findings) => findings.filter((finding) => finding.status === 'known' && isIn(finding, takes)).map(({ at }) => at.path),
}

/** The importers; tests are no users. */
function imports({ graph, policy }: Project, isMeant: Takes): readonly Path[] {
  const { files, edges, target } = graph
  const found: Path[] = []
  for (const [file, from] of files.entries()) {
    if (policy.isTest(from)) continue
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      if (hasKind(graph, id, policy.kinds) && isMeant(target(id), from)) found.push(from)
    }
  }
  return found
}

/** A finding in a file that is picked, or about a package that is. */
function isIn({ at, target }: JudgedFinding, takes: Takes): boolean {
  return takes({ kind: 'file', path: at.path }, at.path) || (target !== undefined && target.kind !== 'file' && takes(target, at.path))
}

function above({ written, most, at }: Budget, things: readonly Path[]): Finding {
  const last = [...new Set(things)].slice(-shown)
  return {
    rule: 'policy/budget', at, statement: at.span,
    message: `${written} is ${things.length}, above its budget of ${most}`,
    help: [...(last.length === 0 ? [] : [`the last of them: ${last.join(', ')}`]), `a budget only falls: bring it down by ${things.length - most}`],
    because: [], via: [], key: `policy/budget: ${written}`, fixes: [],
  }
}

const shown = 3
