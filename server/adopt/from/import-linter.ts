// import-linter's contracts, said in bulkhead's words, by path.

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { withIds, wordOf } from './ids.ts'
import { importLinterConfig, isTrue, linesOf, type Contract } from './import-linter/contracts.ts'
import { layersOf, type Stacked } from './import-linter/layers.ts'
import { acyclicOf, forbiddenOf, independenceOf, protectedOf, selected, type Naming, type Said } from './import-linter/rules.ts'
import { leftover } from './leftover.ts'
import { pythonTree, rootsOf, unreadOpening, unreadStale } from './python.ts'

export function speaksOfImportLinter(config: unknown): boolean {
  return importLinterConfig(config) !== undefined
}

export function draftOf(config: unknown, { files }: Layout): Draft {
  const { session, contracts } = importLinterConfig(config) ?? { session: {}, contracts: [] }
  const packages = [...linesOf(session['root_package']), ...linesOf(session['root_packages'])]
  const tree = pythonTree(files, [...new Set(packages.flatMap((name) => rootsOf(files, name).slice(0, 1)))])
  const naming: Naming = { tree, isOwn: (dotted) => packages.length === 0 || packages.some((name) => dotted === name || dotted.startsWith(`${name}.`) || name.startsWith(`${dotted}.`)) }
  const stacks = new Set<Path>()
  const said = contracts.map((contract): Said & Partial<Stacked> => {
    const of = saidOf(contract, naming, files, stacks)
    for (const entry of of.entries) if (entry.section === 'layers' && entry.key !== undefined) stacks.add(entry.key === '.' ? '' : entry.key)
    return of
  })
  const ignored = contracts.flatMap((contract) => exceptionsOf(contract, naming))
  return {
    opening: [...unreadOpening('x.py', 'Python')],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      { section: 'imports', what: 'imports', value: { ...(isTrue(session['exclude_type_checking_imports']) && { kinds: { any: 'all', not: 'type' } }), reexports: 'stop' }, isSetting: true, remark: 'import-linter looks at what an import names, not at where the symbol is defined.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'import-linter judges tests as all other files; without this line they may import what they like.' },
      ...withIds(said.flatMap(({ entries }) => entries)),
      ...exhaustive(said.flatMap(({ exhausted = [] }) => exhausted)),
      ...(ignored.length === 0 ? [] : staleOf(contracts)), ...ignored,
    ],
    unsaid: [...said.flatMap(({ unsaid }) => unsaid), ...contracts.flatMap(optionsUnsaid), ...sessionUnsaid(session)],
  }
}

function saidOf(contract: Contract, naming: Naming, files: readonly Path[], stacks: ReadonlySet<Path>): Said & Partial<Stacked> {
  switch (contract.type) {
    case 'layers': return layersOf(contract, naming.tree, files, stacks)
    case 'forbidden': return forbiddenOf(contract, naming)
    case 'independence': return independenceOf(contract, naming)
    case 'protected': return protectedOf(contract, naming)
    case 'acyclic_siblings': return acyclicOf(contract, naming)
    default: return { entries: [], unsaid: [{ what: contract.name, reason: `a contract of the type ${contract.type === '' ? 'none' : contract.type} is code of its own` }] }
  }
}

/** `a.b -> c.d`: modules themselves, not what is below them. */
function exceptionsOf(contract: Contract, naming: Naming): readonly Entry[] {
  const rule = contract.type === 'layers' ? 'boundaries/layers' : contract.type === 'acyclic_siblings' ? 'boundaries/cycles' : wordOf(contract.id)
  return linesOf(contract.options['ignore_imports']).flatMap((line): readonly Entry[] => {
    const [from, to] = line.split('->').map((each) => each.trim())
    if (from === undefined || to === undefined) return []
    return [{ section: 'exceptions', what: `${contract.name}: ${line}`, value: { rule: rule as Yaml, from: selected([from], naming, false), to: selected([to], naming, false), why: `ignore_imports of ${contract.name}`, until: 'never' } }]
  })
}

const levels: Readonly<Record<string, string>> = { error: 'error', warn: 'warning', none: 'off' }

/** The level is set once: the strictest that a contract asks for. */
function staleOf(contracts: readonly Contract[]): readonly Entry[] {
  const unread = unreadStale('x.py')
  if (unread.length > 0) return unread
  const asked = contracts.filter(({ options }) => linesOf(options['ignore_imports']).length > 0).map(({ options }) => levels[String(options['unmatched_ignore_imports_alerting'] ?? 'error')] ?? 'error')
  const value = ['error', 'warning'].find((level) => asked.includes(level)) ?? 'off'
  return [{ section: 'checks', what: 'unmatched_ignore_imports_alerting', key: 'policy/stale', value, isSetting: true }]
}

function exhaustive(exhausted: Stacked['exhausted']): readonly Entry[] {
  if (exhausted.length === 0) return []
  const folders = exhausted.map(({ folder }) => `path:${folder === '' ? '.' : folder}`)
  const except = exhausted.flatMap((each) => each.except).map((path) => `path:${path}`)
  return [{ section: 'checks', what: 'exhaustive', key: 'boundaries/unassigned', value: { severity: 'error', in: { any: folders, not: except } } }]
}

const shared = ['name', 'type', 'id', 'ignore_imports', 'unmatched_ignore_imports_alerting']
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  layers: ['layers', 'containers', 'exhaustive', 'exhaustive_ignores'], forbidden: ['source_modules', 'forbidden_modules', 'allow_indirect_imports', 'as_packages'], independence: ['modules'],
  protected: ['protected_modules', 'allowed_importers', 'as_packages'], acyclic_siblings: ['ancestors', 'depth', 'skip_descendants'],
}

function optionsUnsaid({ type, name, options }: Contract): readonly Unsaid[] {
  const own = Object.hasOwn(optionsOf, type) ? optionsOf[type] : undefined
  const malformed = linesOf(options['ignore_imports']).filter((line) => !line.includes('->')).map((line): Unsaid => ({ what: `${name}: ignore_imports`, reason: `'${line}' names no two modules` }))
  return own === undefined ? [] : [...leftover(options, `${name}: `, { read: [...shared, ...own] }), ...malformed]
}

function sessionUnsaid(session: Readonly<Record<string, unknown>>): readonly Unsaid[] {
  return leftover(session, '', { read: ['root_package', 'root_packages', 'exclude_type_checking_imports'], idle: ['include_external_packages'], unsaid: { contract_types: 'a contract of a type of its own is code' } })
}
