// Which files a generated monorepo has, and what imports what. All files stand in one order, and a file imports those before it: but for
// what is planned to be wrong, there are no cycles and no layer is entered from below.

import { seeded, type Seeded } from './seeded.ts'

export const layers = ['foundation', 'libs', 'features', 'apps'] as const
export type Layer = typeof layers[number]

export interface PlannedPackage {
  readonly layer: Layer
  readonly name: string
  /** What its manifest declares, sorted. */
  readonly dependencies: readonly string[]
  readonly parts: readonly string[]
}

export type PlannedImport =
  /** `uses`: what the target exports is called `create${uses}`, its type `uses`. */
  | { readonly kind: 'value' | 'type'; readonly specifier: string; readonly uses: string }
  /** A builtin is imported as a namespace: '*'. */
  | { readonly kind: 'package' | 'type-package'; readonly specifier: string; readonly name: string }
  | { readonly kind: 'dynamic' | 'star'; readonly specifier: string }
  | { readonly kind: 'named'; readonly specifier: string; readonly uses: string }

export interface PlannedFile {
  /** From the root. */
  readonly path: string
  /** What the names that it exports are made of. */
  readonly base: string
  readonly bytes: number
  readonly imports: readonly PlannedImport[]
  readonly isBarrel: boolean
}

/** What is wrong on purpose: how many of each. */
export interface PlannedWrongs {
  readonly cycles: number
  readonly upward: number
  readonly pastApi: number
  readonly vendorLeaks: number
  readonly unresolved: number
}

export interface Plan {
  readonly packages: readonly PlannedPackage[]
  readonly files: readonly PlannedFile[]
  readonly wrongs: PlannedWrongs
}

/** Of about so many source files. The same number makes the same plan. */
export function plan(size: number): Plan {
  const random = seeded(size)
  const packages = draftPackages(size, random)
  const drafts = packages.flatMap((each) => each.files)
  for (const [i, each] of packages.entries()) importInOrder(each, neighbours(each, packages.slice(0, i), random), random)
  const wrongs = doWrong(packages, drafts, size, random)
  return {
    packages: packages.map(({ layer, name, declared, parts }) => ({ layer, name, dependencies: [...declared].sort(), parts: parts.map((part) => part.name) })),
    files: drafts.map(({ path, base, bytes, imports, isBarrel }) => ({ path, base, bytes, imports, isBarrel })),
    wrongs,
  }
}

interface DraftFile {
  readonly path: string
  readonly base: string
  readonly bytes: number
  readonly imports: PlannedImport[]
  readonly isBarrel: boolean
  readonly isTest: boolean
}

interface DraftPart {
  readonly name: string
  readonly files: readonly DraftFile[]
  readonly barrel: DraftFile
}

interface DraftPackage {
  readonly layer: Layer
  readonly name: string
  readonly parts: readonly DraftPart[]
  readonly barrel: DraftFile
  readonly files: readonly DraftFile[]
  readonly declared: Set<string>
}

const filesPerPackage = 40
const filesPerPart = 9
/** Where the layers end, as a share of all packages. */
const layerEnds: Readonly<Record<Layer, number>> = { foundation: 0.15, libs: 0.45, features: 0.88, apps: 1 }

const adjectives = ['amber', 'brisk', 'calm', 'deep', 'early', 'fair', 'grand', 'hidden', 'inner', 'joint', 'keen', 'late', 'main', 'near', 'open', 'plain', 'quick', 'rare', 'safe', 'tidal', 'upper', 'vital', 'whole', 'young'] as const
const nouns = ['anchor', 'berth', 'cargo', 'deck', 'engine', 'ferry', 'gate', 'harbour', 'invoice', 'journey', 'keel', 'ledger', 'manifest', 'notice', 'order', 'pilot', 'quay', 'route', 'sail', 'tariff', 'unit', 'vessel', 'wharf', 'yard'] as const
const parts = ['model', 'rates', 'planning', 'ledger', 'arrival', 'loading', 'views', 'crew', 'customs', 'routes', 'billing', 'mooring', 'notices', 'weather'] as const
const builtins = ['node:path', 'node:crypto', 'node:events', 'node:util', 'node:url'] as const
/** Installed as stubs, with the name that each exports. */
export const stubs = { 'pg': 'Pool', 'pino': 'pino', 'zod': 'z', 'react': 'useState', '@google-cloud/storage': 'Storage' } as const
const vendorPackage = '@google-cloud/storage'

function draftPackages(size: number, random: Seeded): readonly DraftPackage[] {
  const count = Math.max(layers.length, Math.round(size / filesPerPackage))
  return Array.from({ length: count }, (_, i) => {
    const layer = layers.find((each) => (i + 0.5) / count < layerEnds[each]) ?? 'apps'
    const name = `${adjectives[i % adjectives.length]}-${nouns[i % nouns.length]}-${i + 1}`
    return draftPackage(layer, name, Math.floor((i + 1) * size / count) - Math.floor(i * size / count), random)
  })
}

