// A first configuration from the code as it is. A proposal and no verdict: it says what the imports show, and writes nothing.

import type { Path, Place } from '../../rules/model/place.ts'
import { arrange, heightOf, type Arrangement } from './arrange.ts'
import { crossings, flowOf, type Crossing } from './crossings.ts'
import { fileCycles, partCycles } from './cycles-now.ts'
import { folders, packageFolders, packages, packagesIn, type Division } from './division.ts'
import type { Flat } from './flat.ts'
import { nameLayers, type ProposedLayer } from './name-layers.ts'
import { survey, type Code, type Survey } from './survey.ts'
import { vendorHomes } from './vendor-homes.ts'
import { vendorsHeld } from './vendors-held.ts'
import { writeConfig } from './write-config.ts'

export interface Proposal {
  /** The text of bulkhead.yaml. */
  readonly text: string
  /** Shipped sources that were looked at. */
  readonly files: number
  /** Workspace packages that hold some of them; 0 where the project has none. */
  readonly packages: number
  /** Highest first, a list for each height. */
  readonly layers: readonly (readonly MeasuredLayer[])[]
  /** Why there are no layers. */
  readonly flat?: Flat
  /** Imports between the layers, and those that lead downwards; where there are no layers, between the parts in their best order. */
  readonly between: number
  readonly fit: number
  /** Imports that lead upwards, in the order of files. */
  readonly misfits: readonly Misfit[]
  /** Groups of files that import each other when they are loaded. */
  readonly cycles: number
  /** Whose SDKs are imported. */
  readonly vendors: readonly string[]
}

export interface MeasuredLayer extends ProposedLayer {
  readonly files: number
  /** Imports that leave it for other layers, and those of them that lead downwards. */
  readonly importsOut: number
  readonly importsDown: number
}

export interface Misfit {
  readonly at: Place
  /** Names of the parts. */
  readonly from: string
  readonly into: string
  readonly to: Path
}

/** With more parts than this nobody would read the layers. */
const readable = 40
/** Packages have an order in their manifests: with more heights than this, the layers only repeat it. */
const readableHeights = 12
/** With fewer imports than one for so many files, it is chance which way they lead. */
const filesPerImport = 20

/** What a first bulkhead.yaml could say. The same code gives the same text. */
export function propose(code: Code): Proposal {
  return proposalOf(seen(code))
}

/** The same, then what takes less for granted, for who finds that the project cannot bear it. The last names nothing of the project. */
export function* proposals(code: Code): Iterable<Proposal> {
  const all = seen(code)
  yield proposalOf(all)
  if (all.arranged !== undefined) yield proposalOf(withoutLayers(all))
  yield proposalOf({ ...withoutLayers(all), modules: undefined, namesPlaces: false })
}

interface Seen {
  readonly surveyed: Survey
  readonly sources: readonly Path[]
  readonly packageModules: Division | undefined
  readonly tried: readonly Attempt[]
  /** The attempt that makes layers. */
  readonly arranged: Arranged | undefined
  readonly flat: Flat | undefined
  readonly modules: Division | undefined
  /** Whether to say in which places vendors are held. */
  readonly namesPlaces: boolean
}

function seen(code: Code): Seen {
  const surveyed = survey(code)
  const sources = [...surveyed.sources]
  const packageModules = packages(code.layout.workspaces, sources)
  const tried = attempts(surveyed, sources, packageModules)
  const found = tried.find((each) => each.answer?.kind === 'layers' && tells(each))
  const arranged = found?.answer === undefined ? undefined : { ...found, arrangement: found.answer.arrangement }
  return {
    surveyed, sources, packageModules, tried, arranged,
    flat: arranged === undefined ? whyFlat(sources, tried) : undefined,
    modules: packageModules ?? (arranged === undefined ? tried[0]?.division : undefined),
    namesPlaces: true,
  }
}

function withoutLayers(all: Seen): Seen {
  if (all.arranged === undefined) return all
  return { ...all, arranged: undefined, flat: 'no-names', modules: all.packageModules ?? all.tried[0]?.division }
}

