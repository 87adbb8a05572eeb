// Whether a file of one layer may use another file, as a stack has it, and which line says that it may not.

import type { Address } from '../model/link.ts'
import { isOpenTo, type Use } from '../model/opened.ts'
import type { Path } from '../model/place.ts'
import type { Layer, Module, Policy, Stack } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'

export interface Crossing {
  /** Where it is not as usual: that one may not use the other. */
  readonly message?: string
  readonly note: string
  readonly says: Layer
  /** The part past whose api it leads. */
  readonly past?: string
}

export function crossingTo(project: Project, stack: Stack, layer: Layer, use: Use, to: Address, isBehindBarrel: boolean): Crossing | undefined {
  const { policy } = project
  const other = to.kind === 'file' && policy.moduleOf(to.path)?.mode !== 'open' ? stack.layerOf(to.path) : undefined
  if (to.kind !== 'file' || other === undefined) return undefined
  return other === layer ? betweenSiblings(project, stack, layer, use, to.path, isBehindBarrel) : betweenLayers(stack, layer, other)
}

/** Whatever the files of two layers. */
export function mayBeUsed(stack: Stack, layer: Layer, other: Layer | undefined): boolean {
  return other === undefined || (other === layer ? layer.siblings === 'free' : betweenLayers(stack, layer, other) === undefined)
}

/** A file that a file of the layer may not use, were it to name it: whatever else is behind a barrel need not be asked for. */
export function mattersTo(stack: Stack, layer: Layer, to: Address): boolean {
  const other = to.kind === 'file' ? stack.layerOf(to.path) : undefined
  if (other === undefined) return false
  return other === layer ? layer.siblings === 'forbid' : betweenLayers(stack, layer, other) !== undefined
}

export function betweenLayers(stack: Stack, layer: Layer, other: Layer): Crossing | undefined {
  if (other.height < layer.height) return { note: `${layer.name} lies below ${other.name}: a layer may use itself and those after it`, says: other }
  if (other.height === layer.height) return { note: `${layer.name} and ${other.name} stand at one height: neither may use the other`, says: other }
  const closed = stack.layers.find((between) => between.closed && between.height > layer.height && between.height < other.height)
  return closed && { note: `${closed.name} is closed: nothing above it may reach past it`, says: closed }
}

/** `siblings: api` judges the file that an import names alone: what an api hands on is fine. */
function betweenSiblings(project: Project, stack: Stack, layer: Layer, use: Use, to: Path, isBehindBarrel: boolean): Crossing | undefined {
  if (layer.siblings === 'free') return undefined
  const part = stack.partOf(use.importer)
  const other = stack.partOf(to)
  if (part === undefined || other === undefined || part === other) return undefined
  if (layer.siblings === 'forbid') {
    return { message: `${part} may not use its sibling ${other}`, note: `the parts of ${layer.name} may not use each other`, says: layer }
  }
  if (isBehindBarrel || isApiOf(project.policy, other, to, ({ api }) => isOpenTo(project, api, to, use))) return undefined
  return { message: `${part} reaches into its sibling ${other}, past its api`, note: `the parts of ${layer.name} meet through their apis only`, says: layer, past: other }
}

export function isApiOf(policy: Policy, part: string, path: Path, isOpened: (module: Module) => boolean): boolean {
  const module = policy.moduleOf(path)
  const isModule = module?.name === part
  if (isModule && module.api !== 'open') return isOpened(module)
  // A part without an api of its own has its index: of its module's folder, or of the folder that it is.
  const folder = isModule ? policy.folderOf(path) ?? part : part
  return path.startsWith(`${folder}/`) && /^index\.[^/]+$/.test(path.slice(folder.length + 1))
}
