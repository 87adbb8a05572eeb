// Entries with `reach`: a chain of imports is judged as one import from its first file to its end. What an import breaks by itself is found
// in rules.ts; here stands what it breaks through others, once for each first import, with the shortest way to the nearest end.

import type { Finding } from '../model/finding.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import { breaksOf } from './breaks.ts'
import { chainsFrom } from './chains-from.ts'
import { chainsTo } from './chains-to.ts'
import { askingOf, type Chains, type Permitted } from './chains.ts'
import { askings } from './counting.ts'
import { forbiddenChain } from './entry-finding.ts'
import { incoming, type Incoming } from './incoming.ts'
import { isAsked } from './is-asked.ts'
import { filesOn, towardsImporters, waysFrom, type Way } from './onward.ts'

export function* throughOthers(project: Project, into: Incoming): Iterable<Finding> {
  for (const entry of project.policy.entries) {
    if (!entry.reach || entry.verb === 'require' || entry.severity === 'off') continue
    const breaks = remembered(breaksOf(project, entry))
    for (const chains of chainsOf(project, entry, into)) {
      for (const { id, way } of entered(project, chains, into)) {
        const from = project.graph.files[project.graph.edges.from[id] ?? -1] ?? ''
        const isFoundAlone = isAsked(project, id, entry) && (breaks(from)?.(id).length ?? 0) > 0
        if (!isFoundAlone) yield finding(project, entry, id, from, way)
      }
    }
  }
}

/** What `policy/unneeded` wants to know: the ends of chains that an `only` has to permit, or those whom it permits them. */
export function* permittedThroughOthers(project: Project, entry: Entry): Iterable<Permitted> {
  for (const chains of chainsOf(project, entry, incoming(project.graph))) yield* chains.permitted()
}

function chainsOf(project: Project, entry: Entry, into: Incoming): readonly Chains[] {
  const asking = askingOf(project, entry, into)
  return entry.subjectSide === 'from' ? chainsFrom(asking) : chainsTo(asking)
}

interface Entered {
  readonly id: EdgeId
  /** On from where the import leads. */
  readonly way: Way
}

/** What TypeScript may drop is asked only where a chain hangs on it. */
function entered(project: Project, chains: Chains, into: Incoming): readonly Entered[] {
  for (const ask of askings) {
    const { found, walked } = enteredNow(project, chains, into)
    const open = found.length === 0 ? [] : walked().filter(chains.counting.isOpen)
    if (open.length === 0) return found
    chains.counting.ask(open, ask)
  }
  return enteredNow(project, chains, into).found
}

function enteredNow({ graph, graph: { edges } }: Project, chains: Chains, into: Incoming): { readonly found: readonly Entered[]; readonly walked: () => readonly EdgeId[] } {
  const { counting: { holds }, ownerOf, passes } = chains
  const lasts = chains.lasts()
  const ways = waysFrom({ direction: towardsImporters(graph, into), ownerOf, holds, passes }, lasts)
  const found: Entered[] = []
  for (const id of chains.firsts(ways)) {
    const owner = ownerOf(edges.from[id] ?? -1)
    const way = ways.get(edges.to[id] ?? -1)?.find((each) => each.owner !== owner)
    if (way !== undefined) found.push({ id, way })
  }
  const walked = (): readonly EdgeId[] => {
    const isArrivedAt = chains.arriving()
    const between = [...ways.keys()].flatMap((file) => [...into(file)].filter((id) => ways.has(edges.from[id] ?? -1)))
    return [...found.map(({ id }) => id), ...[...between, ...lasts].filter((id) => isArrivedAt(edges.from[id] ?? -1))]
  }
  return { found, walked }
}

function finding(project: Project, entry: Entry, id: EdgeId, from: Path, way: Way): Finding {
  const { graph } = project
  const { between, last } = filesOn(graph, way)
  const via = [graph.edges.to[id] ?? -1, ...between].map((file) => graph.files[file] ?? '')
  return forbiddenChain(project, entry, id, from, { to: graph.target(last), via })
}
