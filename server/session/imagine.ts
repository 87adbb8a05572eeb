import type { Facts, ImportKind } from '../../rules/model/facts.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { packageSpecifier, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project, Rule } from '../../rules/model/rule.ts'
import { rules } from '../../rules/index.ts'
import { check, graph } from '../engine/index.ts'

/** An import that need not exist. */
export interface Wish {
  readonly from: Path
  readonly to: Address
}

/**
 * What would be said of each of these imports: the same rules judge them, on a project that has no others. Exceptions count, the baseline and
 * comments do not: they are about imports that are there. Who asks whether each is allowed by itself makes no chains of them.
 */
export function imagine(project: Project, today: string, wishes: readonly Wish[], kind: ImportKind = 'value'): readonly (readonly JudgedFinding[])[] {
  const factsOf = new Map<Path, Facts>()
  const rows = [...groupBy([...wishes.keys()], (index) => wishes[index]?.from ?? '')].map(([path, indices]) => {
    // By its place each is known again.
    const imports = indices.map((index) => ({ specifier: specifierOf(wishes[index]?.to), kind, span: { start: index, end: index }, statement: { start: index, end: index } }))
    const facts: Facts = { path, imports, ignores: [], barrel: false, problems: [] }
    factsOf.set(path, facts)
    return { facts, links: indices.map((index) => linkTo(wishes[index]?.to)), env: [] }
  })
  const found: JudgedFinding[][] = wishes.map(() => [])
  for (const finding of check(withOnly(project, graph(rows), factsOf), { rules: ofImports, known: [], today, comments: [] }).findings) {
    // What is said of files and of the configuration, whatever is imported, is not about these imports.
    if (finding.target !== undefined && factsOf.has(finding.at.path)) found[finding.at.span.start]?.push(finding)
  }
  return found
}

/** Those that say who may use whom. What is a circle, declared, or well written is told of imports that are there. */
const ofImports: readonly Rule[] = rules.filter(({ id }) => ['boundaries/layers', 'boundaries/rules', 'boundaries/api', 'vendors/sdk'].includes(id))

function specifierOf(to: Address | undefined): string {
  return to?.kind === 'package' ? packageSpecifier(to) : ''
}

function linkTo(to: Address = { kind: 'unjudged', specifier: '' }) {
  return { to, written: to.kind === 'file' ? 'relative' : 'package' } as const
}

function withOnly(project: Project, imagined: Project['graph'], factsOf: ReadonlyMap<Path, Facts>): Project {
  return {
    ...project,
    graph: imagined,
    entries: () => [],
    names: () => [],
    facts: (path) => factsOf.get(path) ?? { path, imports: [], ignores: [], barrel: false, problems: [] },
    symbols: () => ({ imports: [], exports: [] }),
    importedNames: () => [],
    origins: () => [],
    behind: () => [],
    handedOn: () => [],
    origin: () => undefined,
    isElided: () => false,
    isElidedByItsLooks: () => false,
    isUsedAsTypeOnly: () => false,
  }
}
