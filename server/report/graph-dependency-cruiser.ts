import type { JudgedFinding } from '../../rules/model/finding.ts'
import { bareDependency, resolvedName } from './cruise-dependency.ts'
import { cruiseFolders } from './cruise-folders.ts'
import { cruiseModules } from './cruise-modules.ts'
import type { CruiseForbidden, CruiseModule, CruiseResult, CruiseSeverity, CruiseSummary, CruiseViolation } from './cruise-result.ts'
import { severities, verdictsOf, type Verdict } from './cruise-verdicts.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import type { GraphOptions, GraphView } from './graph-view.ts'

/** dependency-cruiser's cruise result, so that its reporters and whatever reads them work on what bulkhead found. */
export function renderDependencyCruiser(view: GraphView, { rules }: Pick<GraphOptions, 'rules'>): string {
  const verdicts = verdictsOf(view)
  const modules = cruiseModules(view, verdicts)
  const violations = verdicts.map((verdict) => violation(view, modules, verdict))
  const result: CruiseResult = { modules, folders: cruiseFolders(modules), summary: summary(modules, violations, ruleSet(verdicts, rules)) }
  return `${JSON.stringify(result, undefined, 2)}\n`
}

function summary(modules: readonly CruiseModule[], violations: readonly CruiseViolation[], forbidden: readonly CruiseForbidden[]): CruiseSummary {
  const count = (severity: CruiseSeverity) => violations.filter(({ rule }) => rule.severity === severity).length
  return {
    violations,
    error: count('error'), warn: count('warn'), info: count('info'), ignore: count('ignore'),
    totalCruised: modules.length,
    totalDependenciesCruised: modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    optionsUsed: { args: '', metrics: true, tsPreCompilationDeps: true },
    ruleSetUsed: { forbidden },
  }
}

/** A way through other files is told here alone: that tool hangs it on the module, and its formatter then forgets the way, so that the first import bears the mark. */
function violation(view: GraphView, modules: readonly CruiseModule[], { finding, edge, rule }: Verdict): CruiseViolation {
  const from = finding.at.path
  const comment = finding.message
  if (edge === undefined) return { type: 'module', from, to: from, rule, comment }
  const { module: unresolvedTo, resolved: to, dependencyTypes } = bareDependency(view.graph.edge(edge))
  if (isReached(finding)) {
    const end = finding.target === undefined ? to : resolvedName(finding.target)
    return { type: 'reachability', from, to: end, rule, via: [...finding.via, end].map((name) => ({ name, dependencyTypes: [] })), comment }
  }
  const cycle = finding.breakers === undefined ? undefined : cycleOf(modules, from, to)
  const dependency = { from, to, unresolvedTo, dependencyTypes, rule, comment }
  return cycle === undefined ? { type: 'dependency', ...dependency } : { type: 'cycle', ...dependency, cycle }
}

function isReached({ via, breakers }: JudgedFinding): boolean {
  return via.length > 0 && breakers === undefined
}

function cycleOf(modules: readonly CruiseModule[], from: string, to: string): CruiseViolation['cycle'] {
  return modules.find(({ source }) => source === from)?.dependencies.find(({ resolved }) => resolved === to)?.cycle
}

/** One rule a name, of those that something was found by. */
function ruleSet(verdicts: readonly Verdict[], rules: GraphOptions['rules']): readonly CruiseForbidden[] {
  const named = [...groupBy(verdicts, ({ rule }) => rule.name)].sort(([a], [b]) => (a < b ? -1 : 1))
  return named.flatMap(([name, all]) => {
    const [first] = all
    if (first === undefined) return []
    const { rule, entry, severity, because } = first.finding
    return {
      name,
      severity: severities[severity],
      comment: (entry === undefined ? undefined : because[0]?.note) ?? rules.find(({ id }) => id === rule)?.title ?? name,
      from: {},
      to: {
        ...(all.some(({ finding }) => finding.breakers !== undefined) && { circular: true as const }),
        ...(all.some(({ finding }) => isReached(finding)) && { reachable: true as const }),
      },
    }
  })
}
