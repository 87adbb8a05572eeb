// A layers contract is a stack for each container: what lies in no layer leads on, so chains count.

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import type { Path } from '../../../../rules/model/place.ts'
import type { PythonTree } from '../python.ts'
import { linesOf, type Contract } from './contracts.ts'

export interface Stacked {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  /** Folders in which every file is to have a layer, and what is let off. */
  readonly exhausted: readonly { readonly folder: Path; readonly except: readonly Path[] }[]
}

interface Item {
  readonly name: string
  readonly isOptional: boolean
}

interface Row {
  readonly items: readonly Item[]
  readonly isIndependent: boolean
}

/** `taken`: folders that have a stack already. */
export function layersOf(contract: Contract, tree: PythonTree, files: readonly Path[], taken: ReadonlySet<Path>): Stacked {
  const rows = linesOf(contract.options['layers']).map(rowOf)
  const containers = linesOf(contract.options['containers'])
  const stacks = containers.length > 0 ? containers.map((container) => ({ container, folder: tree.folderOf(container), rows })) : [withoutContainer(rows, tree)]
  const what = contract.name
  const entries = stacks.flatMap(({ container, folder, rows: own }): readonly Entry[] => {
    const dotted = (name: string): string => (container === '' ? name : `${container}.${name}`)
    if (taken.has(folder) || folder.includes('{')) return byRules(contract, own, (name) => tree.packageAt(dotted(name)))
    const layer = ({ name, isOptional }: Item): Yaml => layerOf(name, isOptional || !(dotted(name).includes('*') || tree.has(dotted(name))), folder, files)
    const order = own.map(({ items, isIndependent }): Yaml => {
      const [first, ...others] = items
      if (first === undefined || others.length === 0) return first === undefined ? [] : layer(first)
      return isIndependent ? items.map(layer) : { name: items.map(({ name }) => name).join('+'), files: items.flatMap(({ name }) => tree.packageAt(dotted(name)).map((path) => below(path, folder))), ...(items.every(({ isOptional }) => isOptional) && { optional: true }) }
    })
    return [{ section: 'layers', what, key: folder === '' ? '.' : folder, value: { order, reach: true }, remark: contract.name }]
  })
  const isExhaustive = contract.options['exhaustive'] === true || /^true$/i.test(String(contract.options['exhaustive']))
  return { entries, unsaid: [], exhausted: isExhaustive ? stacks.map(({ container, folder }) => ({ folder, except: [`${folder}/__init__.py`, ...linesOf(contract.options['exhaustive_ignores']).flatMap((name) => tree.packageAt(`${container}.${name}`))] })) : [] }
}

/** 'a | b', 'a : b', '(a)' */
function rowOf(line: string): Row {
  return { isIndependent: !line.includes(':'), items: line.split(/[|:]/).map((each) => each.trim()).filter((each) => each !== '').map((each): Item => ({ name: each.replace(/^\((.*)\)$/, '$1').trim(), isOptional: each.startsWith('(') })) }
}

/** Their names have a beginning in common, and that is the container. */
function withoutContainer(rows: readonly Row[], tree: PythonTree): { readonly container: string; readonly folder: Path; readonly rows: readonly Row[] } {
  const names = rows.flatMap(({ items }) => items.map(({ name }) => name.split('.')))
  let shared = 0
  while (names.length > 0 && names.every((name) => name.length > shared + 1 && name[shared] === names[0]?.[shared])) shared++
  const container = (names[0] ?? []).slice(0, shared).join('.')
  const folder = container === '' ? folderAbove(tree.folderOf(names[0]?.join('.') ?? '')) : tree.folderOf(container)
  return { container, folder, rows: rows.map((row) => ({ ...row, items: row.items.map((item) => ({ ...item, name: item.name.split('.').slice(shared).join('.') })) })) }
}

/** A bare name takes folders so named at any depth: where there are several, the pattern says which one is meant. */
function layerOf(name: string, isOptional: boolean, folder: Path, files: readonly Path[]): Yaml {
  const inside = folder === '' ? '' : `${folder}/`
  const path = name.replaceAll('.', '/')
  const places = new Set(files.filter((file) => file.startsWith(inside)).flatMap((file) => placesOf(file.slice(inside.length), path)))
  const isPlain = !name.includes('.') && [...places].every((place) => place === path || place === `${path}.py`)
  if (isPlain && !isOptional) return name
  const isFile = places.has(`${path}.py`)
  return { name, ...(!isPlain && { files: isFile ? (places.has(path) ? [path, `${path}.py`] : `${path}.py`) : path }), ...(isOptional && { optional: true }) }
}

/** Where a folder or module of this last name lies on a path. */
function placesOf(file: Path, name: string): readonly Path[] {
  const last = name.slice(name.lastIndexOf('/') + 1)
  const segments = file.split('/')
  return segments.flatMap((segment, index) => (segment === last || (segment === `${last}.py` && index === segments.length - 1) ? [segments.slice(0, index + 1).join('/')] : []))
}

/** One entry for each row but the highest: those above it are out of reach. */
function byRules({ id, name }: Contract, rows: readonly Row[], pathsOf: (name: string) => readonly string[]): readonly Entry[] {
  const paths = ({ items }: Row): readonly string[] => items.flatMap((item) => pathsOf(item.name).map((path) => `path:${path}`))
  const upward = rows.slice(1).map((row, index): Entry => rule(paths(row), rows.slice(0, index + 1).flatMap(paths)))
  const sideways = rows.filter(({ items, isIndependent }) => items.length > 1 && isIndependent).flatMap(({ items }) => items.map((item) => rule(pathsOf(item.name).map((path) => `path:${path}`), items.filter((other) => other !== item).flatMap((other) => pathsOf(other.name).map((path) => `path:${path}`)))))
  return [...upward, ...sideways]

  function rule(from: readonly string[], forbid: readonly string[]): Entry {
    return { section: 'rules', what: name, value: { id, from: alone(from), forbid: alone(forbid), reach: true, why: name } }
  }
}

function alone(list: readonly string[]): Yaml {
  return list.length === 1 ? list[0] ?? '' : list
}

function below(path: Path, folder: Path): Path {
  return folder === '' ? path : path.slice(folder.length + 1)
}

function folderAbove(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
