import { edgesFrom } from '../../../rules/model/edges-from.ts'
import { importKinds, type SymbolFacts } from '../../../rules/model/facts.ts'
import type { EdgeId, Graph } from '../../../rules/model/graph.ts'
import { atom, type Address } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Origin } from '../../../rules/model/rule.ts'

/** What the answers are made from. `isBarrel`: the file may hand on names that it does not define. */
export interface Names {
  isBarrel(path: Path): boolean
  symbols(path: Path): SymbolFacts
  /** Names of an import, by its index in the file's facts. */
  imported(path: Path, fact: number): readonly string[]
}

/** Who defines the names that files hand on. Remembers its answers. */
export interface Origins {
  /** All that a barrel, and the barrels behind it, import. */
  behind(path: Path): readonly Address[]
  /** Where the names that a file hands on are defined, once for each place. */
  handedOn(path: Path): readonly Origin[]
  origin(path: Path, name: string): Origin | undefined
  /** Of the names of an import that are defined elsewhere than where it leads, once for each place. */
  origins(edge: EdgeId): readonly Origin[]
  /** From now on of this graph, in which these files hand on something else: all other answers stand. */
  move(graph: Graph, changed: Iterable<Path>): void
}

/** A question, and those that it raised. */
interface Asking {
  readonly open: Set<string>
  readonly answers: Map<string, { readonly path: Path; readonly name: string; readonly answer: Origin | undefined }>
  isCircular: boolean
}

export function origins(start: Graph, names: Names): Origins {
  let graph = start
  const known = new Map<Path, Map<string, Origin | undefined>>()
  const ends = new Map<Path, readonly Address[]>()
  const ofFile = new Map<Path, readonly Origin[]>()
  const ofEdge = new Map<EdgeId, readonly Origin[]>()

  const origin = (path: Path, name: string): Origin | undefined => {
    const answers = known.get(path)
    if (answers?.has(name) === true) return answers.get(name)
    const asking: Asking = { open: new Set(), answers: new Map(), isCircular: false }
    const answer = ask(path, name, asking)
    // What was found on the way holds for itself only where no barrel on it leads back.
    for (const each of asking.isCircular ? [{ path, name, answer }] : asking.answers.values()) remember(each.path, each.name, each.answer)
    return answer
  }

  const remember = (path: Path, name: string, answer: Origin | undefined): void => {
    const answers = known.get(path) ?? new Map<string, Origin | undefined>()
    known.set(path, answers.set(name, answer))
  }

  const ask = (path: Path, name: string, asking: Asking): Origin | undefined => {
    const answers = known.get(path)
    if (answers?.has(name) === true) return answers.get(name)
    const key = `${name} ${path}`
    const already = asking.answers.get(key)
    if (already !== undefined) return already.answer
    if (asking.open.has(key)) {
      asking.isCircular = true
      return undefined
    }
    asking.open.add(key)
    const answer = find(path, name, asking)
    asking.answers.set(key, { path, name, answer })
    return answer
  }

  const find = (path: Path, name: string, asking: Asking): Origin | undefined => {
    const { exports } = names.symbols(path)
    const named = exportsOf(exports).get(name)
    if (named !== undefined) return named.from === undefined ? { to: { kind: 'file', path }, via: [] } : behind(path, named.from.import, named.from.name, false, asking)
    // `export *` never hands on the default.
    if (name === 'default') return undefined
    for (const all of exports) {
      if (all.name !== '*' || all.from === undefined) continue
      const answer = behind(path, all.from.import, name, true, asking)
      if (answer !== undefined && (answer.to.kind !== 'package' || isOnlyStar(exports))) return answer
    }
    return undefined
  }

  const behind = (path: Path, fact: number, name: string, isStar: boolean, asking: Asking): Origin | undefined => {
    const to = targetOf(graph, path, fact)
    if (to === undefined || to.kind === 'unknown' || to.kind === 'unjudged') return undefined
    if (to.kind !== 'file' || name === '*') return { to, via: [path] }
    // What hands nothing on defines what it is asked for by name; behind `export *` it has to be looked at.
    if (!isStar && !names.isBarrel(to.path)) return { to, via: [path] }
    const further = ask(to.path, name, asking)
    // The file exists but what it exports could not be read (a syntax error, CommonJS): it is taken for the definer.
    return further === undefined ? (names.symbols(to.path).exports.length === 0 ? { to, via: [path] } : undefined) : { to: further.to, via: [path, ...further.via] }
  }

  const behindBarrel = (path: Path): readonly Address[] => {
    if (!names.isBarrel(path)) return []
    const found = new Map<string, Address>()
    const barrels = new Set([path])
    for (const barrel of barrels) {
      for (const id of edgesFrom(graph, barrel)) {
        const to = graph.target(id)
        if (to.kind === 'unknown' || to.kind === 'unjudged') continue
        found.set(to.kind === 'file' ? to.path : atom(to), to)
        if (to.kind === 'file' && names.isBarrel(to.path)) barrels.add(to.path)
      }
    }
    return [...found.values()]
  }

  const findAll = (edge: EdgeId): readonly Origin[] => {
    const to = graph.target(edge)
    const fact = graph.edges.fact[edge] ?? -1
    if (to.kind !== 'file' || fact < 0 || !names.isBarrel(to.path)) return []
    const from = graph.files[graph.edges.from[edge] ?? 0] ?? ''
    const wanted = names.imported(from, fact)
    return isReexportOfAll(graph, edge, wanted) ? handedOn(to.path) : eachOnce(wanted.filter((name) => name !== '*').map((name) => origin(to.path, name)))
  }

  const handedOn = (path: Path): readonly Origin[] => {
    const answer = ofFile.get(path) ?? eachOnce([...everyName(path, new Set())].map((name) => origin(path, name)))
    ofFile.set(path, answer)
    return answer
  }

  /** The names that a file exports, those behind its `export *` too, which never hands on the default. */
  const everyName = (path: Path, seen: Set<Path>): Set<string> => {
    const found = new Set<string>()
    if (seen.has(path)) return found
    seen.add(path)
    for (const { name, from } of names.symbols(path).exports) {
      if (name !== '*') { found.add(name); continue }
      const to = from && targetOf(graph, path, from.import)
      if (to?.kind === 'file') for (const further of everyName(to.path, seen)) if (further !== 'default') found.add(further)
    }
    return found
  }

  return {
    origin, handedOn,
    behind(path) {
      const answer = ends.get(path) ?? behindBarrel(path)
      ends.set(path, answer)
      return answer
    },
    origins(edge) {
      const answer = ofEdge.get(edge) ?? findAll(edge)
      ofEdge.set(edge, answer)
      return answer
    },
    move(next, changed) {
      graph = next
      ofEdge.clear()
      for (const path of changed) for (const answers of [known, ends, ofFile]) answers.delete(path)
    },
  }
}

