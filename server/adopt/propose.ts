// A first configuration from the code as it is. A proposal and no verdict: what it says is what the imports show, and it writes nothing.

import type { EdgeId } from '../../rules/model/graph.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import { arrange, heightOf, type Arrangement } from './arrange.ts'
import { importerOf, isImport, shippedSources, type Code } from './code.ts'
import { fileCycles, partCycles } from './cycles-now.ts'
import { folders, packageFolders, packages, type Division } from './division.ts'
import type { Flow } from './fewest-upward.ts'
import { nameLayers, noLayers, type ProposedLayer } from './name-layers.ts'
import { vendorHomes } from './vendor-homes.ts'
import { vendorsHeld } from './vendors-held.ts'
import { writeConfig } from './write-config.ts'

export interface Proposal {
  /** The text of bulkhead.yaml. */
  readonly text: string
  /** Shipped sources that were looked at. */
  readonly files: number
  /** Workspace packages among them; 0 where there are none. */
  readonly packages: number
  /** Highest first, a list for each height. Empty where the imports do not point one way, or there is nothing to arrange. */
  readonly layers: readonly (readonly (ProposedLayer & { readonly files: number; readonly importsDown: number })[])[]
  /** Why there are no layers: nothing is divided, nothing imports across, or too few imports would fit. */
  readonly flat?: 'no-sources' | 'no-parts' | 'no-imports' | 'no-direction'
  /** Imports between the parts, and those that lead downwards in the layers; where there are none, in the best that were tried. */
  readonly between: number
  readonly fit: number
  /** Imports that lead upwards, in the order of files. */
  readonly misfits: readonly { readonly at: Place; readonly to: Path; readonly from: string; readonly into: string }[]
  /** Groups of files that import each other when they are loaded. */
  readonly cycles: number
  readonly vendors: readonly string[]
}

/** With more parts than this nobody would read the layers. */
const readable = 40
/** With more packages than this their folders may be layers, and they themselves not. */
const readablePackages = 12

export function propose(code: Code): Proposal {
  const sources = shippedSources(code)
  const modules = packages(code.layout.workspaces, sources)
  const candidates = modules === undefined
    ? [folders(sources)]
    : [packageFolders(code.layout.workspaces, sources), modules.parts.length <= readablePackages ? modules : undefined]
  const divisions = candidates.filter((division) => division !== undefined)
  const tried = divisions.filter(({ parts }) => parts.length <= readable)
    .map((division) => ({ division, answer: arrange(flowOf(code, division)) }))
  const found = tried.find(({ answer }) => answer?.kind === 'layers') ?? tried.find(({ answer }) => answer !== undefined)

  const arrangement = found?.answer?.kind === 'layers' ? found.answer.arrangement : undefined
  const division = found?.division ?? modules ?? divisions[0]
  const layers = arrangement === undefined || division === undefined ? noLayers : nameLayers(division, arrangement, sources)
  const held = vendorsHeld(code)
  const cycles = fileCycles(code)
  const partsAreModules = modules ?? (arrangement === undefined ? division : undefined)
  const shown = { between: found?.answer?.arrangement.between ?? 0, fit: found?.answer?.arrangement.fit ?? 0 }
  const flat = arrangement !== undefined ? undefined
    : sources.length === 0 ? 'no-sources' : division === undefined ? 'no-parts' : found === undefined ? 'no-imports' : 'no-direction'
  return {
    text: writeConfig({
      layers, ...shown, flat,
      modules: partsAreModules && { division: partsAreModules, cycles: partCycles(code, partsAreModules) },
      vendors: { names: held.map(({ vendor }) => vendor), homes: vendorHomes(held, layers.heights.flat(), partsAreModules) },
      cycles,
    }),
    files: sources.length,
    packages: modules?.parts.length ?? 0,
    layers: arrangement === undefined || division === undefined ? [] : measured(code, division, arrangement, layers.heights),
    ...(flat !== undefined && { flat }),
    ...shown,
    misfits: arrangement === undefined || division === undefined ? [] : misfits(code, division, arrangement),
    cycles,
    vendors: held.map(({ vendor }) => vendor),
  }
}

/** The imports between parts, counted. */
function flowOf(code: Code, division: Division): Flow {
  const flow = division.parts.map(() => division.parts.map(() => 0))
  for (const { from, to } of crossings(code, division)) {
    const row = flow[from]
    if (row !== undefined) row[to] = (row[to] ?? 0) + 1
  }
  return flow
}

interface Crossing { readonly id: EdgeId; readonly from: number; readonly to: number }

/** The imports from one part into another, tests left out. */
function* crossings(code: Code, division: Division): Iterable<Crossing> {
  const { graph } = code.project
  const shipped = new Set(shippedSources(code))
  const partOf = graph.files.map((path) => shipped.has(path) ? division.partOf(path) : -1)
  for (let id = 0; id < graph.edges.count; id++) {
    const from = partOf[graph.edges.from[id] ?? -1] ?? -1
    const to = partOf[graph.edges.to[id] ?? -1] ?? -1
    if (from !== -1 && to !== -1 && from !== to && isImport(code, id)) yield { id, from, to }
  }
}

function measured(code: Code, division: Division, arrangement: Arrangement, layers: readonly (readonly ProposedLayer[])[]): Proposal['layers'] {
  const all = [...crossings(code, division)]
  const height = (part: number): number => heightOf(arrangement, part) ?? -1
  return layers.map((side) => side.map((layer) => ({
    ...layer,
    files: layer.parts.reduce((sum, part) => sum + (division.parts[part]?.files ?? 0), 0),
    importsDown: all.filter(({ from, to }) => layer.parts.includes(from) && height(to) > height(from)).length,
  })))
}

function misfits(code: Code, division: Division, arrangement: Arrangement): Proposal['misfits'] {
  const height = (part: number): number => heightOf(arrangement, part) ?? -1
  return [...crossings(code, division)].filter(({ from, to }) => height(to) !== -1 && height(to) < height(from)).map(({ id, from, to }) => {
    const { at, to: end } = code.project.graph.edge(id)
    return { at, to: end.kind === 'file' ? end.path : importerOf(code, id), from: division.parts[from]?.name ?? '', into: division.parts[to]?.name ?? '' }
  })
}
