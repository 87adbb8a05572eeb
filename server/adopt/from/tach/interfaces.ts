// What a module exposes: expressions over what follows its name in an import. `services.*` is a submodule with all below it, `get` a name of its own file.

import type { Path } from '../../../../rules/model/place.ts'
import type { Unsaid, Yaml } from '../draft.ts'
import { leftover } from '../leftover.ts'
import { textsIn, type Settings } from '../reading.ts'
import type { TachModule } from './config.ts'

export interface Interfaces {
  /** Of a module's path; undefined where no interface is about it. */
  apiOf(module: string, place: ModulePlace): Yaml | undefined
  readonly unsaid: readonly Unsaid[]
}

/** Where a module is: a folder, or one file. */
export interface ModulePlace {
  readonly isFile: boolean
  /** From the folder at which patterns of its api start. */
  readonly own: Path
  has(inside: Path): boolean
}

export function interfacesOf(interfaces: readonly Settings[], modules: readonly TachModule[], selectorOf: (path: string) => string | undefined): Interfaces {
  const unsaid: Unsaid[] = interfaces.flatMap((each, index) => [
    ...leftover(each, `interfaces[${index}].`, { read: ['expose', 'from', 'visibility'], idle: each['exclusive'] === true ? [] : ['exclusive'], unsaid: { exclusive: 'what is exposed adds up: an interface does not put another out of force', data_types: 'bulkhead does not look at the types of arguments' } }),
    ...textsIn(each['expose']).filter((pattern) => partsOf(pattern) === undefined).map((pattern) => ({ what: `interfaces[${index}]: ${pattern}`, reason: 'it is an expression that is no dotted name with a star at its end', section: 'modules' as const })),
  ])
  return {
    unsaid,
    apiOf(module, place) {
      const own = interfaces.filter((each) => each['from'] === undefined || textsIn(each['from']).some((from) => isTaken(from, module)))
      if (own.length === 0 || !modules.some(({ path }) => path === module)) return undefined
      const exposed = own.flatMap((each) => {
        const to = Array.isArray(each['visibility']) ? textsIn(each['visibility']).flatMap((path) => selectorOf(path) ?? []) : undefined
        return textsIn(each['expose']).flatMap((pattern) => exposedBy(pattern, place)).map((one): Yaml => (to === undefined ? one : { ...(typeof one === 'string' ? { expose: one } : one), to: to.length === 1 ? to[0] ?? [] : to }))
      })
      return exposed.includes('**') ? 'open' : exposed
    },
  }
}

type Exposed = string | { readonly expose: string; readonly names: readonly string[] }

function exposedBy(pattern: string, { isFile, own, has }: ModulePlace): readonly Exposed[] {
  const parts = partsOf(pattern)
  if (parts === undefined) return []
  const { names, isOpen } = parts
  if (names.length === 0) return ['**']
  const path = names.join('/')
  if (isOpen) return isFile ? [{ expose: own, names: [`${names.join('.')}*`] }] : [has(`${path}.py`) ? `${path}.py` : path]
  const [folder, last] = [names.slice(0, -1).join('/'), names.at(-1) ?? '']
  const holder = isFile ? own : folder === '' ? '__init__.py' : has(`${folder}.py`) ? `${folder}.py` : `${folder}/__init__.py`
  return [{ expose: holder, names: [last] }]
}

/** 'a.b', 'a.*', '.*' */
function partsOf(pattern: string): { readonly names: readonly string[]; readonly isOpen: boolean } | undefined {
  const plain = pattern.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\.', '.')
  if (plain === '.*') return { names: [], isOpen: true }
  if (!/^\w+(?:\.\w+)*(?:\.\*|\.\.\*)?$/.test(plain)) return undefined
  return { names: plain.replace(/\.?\.\*$/, '').split('.'), isOpen: plain.endsWith('*') }
}

function isTaken(from: string, module: string): boolean {
  if (from === module) return true
  try {
    return new RegExp(`^${from.slice(0, 200)}$`).test(module.slice(0, 200))
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
