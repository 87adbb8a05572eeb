import type { Facts } from '../../rules/model/facts.ts'
import type { Finding } from '../../rules/model/finding.ts'
import type { Address } from '../../rules/model/link.ts'
import { wholeFile, type Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import { rules } from '../../rules/index.ts'
import { graph } from '../engine/index.ts'

/** What the rules would say of one import that need not exist. The same rules judge it, on a project that has no other. */
export function imagine(project: Project, from: Path, to: Address): readonly Finding[] {
  const fact = { specifier: '', kind: 'value', span: wholeFile, statement: wholeFile } as const
  const facts: Facts = { path: from, imports: [fact], ignores: [], barrel: false, problems: [] }
  const imagined: Project = {
    ...project,
    graph: graph([{ facts, links: [{ to, written: 'relative' }], env: [] }]),
    entries: () => [],
    names: () => [],
    facts: () => facts,
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
  const file = imagined.graph.idOf.get(from) ?? 0
  // What is said of files, whatever they import, is not about this import.
  return rules.filter(({ id, level }) => (project.policy.checks.get(id)?.level ?? level) !== 'off')
    .flatMap((rule) => rule.judges === 'files' ? rule.of(imagined)(file) : [...rule.check(imagined)])
    .filter(({ target }) => target !== undefined)
}
