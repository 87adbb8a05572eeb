import type { CruiseFolder, CruiseModule, Hop } from './cruise-result.ts'
import { groupBy } from './group-by.ts'

/** Couplings of every folder that holds a file, and of those above it: as dependency-cruiser counts them, imports and not files. */
export function cruiseFolders(modules: readonly CruiseModule[]): readonly CruiseFolder[] {
  const files = modules.filter(({ instability }) => instability !== undefined)
  const folders = groupBy(files.flatMap((file) => foldersAbove(file.source).map((name) => ({ name, file }))), ({ name }) => name)
  const measured = [...folders].map(([name, within]) => measure(name, within.map(({ file }) => file))).sort((a, b) => (a.name < b.name ? -1 : 1))
  const byName = new Map(measured.map((folder) => [folder.name, folder]))
  return measured.map((folder) => ({
    ...folder,
    dependencies: folder.dependencies.map((name) => {
      const way = wayBack(byName, name, folder.name)
      return { name, instability: byName.get(name)?.instability ?? 0, circular: way !== undefined, ...(way !== undefined && { cycle: way.map(hop) }), valid: true }
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

function wayBack(folders: ReadonlyMap<string, Measured>, from: string, to: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]])
  for (const folder of cameFrom.keys()) {
    if (folder === to) return wayTo(cameFrom, to)
    for (const next of folders.get(folder)?.dependencies ?? []) if (!cameFrom.has(next)) cameFrom.set(next, folder)
  }
  return undefined
}

function wayTo(cameFrom: ReadonlyMap<string, string | undefined>, to: string): readonly string[] {
  const way: string[] = []
  for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}

function hop(name: string): Hop {
  return { name, dependencyTypes: [] }
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
