import type { CruiseFolder, CruiseModule, Hop } from './cruise-result.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { waysHome } from './ways-home.ts'

/** Couplings of every folder that holds a file, and of those above it: as dependency-cruiser counts them, imports and not files. */
export function cruiseFolders(modules: readonly CruiseModule[]): readonly CruiseFolder[] {
  const files = modules.filter(({ instability }) => instability !== undefined)
  const folders = groupBy(files.flatMap((file) => foldersAbove(file.source).map((name) => ({ name, file }))), ({ name }) => name)
  const measured = [...folders].map(([name, within]) => measure(name, within.map(({ file }) => file))).sort((a, b) => (a.name < b.name ? -1 : 1))
  const byName = new Map(measured.map((folder) => [folder.name, folder]))
  const wayHome = waysBetween(measured)
  return measured.map((folder) => ({
    ...folder,
    dependencies: folder.dependencies.map((name) => {
      const cycle = wayHome(name, folder.name)
      return { name, instability: byName.get(name)?.instability ?? 0, circular: cycle !== undefined, ...(cycle !== undefined && { cycle }), valid: true }
    }),
    dependents: folder.dependents.map((name) => ({ name })),
  }))
}

export function instabilityOf(outgoing: number, incoming: number): number {
  return outgoing + incoming === 0 ? 0 : outgoing / (outgoing + incoming)
}

type Measured = Omit<CruiseFolder, 'dependencies' | 'dependents'> & { readonly dependencies: readonly string[]; readonly dependents: readonly string[] }

function measure(name: string, files: readonly CruiseModule[]): Measured {
  const isOutside = (path: string) => !path.startsWith(`${name}/`)
  const outgoing = files.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved).filter(isOutside))
  const incoming = files.flatMap(({ dependents }) => dependents.filter(isOutside))
  return {
    name,
    moduleCount: files.length,
    afferentCouplings: incoming.length,
    efferentCouplings: outgoing.length,
    instability: instabilityOf(outgoing.length, incoming.length),
    dependencies: [...new Set(outgoing.map(folderOf))].sort(),
    dependents: [...new Set(incoming.map(folderOf))].sort(),
  }
}

function waysBetween(folders: readonly Measured[]): (start: string, home: string) => readonly Hop[] | undefined {
  const numberOf = new Map(folders.map(({ name }, number) => [name, number]))
  const arcs = folders.flatMap(({ dependencies }, from) => dependencies.map((name) => ({ from, to: numberOf.get(name) ?? -1 })).filter(({ to }) => to >= 0))
  const way = waysHome({ from: arcs.map(({ from }) => from), to: arcs.map(({ to }) => to) }, folders.length, () => true)
  return (start, home) => {
    const first = numberOf.get(start)
    const back = first === undefined ? undefined : way(first, numberOf.get(home) ?? -1)
    return back && [start, ...back.map((arc) => folders[arcs[arc]?.to ?? -1]?.name ?? '')].map((name) => ({ name, dependencyTypes: [] }))
  }
}

/** A name without a folder (a built-in, a file in the root) stands for itself. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? path : path.slice(0, slash)
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.length === 0 ? ['.'] : names.map((_name, index) => names.slice(0, index + 1).join('/'))
}
