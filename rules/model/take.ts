/* What a selector says of one end of an import. Called for very many: nothing is built but the bindings that a pattern makes. */
import { noBindings } from './glob-match.ts'
import { packageSpecifier, type Address } from './link.ts'
import { holds } from './package-condition.ts'
import type { NamePattern } from './pattern.ts'
import type { Path } from './place.ts'
import type { Policy } from './policy.ts'
import type { Atom, Bindings, EndClass, Selector } from './selector.ts'
import type { VendorCatalog } from './vendor.ts'

export interface TakeContext {
  readonly policy: Pick<Policy, 'moduleOf' | 'folderOf' | 'tagsOf' | 'stacks' | 'packages'>
  readonly vendors: VendorCatalog
  /** The importing file: `folder:above`, and a package with conditions, are not taken without it. */
  readonly importer?: Path
}

/** What the selector's captures stand for, where it takes this end. */
export function take(selector: Selector, end: Address, context: TakeContext): Bindings | undefined {
  switch (selector.kind) {
    case 'any':
      for (const inner of selector.of) {
        const bindings = take(inner, end, context)
        if (bindings !== undefined) return bindings
      }
      return undefined
    case 'all': return takeAll(selector.of, end, context)
    case 'not': {
      const sort = classOf(end)
      return sort !== undefined && classesOf(selector.of).has(sort) && isLeftBy(selector, end, context) ? noBindings : undefined
    }
    default: return end.kind === 'file' ? takeFile(selector, end.path, context) : takeOther(selector, end, context)
  }
}

/** The class an end is of; what nobody judges is of none. */
export function classOf(end: Address): EndClass | undefined {
  if (end.kind === 'unjudged') return undefined
  return end.kind === 'unknown' ? 'unresolved' : end.kind
}

const classesMemo = new WeakMap<Selector, ReadonlySet<EndClass>>()

/** The classes of ends that a selector picks from. */
export function classesOf(selector: Selector): ReadonlySet<EndClass> {
  const known = classesMemo.get(selector)
  if (known !== undefined) return known
  const inner = pickersOf(selector)
  const classes = new Set<EndClass>(inner === undefined ? [atomClass(selector as Atom)] : inner.flatMap((each) => [...classesOf(each)]))
  classesMemo.set(selector, classes)
  return classes
}

/** Captures that are bound whenever the selector takes something. */
export function capturesOf(selector: Selector): readonly string[] {
  switch (selector.kind) {
    case 'any': {
      const [first, ...others] = selector.of.map(capturesOf)
      return (first ?? []).filter((name) => others.every((names) => names.includes(name)))
    }
    case 'all': return [...new Set(selector.of.flatMap(capturesOf))]
    case 'not': return []
    default: return [...new Set(patternsOf(selector).flatMap((pattern) => pattern.captures))]
  }
}

/** Some pattern in it may stand for another one once captures are bound. */
export function mayBeBound(selector: Selector): boolean {
  return [...atomsOf(selector)].some(({ atom }) => patternsOf(atom).some(({ written }) => written.includes('{')))
}

const boundMemo = new WeakMap<Selector, Map<string, Selector>>()

/** The same selector with captures replaced by what they stand for, literally. */
export function bind(selector: Selector, bindings: Bindings): Selector {
  if (bindings === noBindings || Object.keys(bindings).length === 0) return selector
  let bound = boundMemo.get(selector)
  if (bound === undefined) boundMemo.set(selector, (bound = new Map()))
  const key = JSON.stringify(bindings)
  const known = bound.get(key)
  if (known !== undefined) return known
  const made = bindNow(selector, bindings)
  bound.set(key, made)
  return made
}

