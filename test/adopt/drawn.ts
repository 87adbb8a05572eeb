// Small projects without a configuration, as the proposal sees them.
import { policyChecks, rules, vendors } from '../../rules/index.ts'
import { extract, extractSymbols, extractTypeOnly, graph, isSource, layoutOf, origins, resolver } from '../../server/engine/index.ts'
import { propose, type Proposal } from '../../server/adopt/propose.ts'
import assert from 'node:assert/strict'
import type { SymbolFacts } from '../../rules/model/facts.ts'
import type { Layout } from '../../rules/model/layout.ts'
import { compile } from '../../server/config/compile.ts'
import { readConfig } from '../../server/config/read.ts'
import { readPnpmWorkspace } from '../../server/config/pnpm-workspace.ts'
import { readProject } from '../support/read-project.ts'

/** What is proposed for a project that readProject understands. */
export function proposed(text: string): Proposal {
  return proposedFor(readProject(text).files)
}

/** `{ 'a/x.ts': ['b/y.ts', …] }`: files, and which they import. */
export function drawn(imports: Readonly<Record<string, readonly string[]>>): Proposal {
  const files = new Map<string, string>()
  for (const targets of Object.values(imports)) for (const path of targets) files.set(path, '')
  for (const [path, targets] of Object.entries(imports)) {
    const up = '../'.repeat(path.split('/').length - 1) || './'
    files.set(path, targets.map((target) => `import '${up}${target}'\n`).join(''))
  }
  return proposedFor(files)
}

/** The names of the layers, highest first; those at one height in brackets. */
export function order({ layers }: Proposal): string {
  return layers.map((side) => side.length === 1 ? side[0]?.name : `[${side.map(({ name }) => name).join(' ')}]`).join(' > ')
}

export function proposedFor(files: ReadonlyMap<string, string>): Proposal {
  const encoder = new TextEncoder()
  const bytes = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]))
  const paths = [...bytes.keys()].sort()
  const facts = new Map(paths.filter(isSource).map((path) => [path, extract({ path, bytes: bytes.get(path) ?? new Uint8Array() })]))
  const pnpm = files.get('pnpm-workspace.yaml')
  const layout = layoutOf({
    files: paths, read: (path) => files.get(path), realPath: (path) => path,
    pnpmWorkspaces: new Map(pnpm === undefined ? [] : [['', readPnpmWorkspace(pnpm)]]),
  })
  const resolve = resolver(layout, { lookup: () => undefined, isVirtual: () => false, isUnjudged: () => false })
  const built = graph([...facts.values()].map((each) => ({ facts: each, links: resolve(each), env: [] })))
  const symbols = (path: string): SymbolFacts => extractSymbols({ path, bytes: bytes.get(path) ?? new Uint8Array() }, facts.get(path) ?? extract({ path, bytes: new Uint8Array() }))
  const isElided = (edge: number): boolean => {
    const path = built.files[built.edges.from[edge] ?? 0] ?? ''
    const own = facts.get(path)
    return own !== undefined && extractTypeOnly({ path, bytes: bytes.get(path) ?? new Uint8Array() }, own).has(built.edges.fact[edge] ?? -1)
  }
  const names = origins(built, { imported: (path, fact) => symbols(path).imports[fact]?.names ?? [], isBarrel: (path) => facts.get(path)?.barrel === true, symbols })
  const isTest = (path: string): boolean => /(?:^|\/)tests?\/|\.test\.ts$/.test(path)
  const proposal = propose({ layout, project: { graph: built, vendors, isElided, origins: names.origins, behind: names.behind, handedOn: names.handedOn, policy: { isTest, isIncluded: () => true } } })
  assertIsValid(proposal.text, layout)
  return proposal
}

/** Whatever is proposed, our own configuration reader finds nothing to say about it. */
function assertIsValid(text: string, layout: Layout): void {
  const { config, problems } = readConfig('bulkhead.yaml', text)
  assert.deepEqual(problems, [], text)
  const compiled = compile(config, layout, { vendors, checks: [...rules, ...policyChecks] })
  assert.deepEqual([compiled.problems, compiled.notes], [[], []], text)
}