/** `size` files, all barrels among them. */
function draftPackage(layer: Layer, name: string, size: number, random: Seeded): DraftPackage {
  const folder = `${layer}/${name}/src`
  const count = Math.max(1, Math.min(parts.length, Math.round((size - 1) / (filesPerPart + 1))))
  const offset = random.below(parts.length)
  const leaves = size - 1 - count
  let made = 0
  const drafted = Array.from({ length: count }, (_, p): DraftPart => {
    const part = parts[(offset + p) % parts.length] ?? 'model'
    const length = Math.floor((p + 1) * leaves / count) - Math.floor(p * leaves / count)
    const files = Array.from({ length }, (): DraftFile => {
      const words = [adjectives[made % adjectives.length] ?? '', nouns[(made * 7 + Math.floor(made / adjectives.length)) % nouns.length] ?? '']
      made++
      const isTest = random.next() < 0.08
      const isView = layer !== 'foundation' && random.next() < 0.25
      return draftFile(`${folder}/${part}/${words.join('-')}${isTest ? '.test' : ''}${isView ? '.tsx' : '.ts'}`, pascal([...words, part]), Math.min(60_000, Math.round(random.heavyTailed(2700, 0.7))), isTest)
    })
    return { name: part, files, barrel: draftBarrel(`${folder}/${part}/index.ts`) }
  })
  const barrel = draftBarrel(`${folder}/index.ts`)
  const files = [...drafted.flatMap(({ files: own, barrel: partBarrel }) => [...own, partBarrel]), barrel]
  return { layer, name, parts: drafted, barrel, files, declared: new Set() }
}

function draftFile(path: string, base: string, bytes: number, isTest: boolean): DraftFile {
  return { path, base, bytes, imports: [], isBarrel: false, isTest }
}

function draftBarrel(path: string): DraftFile {
  return { path, base: '', bytes: 0, imports: [], isBarrel: true, isTest: false }
}

/** How many packages of each layer one of this layer knows, at most: nobody knows all, and few are reached from anywhere. */
const acquaintances: Readonly<Record<Layer, Readonly<Partial<Record<Layer, number>>>>> = {
  foundation: { foundation: 1 },
  libs: { foundation: 3, libs: 1 },
  features: { foundation: 3, libs: 4 },
  apps: { foundation: 2, libs: 3, features: 6 },
}

/** Few are known by many. */
function neighbours({ layer }: DraftPackage, earlier: readonly DraftPackage[], random: Seeded): readonly DraftPackage[] {
  return Object.entries(acquaintances[layer]).flatMap(([below, most]) => {
    const candidates = earlier.filter((each) => each.layer === below)
    return Array.from({ length: most }, () => candidates[Math.floor(random.next() ** 2 * candidates.length)] ?? []).flat()
  })
}

function importInOrder(own: DraftPackage, known: readonly DraftPackage[], random: Seeded): void {
  for (const [p, part] of own.parts.entries()) {
    for (const [i, file] of part.files.entries()) {
      const wanted = Math.min(70, Math.max(1, Math.round(random.heavyTailed(6.3, 0.7))))
      const taken = new Set<string>()
      // Neither is anything imported twice by the same specifier, nor a name by two.
      const add = (import_: PlannedImport): void => {
        const keys = 'uses' in import_ ? [import_.specifier, import_.uses] : [import_.specifier]
        if (keys.some((key) => taken.has(key))) return
        for (const key of keys) taken.add(key)
        file.imports.push(import_)
      }
      if (file.path.endsWith('.tsx')) { add({ kind: 'package', specifier: 'react', name: stubs.react }); own.declared.add('react') }
      for (let tries = 0; file.imports.length < wanted && tries < wanted * 3; tries++) {
        const place = random.next()
        if (place < 0.35) near(part.files.slice(0, i), random, add)
        else if (place < 0.55) beside(own.parts.slice(0, p), random, add)
        else if (place < 0.9) elsewhere(own, known, random, add)
        else outside(own, random, add)
      }
    }
    for (const file of part.files) if (!file.isTest) part.barrel.imports.push(random.next() < 0.6 ? { kind: 'star', specifier: `./${withoutExtension(file.path)}` } : { kind: 'named', specifier: `./${withoutExtension(file.path)}`, uses: file.base })
    own.barrel.imports.push({ kind: 'star', specifier: `./${part.name}/index` })
  }
}

type Add = (import_: PlannedImport) => void

function near(before: readonly DraftFile[], random: Seeded, add: Add): void {
  const target = oneOf(before.filter(({ isTest }) => !isTest), random)
  if (target !== undefined) add(code(`./${withoutExtension(target.path)}`, target, random))
}

/** A file of another part, or that part's barrel. */
function beside(before: readonly DraftPart[], random: Seeded, add: Add): void {
  const part = oneOf(before, random)
  const target = part && oneOf(part.files.filter(({ isTest }) => !isTest), random)
  if (part === undefined || target === undefined) return
  const through = random.next()
  add(code(through < 0.5 ? `../${part.name}/${withoutExtension(target.path)}` : `../${part.name}${through < 0.8 ? '' : '/index'}`, target, random))
}

