import type { Path } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { isObject, parseJson, spanAt, strings } from './json.ts'
import type { Json } from './json.ts'
import { folderOf } from './posix-path.ts'

/** A setting, and the folder from which its paths count: that of the config which says it. */
export interface Said {
  readonly value: Json
  readonly folder: Path
}

/** A config with all it extends, nothing interpreted yet. */
export interface TsconfigChain {
  readonly path: Path
  readonly options: ReadonlyMap<string, Said>
  /** `files`, `include` and `exclude`. */
  readonly scope: ReadonlyMap<string, Said>
  /** Never inherited. */
  readonly references: readonly string[]
}

export interface TsconfigSource {
  read(path: Path): string | undefined
  /** The file that an `extends` means; undefined where there is none. */
  base(from: Path, written: string): Path | undefined
  problem(problem: Problem): void
}

/** Reads configs with their bases. A config that several extend is no cycle; a cycle is said once, and left where it closes. */
export function tsconfigChains(source: TsconfigSource): (path: Path) => TsconfigChain | undefined {
  const own = new Map<Path, OwnConfig | undefined>()
  const finished = new Map<Path, TsconfigChain>()
  const cycles = new Set<string>()

  function ownOf(path: Path): OwnConfig | undefined {
    if (!own.has(path)) own.set(path, readOwn(path, source))
    return own.get(path)
  }

  function chainOf(path: Path, above: readonly Path[]): { readonly chain: TsconfigChain; readonly whole: boolean } | undefined {
    const done = finished.get(path)
    if (done) return { chain: done, whole: true }
    const config = ownOf(path)
    if (!config) return undefined
    const options = new Map<string, Said>()
    const scope = new Map<string, Said>()
    let whole = true
    for (const base of config.bases) {
      if (base === path || above.includes(base)) {
        sayCycle([...above.slice(above.includes(base) ? above.indexOf(base) : above.length), path])
        whole = false
        continue
      }
      const got = chainOf(base, [...above, path])
      for (const [key, said] of got?.chain.options ?? []) options.set(key, said)
      for (const [key, said] of got?.chain.scope ?? []) scope.set(key, said)
      whole &&= got?.whole ?? true
    }
    for (const [key, value] of Object.entries(config.options)) options.set(key, { value, folder: config.folder })
    for (const key of ['files', 'include', 'exclude']) {
      const value = config.value[key]
      if (value !== undefined) scope.set(key, { value, folder: config.folder })
    }
    const chain = { path, options, scope, references: config.references }
    if (whole) finished.set(path, chain)
    return { chain, whole }
  }

  /** From its alphabetically first file, so that it does not matter where one came in. */
  function sayCycle(members: readonly Path[]): void {
    const first = [...members].sort()[0] ?? ''
    const start = members.indexOf(first)
    const ring = [...members.slice(start), ...members.slice(0, start)]
    const next = ring[1] ?? first
    if (cycles.has(ring.join('\n'))) return
    cycles.add(ring.join('\n'))
    const config = ownOf(first)
    const index = config?.bases.indexOf(next) ?? 0
    source.problem({
      kind: 'tsconfig', message: `${first} extends itself: ${[...ring, first].join(' → ')}`,
      at: { path: first, span: config ? config.spanOfBase(index) : { start: 0, end: 0 } },
      hint: 'remove one extends of this circle; until then the one that closes it is left out',
    })
  }

  return path => chainOf(path, [])?.chain
}

interface OwnConfig {
  readonly folder: Path
  readonly value: Readonly<Record<string, Json>>
  readonly options: Readonly<Record<string, Json>>
  readonly bases: readonly Path[]
  readonly references: readonly string[]
  spanOfBase(index: number): { readonly start: number; readonly end: number }
}

function readOwn(path: Path, source: TsconfigSource): OwnConfig | undefined {
  const text = source.read(path)
  if (text === undefined) return undefined
  const json = parseJson(text)
  if (json.kind === 'broken') {
    source.problem({ kind: 'tsconfig', message: `${path} is not JSON, so its files are read without compiler options`, at: { path, span: json.span } })
    return undefined
  }
  const value = isObject(json.value) ? json.value : {}
  const written = strings(value.extends)
  const spanOfWritten = (index: number) => spanAt(text, typeof value.extends === 'string' ? ['extends'] : ['extends', index])
  const found: { readonly base: Path; readonly index: number }[] = []
  for (const [index, name] of written.entries()) {
    const base = source.base(path, name)
    if (base !== undefined) found.push({ base, index })
    else source.problem({ kind: 'tsconfig', message: `${path} extends ${name}, which is not there`, at: { path, span: spanOfWritten(index) }, hint: /^[./]/.test(name) ? 'create it, or generate it first if a tool writes it' : 'install the packages first' })
  }
  return {
    folder: folderOf(path), value, options: isObject(value.compilerOptions) ? value.compilerOptions : {},
    bases: found.map(one => one.base),
    references: Array.isArray(value.references) ? value.references.flatMap((one: Json) => isObject(one) ? strings(one.path) : []) : [],
    spanOfBase: index => spanOfWritten(found[index]?.index ?? 0),
  }
}
