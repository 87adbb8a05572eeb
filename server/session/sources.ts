import type { AskedMentions, EnvRead, Facts, ImportFact, ModuleState, Source, SymbolFacts } from '../../rules/model/facts.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import type { Path } from '../../rules/model/place.ts'
import { decode, extract, extractEnv, extractImported, extractNameUses, extractMentions, extractState, extractSymbols, extractTypeOnly, isSource, type NameUses } from '../engine/index.ts'
import type { Files } from '../io/files.ts'
import { noMemory, type Memory, type ReadFacts } from './memory.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What has been read of each file, until it changes. */
export interface Sources {
  facts(path: Path): Facts
  symbols(path: Path): SymbolFacts
  /** The names of each import. */
  imported(path: Path): readonly (readonly string[])[]
  /** Whether the names of an import, by index, are used as types only. Costs the file's tree, where the next does not tell. */
  isTypeOnly(path: Path, fact: number): boolean
  looksTypeOnly(path: Path, fact: number): boolean | undefined
  env(path: Path): readonly EnvRead[]
  state(path: Path): readonly ModuleState[]
  /** Remembered for what was asked last: it changes with the configuration alone. */
  mentions(path: Path, asked: AskedMentions): readonly ImportFact[]
  text(path: Path): string | undefined
  /** Offsets at which lines start. */
  lines(path: Path): readonly number[]
  /** These files may say something else now. */
  forget(paths: readonly Path[]): void
  /** The files forgotten since this was asked last, and whether they say something else than what they were asked for before. Their texts and lines may differ all the same. */
  news(): readonly News[]
  forgetAll(): void
}

export interface News {
  readonly path: Path
  /** 'others': what other files ask of it, too, which is what it exports and hands on. */
  readonly of: 'nothing' | 'itself' | 'others'
}