/** Another package, whole or one part of it: by its name, a foundation by an alias as well. */
function elsewhere(own: DraftPackage, known: readonly DraftPackage[], random: Seeded, add: Add): void {
  const target = oneOf(known, random)
  const part = target && oneOf(target.parts, random)
  const file = part && oneOf(part.files.filter(({ isTest }) => !isTest), random)
  if (target === undefined || part === undefined || file === undefined) return
  const subpath = random.next() < 0.7 ? `/${part.name}` : ''
  if (target.layer === 'foundation' && random.next() < 0.6) add(code(`~${target.name}${subpath}`, file, random))
  else { add(code(`@harbour/${target.name}${subpath}`, file, random)); own.declared.add(`@harbour/${target.name}`) }
}

function outside(own: DraftPackage, random: Seeded, add: Add): void {
  if (own.layer !== 'foundation' || random.next() < 0.5) return add({ kind: 'package', specifier: random.pick(builtins), name: '*' })
  const specifier = random.pick<keyof typeof stubs>(['pg', 'pino', 'zod', vendorPackage])
  own.declared.add(specifier)
  add({ kind: random.next() < 0.3 ? 'type-package' : 'package', specifier, name: stubs[specifier] })
}

function code(specifier: string, { base }: DraftFile, random: Seeded): PlannedImport {
  const form = random.next()
  return form < 0.22 ? { kind: 'type', specifier, uses: base } : form < 0.25 ? { kind: 'dynamic', specifier } : { kind: 'value', specifier, uses: base }
}

function doWrong(packages: readonly DraftPackage[], drafts: readonly DraftFile[], size: number, random: Seeded): PlannedWrongs {
  const share = (of: number): number => Math.max(2, Math.round(size / of))
  const leaves = drafts.filter(({ isBarrel, isTest }) => !isBarrel && !isTest)
  /** The same file never does two of a kind: so each is one finding. */
  const apart = (from: readonly DraftFile[], count: number, act: (file: DraftFile, n: number) => boolean): number => {
    let done = 0
    const free = [...from]
    while (done < count && free.length > 0) {
      const [file] = free.splice(random.below(free.length), 1)
      if (file !== undefined && act(file, done)) done++
    }
    return done
  }
  const packageOf = (file: DraftFile): DraftPackage | undefined => packages.find(({ layer, name }) => file.path.startsWith(`${layer}/${name}/`))
  const cycles = makeCycles(packages, share(400), random)
  const upward = apart(leaves.filter(({ path }) => path.startsWith('libs/')), share(500), (file) => {
    const above = oneOf(packages.filter(({ layer }) => layer === 'features'), random)
    const target = above?.parts[0]?.files.find(({ isTest }) => !isTest)
    if (above === undefined || target === undefined) return false
    packageOf(file)?.declared.add(`@harbour/${above.name}`)
    // Of types, so that no cycle comes of it.
    file.imports.push({ kind: 'type', specifier: `@harbour/${above.name}`, uses: target.base })
    return true
  })
  const pastApi = apart(leaves.filter(({ path }) => path.startsWith('apps/')), share(400), (file) => {
    const below = oneOf(packages.filter(({ layer }) => layer === 'foundation'), random)
    const part = below?.parts[0]
    const target = part?.files.find(({ isTest }) => !isTest)
    if (below === undefined || part === undefined || target === undefined || file.imports.some((each) => 'uses' in each && each.uses === target.base)) return false
    file.imports.push({ kind: 'value', specifier: `~${below.name}/${part.name}/${withoutExtension(target.path)}`, uses: target.base })
    return true
  })
  const vendorLeaks = apart(leaves.filter(({ path }) => path.startsWith('features/')), share(500), (file) => {
    packageOf(file)?.declared.add(vendorPackage)
    file.imports.push({ kind: 'package', specifier: vendorPackage, name: stubs[vendorPackage] })
    return true
  })
  const unresolved = apart(leaves, share(250), (file, n) => {
    file.imports.push({ kind: 'value', specifier: `./retired-${n}`, uses: `Retired${n}` })
    return true
  })
  return { cycles, upward, pastApi, vendorLeaks, unresolved }
}

/** Two to four neighbours, each importing the one before it, and the first the last. */
function makeCycles(packages: readonly DraftPackage[], count: number, random: Seeded): number {
  let made = 0
  for (const { parts: drafted } of packages.filter((_, i) => i % Math.max(1, Math.floor(packages.length / count)) === 0)) {
    const files = drafted[0]?.files.filter(({ isTest }) => !isTest).slice(0, 2 + random.below(3)) ?? []
    if (made === count || files.length < 2) continue
    for (const [i, file] of files.entries()) {
      const target = files[(i + files.length - 1) % files.length]
      if (target === undefined) continue
      const specifier = `./${withoutExtension(target.path)}`
      file.imports.splice(0, file.imports.length, ...file.imports.filter((each) => each.specifier !== specifier), { kind: 'value', specifier, uses: target.base })
    }
    made++
  }
  return made
}

function oneOf<T>(of: readonly T[], random: Seeded): T | undefined {
  return of[random.below(of.length)]
}

function withoutExtension(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.tsx?$/, '')
}

function pascal(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