function proposalOf({ surveyed, sources, packageModules, tried, arranged, flat, modules, namesPlaces }: Seen): Proposal {
  const best = arranged ?? tried.find(({ answer }) => answer?.kind === 'layers') ?? tried.find(({ answer }) => answer !== undefined)
  const { between, fit } = best?.answer?.arrangement ?? { between: 0, fit: 0 }
  const layers = arranged === undefined ? [] : nameLayers(arranged.division, arranged.arrangement, sources)
  const held = vendorsHeld(surveyed)
  const cycles = fileCycles(surveyed)
  const vendors = held.map(({ vendor }) => vendor)
  return {
    text: writeConfig({
      layers, flat, between, fit, cycles,
      modules: modules && { division: modules, cycles: partCycles(surveyed, modules) },
      vendors: { names: vendors, homes: namesPlaces ? vendorHomes(held, layers.flat(), modules) : 'unsaid' },
    }),
    files: sources.length,
    packages: packageModules?.parts.length ?? 0,
    layers: arranged === undefined ? [] : measured(arranged, layers),
    ...(flat !== undefined && { flat }),
    between, fit,
    misfits: arranged === undefined ? [] : misfits(surveyed, arranged),
    cycles, vendors,
  }
}

interface Attempt {
  readonly division: Division
  readonly isReadable: boolean
  readonly crossings: readonly Crossing[]
  readonly answer: ReturnType<typeof arrange>
}

/** What could be layers, in the order in which it would be taken. */
function attempts(surveyed: Survey, sources: readonly Path[], modules: Division | undefined): readonly Attempt[] {
  const { workspaces } = surveyed.layout
  if (modules === undefined) return folders(sources).map((division) => attempt(surveyed, division))
  const between = crossings(surveyed, modules)
  // Packages that nobody beside them imports are one layer: applications, for one.
  const isOneThing = (inside: readonly number[]): boolean => !between.some(({ from, to }) => inside.includes(from) && inside.includes(to))
  const single = packagesIn(modules, workspaces, sources, isOneThing)
  return [single, packageFolders(workspaces, sources)].filter((division) => division !== undefined).map((division) => attempt(surveyed, division))
}

function attempt(surveyed: Survey, division: Division): Attempt {
  const found = division.parts.length > readable ? [] : crossings(surveyed, division)
  const answer = arrange(flowOf(division, found))
  const isReadable = division.parts.length <= readable && !(division.kind === 'packages' && answer?.kind === 'layers' && answer.arrangement.heights.length > readableHeights)
  return { division, isReadable, crossings: found, answer: isReadable ? answer : undefined }
}

/** Whether there are imports enough to tell an order by. */
function tells({ division, answer }: Attempt): boolean {
  const files = answer?.arrangement.heights.flat(2).reduce((sum, part) => sum + (division.parts[part]?.files ?? 0), 0) ?? 0
  return answer !== undefined && answer.arrangement.between * filesPerImport >= files
}

function whyFlat(sources: readonly Path[], tried: readonly Attempt[]): Flat {
  if (sources.length === 0) return 'no-sources'
  if (tried.some(({ answer }) => answer?.kind === 'unconvincing')) return 'no-direction'
  if (tried.some(({ answer }) => answer !== undefined)) return 'few-imports'
  if (tried.some(({ isReadable }) => !isReadable)) return 'too-many-parts'
  return tried.length > 0 ? 'no-imports' : 'no-parts'
}

interface Arranged extends Attempt {
  readonly arrangement: Arrangement
}

function measured({ division, crossings: all, arrangement }: Arranged, layers: readonly (readonly ProposedLayer[])[]): Proposal['layers'] {
  const height = (part: number): number => heightOf(arrangement, part) ?? -1
  return layers.map((side) => side.map((layer) => {
    const out = all.filter(({ from, to }) => layer.parts.includes(from) && !layer.parts.includes(to))
    return {
      ...layer,
      files: layer.parts.reduce((sum, part) => sum + (division.parts[part]?.files ?? 0), 0),
      importsOut: out.length,
      importsDown: out.filter(({ from, to }) => height(to) > height(from)).length,
    }
  }))
}

function misfits({ project: { graph } }: Survey, { division, crossings: all, arrangement }: Arranged): Proposal['misfits'] {
  const height = (part: number): number => heightOf(arrangement, part) ?? -1
  return all.filter(({ from, to }) => height(to) < height(from)).map(({ id, from, to }) => ({
    at: graph.edge(id).at,
    from: division.parts[from]?.name ?? '',
    into: division.parts[to]?.name ?? '',
    to: graph.files[graph.edges.to[id] ?? -1] ?? '',
  }))
}