const byName = new WeakMap<SymbolFacts['exports'], ReadonlyMap<string, SymbolFacts['exports'][number]>>()

/** By name, the first of each; an index of many names is asked for all of them. */
function exportsOf(exports: SymbolFacts['exports']): ReadonlyMap<string, SymbolFacts['exports'][number]> {
  const known = byName.get(exports) ?? new Map(exports.toReversed().map((exported) => [exported.name, exported]))
  byName.set(exports, known)
  return known
}

/** Those that are defined elsewhere than in the file that was asked. */
function eachOnce(found: readonly (Origin | undefined)[]): readonly Origin[] {
  const once = new Map<string, Origin>()
  for (const one of found) if (one !== undefined && one.via.length > 0) once.set(JSON.stringify(one.to), one)
  return [...once.values()]
}

/** `export * from` names everything that its target names, where a namespace import names nothing in particular. */
function isReexportOfAll(graph: Graph, edge: EdgeId, wanted: readonly string[]): boolean {
  return wanted.includes('*') && importKinds[graph.edges.kind[edge] ?? 0] === 'reexport'
}

/** A name behind `export * from 'package'` is the package's only where no other `export *` could have it. */
function isOnlyStar(exports: SymbolFacts['exports']): boolean {
  return exports.filter((exported) => exported.name === '*').length === 1
}

function targetOf(graph: Graph, path: Path, fact: number): Address | undefined {
  const file = graph.idOf.get(path)
  // A file's edges stand in the order of its facts, from the first on.
  const id = (graph.edges.first[file ?? 0] ?? 0) + fact
  return file !== undefined && graph.edges.fact[id] === fact ? graph.target(id) : undefined
}