export function sources(files: Files, { time }: Stopwatch, memory: Memory = noMemory): Sources {
  const ask = <V>(path: Path, extractFrom: (source: Source, facts: Facts) => V, otherwise: V): V => {
    if (!isSource(path)) return otherwise
    // Facts first: the bytes of a reading are borrowed until the next one.
    const own = facts(path)
    const reading = files.read(path)
    return reading.kind === 'bytes' ? time('symbols', () => extractFrom({ path, bytes: reading.bytes }, own)) : otherwise
  }
  /** What is remembered longer than for this run, with the facts. */
  const kept = <V>(name: string, extractFrom: (source: Source, facts: Facts) => V, otherwise: V): Question<V> => question((path) => {
    if (!isSource(path)) return otherwise
    facts(path)
    return memory.answer(name, path, () => ask(path, extractFrom, otherwise))
  })
  const readFacts = (path: Path): ReadFacts => {
    const reading = files.read(path)
    if (reading.kind === 'bytes') return { facts: time('lex', () => extract({ path, bytes: reading.bytes })), ...(reading.stamp !== undefined && { stamp: reading.stamp }) }
    return { facts: { path, imports: [], ignores: [], barrel: false, problems: reading.kind === 'problem' ? [reading.problem] : [] } }
  }
  // A style sheet that a source imports is a file of the graph, but says nothing of imports.
  const facts = question((path): Facts => isSource(path) ? memory.facts(path, () => readFacts(path)) : { path, imports: [], ignores: [], barrel: false, problems: [] })
  const symbols = kept<SymbolFacts>('symbols', extractSymbols, { imports: [], exports: [] })
  const imported = kept<readonly (readonly string[])[]>('imported', extractImported, [])
  const uses = kept<NameUses>('uses', extractNameUses, { values: [], typesOnly: [] })
  const typeOnly = kept<readonly number[]>('type-only', (source, own) => [...extractTypeOnly(source, own)], [])
  const env = kept<readonly EnvRead[]>('env', extractEnv, [])
  const state = kept<readonly ModuleState[]>('state', extractState, [])
  let asked: AskedMentions = { kinds: new Set(), calls: [] }
  const mentions = question((path) => ask<readonly ImportFact[]>(path, (source) => extractMentions(source, asked), []))
  const text = (path: Path): string | undefined => {
    const reading = files.read(path)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  const lines = question((path) => lineStarts(text(path) ?? ''))

  const own: readonly Question<unknown>[] = [facts, imported, uses, typeOnly, env, state, mentions]
  const before = new Map<Path, Said>()
  const saidOf = (path: Path): Said => ({ facts: facts.answers.get(path), symbols: symbols.answers.get(path), own: own.map(({ answers }) => answers.get(path)) })
  const newsOf = (path: Path, said: Said): News => {
    if (said.facts !== undefined && !handsOnTheSame(said.facts, said.symbols, facts(path), said.symbols && symbols(path))) return { path, of: 'others' }
    const isItself = own.some((question, i) => said.own[i] !== undefined && !isSame(said.own[i], question(path)))
    return { path, of: isItself ? 'itself' : 'nothing' }
  }

  const looksTypeOnly = (path: Path, fact: number): boolean | undefined => {
    const { values, typesOnly } = uses(path)
    // Where the tree has been read, it costs nothing either.
    return typesOnly.includes(fact) ? true : values.includes(fact) ? false : typeOnly.answers.get(path)?.includes(fact)
  }
  return {
    facts, symbols, imported, env, state, text, lines, looksTypeOnly,
    isTypeOnly: (path, fact) => looksTypeOnly(path, fact) ?? typeOnly(path).includes(fact),
    mentions(path, asking) {
      // A policy that was made anew asks the same, and what is not asked again must not be forgotten: nobody would see that it changed.
      if (!asksTheSame(asking, asked)) mentions.answers.clear()
      asked = asking
      return mentions(path)
    },
    forget(paths) {
      for (const path of paths) {
        // Of several changes in a row the first one takes away what was said last.
        if (!before.has(path)) before.set(path, saidOf(path))
        for (const { answers } of [...own, symbols, lines]) answers.delete(path)
      }
      memory.forget(paths)
    },
    news() {
      const news = [...before].map(([path, said]) => newsOf(path, said))
      before.clear()
      return news
    },
    forgetAll() {
      for (const { answers } of [...own, symbols, lines]) answers.clear()
      before.clear()
      memory.forgetAll()
    },
  }
}

function asksTheSame(one: AskedMentions, other: AskedMentions): boolean {
  return one === other || isSame([[...one.kinds].sort(), [...one.calls].sort()], [[...other.kinds].sort(), [...other.calls].sort()])
}

/** What a file said when it was asked; undefined: it was not. */
interface Said {
  readonly facts: Facts | undefined
  readonly symbols: SymbolFacts | undefined
  readonly own: readonly unknown[]
}

/** What others asked for is asked again at once: what was found in them may stand on it for long. Where nobody asked for names, a barrel may hand on all that it imports. */
function handsOnTheSame(before: Facts, namesBefore: SymbolFacts | undefined, now: Facts, namesNow: SymbolFacts | undefined): boolean {
  if (before.barrel !== now.barrel) return false
  if (namesBefore !== undefined && namesNow !== undefined) return isSame(handedOn(before, namesBefore), handedOn(now, namesNow))
  return !now.barrel || isSame(before.imports.map(({ specifier }) => specifier), now.imports.map(({ specifier }) => specifier))
}

function handedOn({ imports }: Facts, { exports }: SymbolFacts): unknown {
  return exports.map(({ name, from }) => [name, from && [from.name, imports[from.import]?.specifier]])
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Asked of a file once, until it changes. */
interface Question<V> {
  (path: Path): V
  readonly answers: Map<Path, V>
}

function question<V>(find: (path: Path) => V): Question<V> {
  const answers = new Map<Path, V>()
  const ask = (path: Path): V => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const answer = find(path)
    answers.set(path, answer)
    return answer
  }
  return Object.assign(ask, { answers })
}