function bindNow(selector: Selector, bindings: Bindings): Selector {
  switch (selector.kind) {
    case 'any': case 'all': return { kind: selector.kind, of: selector.of.map((inner) => bindNow(inner, bindings)) }
    case 'not': return { kind: 'not', of: bindNow(selector.of, bindings) }
    case 'group': case 'tag': case 'package': case 'builtin': case 'capability': case 'env': case 'state': return { ...selector, name: selector.name.bind(bindings) }
    case 'path': return { ...selector, pattern: selector.pattern.bind(bindings) }
    case 'inside': return { ...selector, module: selector.module.bind(bindings), pattern: selector.pattern.bind(bindings) }
    case 'vendor': return { ...selector, vendor: selector.vendor.bind(bindings), ...(selector.service === undefined ? {} : { service: selector.service.bind(bindings) }) }
    case 'unresolved': return { ...selector, specifier: selector.specifier.bind(bindings) }
    case 'every': case 'folder': return selector
  }
}

function takeAll(of: readonly Selector[], end: Address, context: TakeContext): Bindings | undefined {
  let merged = noBindings
  const narrows = of.some((inner) => inner.kind !== 'not')
  for (const inner of of) {
    const bindings = narrows && inner.kind === 'not' ? (isLeftBy(inner, end, context) ? noBindings : undefined) : take(inner, end, context)
    const agreed = bindings === undefined ? undefined : agree(merged, bindings)
    if (agreed === undefined) return undefined
    merged = agreed
  }
  return merged
}

/** Beside something that picks, `not` only leaves out; alone it picks the rest of its classes. */
function isLeftBy(selector: Extract<Selector, { kind: 'not' }>, end: Address, context: TakeContext): boolean {
  return take(selector.of, end, context) === undefined
}

/** Both together; undefined where two of one name differ. */
function agree(a: Bindings, b: Bindings): Bindings | undefined {
  if (a === noBindings) return b
  if (b === noBindings) return a
  for (const [name, value] of Object.entries(b)) if (Object.hasOwn(a, name) && a[name] !== value) return undefined
  return { ...a, ...b }
}

function takeFile(atom: Atom, path: Path, context: TakeContext): Bindings | undefined {
  switch (atom.kind) {
    case 'every': return noBindings
    case 'path': return atom.pattern.match(path)?.bindings
    case 'group': return takeGroup(atom.sort, atom.name, path, context.policy)
    case 'tag': return firstMatch(atom.name, context.policy.tagsOf(path))
    case 'inside': {
      const module = context.policy.moduleOf(path)
      const bindings = module === undefined ? undefined : atom.module.match(module.name)
      if (bindings === undefined) return undefined
      const inside = atom.pattern.match(below(context.policy.folderOf(path) ?? '', path))
      return inside === undefined ? undefined : agree(bindings, inside.bindings)
    }
    case 'folder': return context.importer !== undefined && relation(folderOf(context.importer), folderOf(path)) === atom.where ? noBindings : undefined
    default: return undefined
  }
}

function takeGroup(sort: 'layer' | 'module' | 'either', name: NamePattern, path: Path, policy: TakeContext['policy']): Bindings | undefined {
  if (sort !== 'layer') {
    const module = policy.moduleOf(path)
    const bindings = module === undefined ? undefined : name.match(module.name)
    if (bindings !== undefined) return bindings
  }
  if (sort === 'module') return undefined
  for (const stack of policy.stacks) {
    const layer = stack.layerOf(path)
    const bindings = layer === undefined ? undefined : name.match(layer.name)
    if (bindings !== undefined) return bindings
  }
  return undefined
}

function firstMatch(pattern: NamePattern, names: Iterable<string>): Bindings | undefined {
  for (const name of names) {
    const bindings = pattern.match(name)
    if (bindings !== undefined) return bindings
  }
  return undefined
}

function takeOther(atom: Atom, end: Exclude<Address, { kind: 'file' }>, context: TakeContext): Bindings | undefined {
  switch (end.kind) {
    case 'package':
      if (atom.kind === 'package') return takePackage(atom, end, context)
      if (atom.kind === 'capability') return takeCapability(atom, end.name, context.vendors)
      return atom.kind === 'vendor' ? takeVendor(atom, end.name, context.vendors) : undefined
    case 'builtin': return atom.kind === 'builtin' ? atom.name.match(end.name) : undefined
    case 'env': case 'state': return atom.kind === end.kind ? atom.name.match(end.name) : undefined
    case 'unknown': return atom.kind === 'unresolved' ? atom.specifier.match(end.specifier) : undefined
    case 'unjudged': return undefined
  }
}

