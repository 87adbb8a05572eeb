/* What may stand at each place of a configuration, as its shape says: for whoever completes it, explains it or finds the key that was meant. */
import * as z from 'zod/mini'
import { heirShape, selector, shape } from './schema.ts'

export interface Expected {
  /** Of a map, in the order of the shape. Of several maps that may stand here, all. */
  readonly keys: readonly ExpectedKey[]
  /** A map of names that are made up here. */
  readonly isRecord: boolean
  readonly isList: boolean
  readonly isText: boolean
  /** A selector, or a list of them that a selector alone may stand for. */
  readonly isSelector: boolean
  /** Those that may stand here: 'forbid', 'true'. */
  readonly words: readonly string[]
  readonly says?: string
  /** Under a key, or at an index; undefined where nothing may stand. */
  at(step: PropertyKey): Expected | undefined
}

export interface ExpectedKey {
  readonly name: string
  readonly isRequired: boolean
  readonly value: Expected
}

type Schema = z.core.$ZodType

/** Of the configuration as a whole. */
export const expected: Expected = expectation(shape)

/** Of a file further down that says `inherit: true`. */
export const expectedOfHeir: Expected = expectation(heirShape)

/** `of`: what the text as a whole is to be. */
export function expectedAt(way: readonly PropertyKey[], of: Schema = shape): Expected | undefined {
  return under(of === shape ? expected : of === heirShape ? expectedOfHeir : expectation(of), way)
}

/** What may stand further in. */
export function under(top: Expected, way: readonly PropertyKey[]): Expected | undefined {
  let at: Expected | undefined = top
  for (const step of way) at = at?.at(step)
  return at
}

/** Made as far as it is asked: a selector holds selectors. */
function expectation(...schemas: readonly Schema[]): Expected {
  const found = schemas.map(options)
  const all = found.flatMap(({ plain }) => plain)
  const lists = all.flatMap(({ _zod: { def } }) => (isDef(def, 'array') ? [def.element] : []))
  const maps = all.filter(isObject)
  const says = found.find((each) => each.says !== undefined)?.says
  const inside = new Map<string, Expected | undefined>()
  const make = (name: string): Expected | undefined => {
    const schemas = name === item ? lists : [...maps.flatMap(({ _zod: { def } }) => (Object.hasOwn(def.shape, name) ? [def.shape[name] as Schema] : [])), ...records(all)]
    return schemas.length === 0 ? undefined : expectation(...schemas)
  }
  const inner = (name: string): Expected | undefined => {
    if (!inside.has(name)) inside.set(name, make(name))
    return inside.get(name)
  }
  let keys: readonly ExpectedKey[] | undefined
  return {
    get keys() { return keys ??= keysOf(maps, inner) },
    isRecord: records(all).length > 0,
    isList: lists.length > 0,
    isText: all.some(({ _zod: { def } }) => def.type === 'string'),
    isSelector: found.some((each) => each.isSelector) || lists.some((each) => options(each).isSelector),
    words: [...new Set(all.flatMap(wordsOf))],
    ...(says !== undefined && { says }),
    at: (step) => inner(typeof step === 'number' ? item : String(step)),
  }
}

/** No key is called so. */
const item = '\0item'

function keysOf(maps: readonly z.core.$ZodObject[], under: (name: string) => Expected | undefined): readonly ExpectedKey[] {
  const names = new Map<string, boolean>()
  for (const { _zod: { def } } of maps) for (const [name, inner] of Object.entries(def.shape)) names.set(name, names.get(name) !== false && (inner as Schema)._zod.def.type !== 'optional')
  return [...names].flatMap(([name, isRequired]) => {
    const value = under(name)
    return value === undefined ? [] : { name, isRequired, value }
  })
}

interface Options {
  /** What is no choice, and no wrapping. */
  readonly plain: readonly Schema[]
  readonly isSelector: boolean
  /** The outermost that is said. */
  readonly says?: string
}

function options(schema: Schema): Options {
  const { def } = schema._zod as z.core.$ZodTypes['_zod']
  const said = z.globalRegistry.get(schema)?.description
  if (schema === selector) return { ...outermost(said, [options(selector._zod.def.getter())]), isSelector: true }
  if (def.type === 'optional') return outermost(said, [options(def.innerType)])
  if (def.type === 'lazy') return outermost(said, [options(def.getter())])
  if (def.type === 'union') return outermost(said, def.options.map(options))
  return { plain: [schema], isSelector: false, ...(said !== undefined && { says: said }) }
}

function outermost(said: string | undefined, inner: readonly Options[]): Options {
  const says = said ?? inner.find((each) => each.says !== undefined)?.says
  return { plain: inner.flatMap(({ plain }) => plain), isSelector: inner.some(({ isSelector }) => isSelector), ...(says !== undefined && { says }) }
}

function records(all: readonly Schema[]): Schema[] {
  return all.flatMap(({ _zod: { def } }) => (isDef(def, 'record') ? [def.valueType] : []))
}

function wordsOf({ _zod: { def } }: Schema): readonly string[] {
  if (isDef(def, 'literal')) return def.values.map(String)
  return def.type === 'boolean' ? ['true', 'false'] : []
}

function isDef<T extends z.core.$ZodTypes['_zod']['def']['type']>(def: { readonly type: string }, type: T): def is Extract<z.core.$ZodTypes['_zod']['def'], { readonly type: T }> {
  return def.type === type
}

function isObject(schema: Schema): schema is z.core.$ZodObject {
  return schema._zod.def.type === 'object'
}