function takePackage({ name, conditions = [] }: Extract<Atom, { kind: 'package' }>, end: Extract<Address, { kind: 'package' }>, { importer, policy }: TakeContext): Bindings | undefined {
  const bindings = name.match(packageSpecifier(end))
  if (bindings === undefined || conditions.length === 0) return bindings
  return importer !== undefined && conditions.every((condition) => holds(condition, end.name, importer, policy.packages)) ? bindings : undefined
}

function takeCapability({ name }: Extract<Atom, { kind: 'capability' }>, packageName: string, vendors: VendorCatalog): Bindings | undefined {
  const found = vendors.of(packageName)
  return found && name.match(found.entry.capability)
}

function takeVendor(atom: Extract<Atom, { kind: 'vendor' }>, packageName: string, vendors: VendorCatalog): Bindings | undefined {
  const found = vendors.of(packageName)
  const bindings = found === undefined ? undefined : atom.vendor.match(found.vendor.id)
  if (found === undefined || bindings === undefined || atom.service === undefined) return bindings
  const inner = found.entry.service === undefined ? undefined : atom.service.match(found.entry.service)
  return inner === undefined ? undefined : agree(bindings, inner)
}

function folderOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function below(folder: Path, path: Path): Path {
  return folder === '' ? path : path.slice(folder.length + 1)
}

/** Where a folder lies, seen from an importing file's. */
function relation(importers: Path, folder: Path): 'above' | 'same' | 'below' | 'elsewhere' {
  if (importers === folder) return 'same'
  if (folder === '' || importers.startsWith(`${folder}/`)) return 'above'
  return importers === '' || folder.startsWith(`${importers}/`) ? 'below' : 'elsewhere'
}

/** What decides the classes: of `all`, what picks, unless everything is a `not`. */
function pickersOf(selector: Selector): readonly Selector[] | undefined {
  if (selector.kind !== 'all') return innerOf(selector)
  const pickers = selector.of.filter((inner) => inner.kind !== 'not')
  return pickers.length === 0 ? selector.of : pickers
}

function innerOf(selector: Selector): readonly Selector[] | undefined {
  if (selector.kind === 'any' || selector.kind === 'all') return selector.of
  return selector.kind === 'not' ? [selector.of] : undefined
}

function atomClass(atom: Atom): EndClass {
  switch (atom.kind) {
    case 'package': case 'vendor': case 'capability': return 'package'
    case 'builtin': case 'env': case 'state': case 'unresolved': return atom.kind
    default: return 'file'
  }
}

/** The patterns an atom is made of. */
export function patternsOf(atom: Atom): readonly { readonly captures: readonly string[]; readonly written: string }[] {
  switch (atom.kind) {
    case 'group': case 'tag': case 'package': case 'builtin': case 'capability': case 'env': case 'state': return [atom.name]
    case 'path': return [atom.pattern]
    case 'inside': return [atom.module, atom.pattern]
    case 'vendor': return atom.service === undefined ? [atom.vendor] : [atom.vendor, atom.service]
    case 'unresolved': return [atom.specifier]
    case 'every': case 'folder': return []
  }
}

/** All atoms of a selector, in order. `negated`: inside an odd or even number of `not`, where nothing binds. */
export function* atomsOf(selector: Selector, negated = false): Iterable<{ readonly atom: Atom; readonly negated: boolean }> {
  const inner = innerOf(selector)
  if (inner === undefined) yield { atom: selector as Atom, negated }
  else for (const each of inner) yield* atomsOf(each, negated || selector.kind === 'not')
}

/** Whether what it takes depends on who imports: by `folder:`, or by what a manifest near the importer says of a package. */
export function dependsOnImporter(selector: Selector): boolean {
  const known = importerMemo.get(selector)
  if (known !== undefined) return known
  const answer = [...atomsOf(selector)].some(({ atom }) => atom.kind === 'folder' || (atom.kind === 'package' && atom.conditions !== undefined))
  importerMemo.set(selector, answer)
  return answer
}

const importerMemo = new WeakMap<Selector, boolean>()
