import type { AskedMentions, EnvRead, Facts, ImportFact, Source, SymbolFacts } from '../../rules/model/facts.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import type { Path } from '../../rules/model/place.ts'
import { decode, extract, extractEnv, extractImported, extractNameUses, extractMentions, extractSymbols, extractTypeOnly, isSource, type NameUses } from '../engine/index.ts'
import type { Files } from '../io/files.ts'
import { noMemory, type Memory } from './memory.ts'
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
  /** Remembered for what was asked last: it changes with the configuration alone. */
  mentions(path: Path, asked: AskedMentions): readonly ImportFact[]
  text(path: Path): string | undefined
  /** Offsets at which lines start. */
  lines(path: Path): readonly number[]
  /** These files may say something else now. */
  forget(paths: readonly Path[]): void
  forgetAll(): void
}

const nothing: SymbolFacts = { imports: [], exports: [] }

export function sources(files: Files, { time }: Stopwatch, memory: Memory = noMemory): Sources {
  const facts = new Map<Path, Facts>()
  const symbols = new Map<Path, SymbolFacts>()
  const imported = new Map<Path, readonly (readonly string[])[]>()
  const uses = new Map<Path, NameUses>()
  const typeOnly = new Map<Path, ReadonlySet<number>>()
  const env = new Map<Path, readonly EnvRead[]>()
  const lines = new Map<Path, readonly number[]>()
  const mentions = new Map<Path, readonly ImportFact[]>()
  let askedLast = ''
  const all = [facts, symbols, imported, uses, typeOnly, env, lines, mentions]

  const factsOf = (path: Path): Facts => {
    // A style sheet that a source imports is a file of the graph, but says nothing of imports.
    if (!isSource(path)) return { path, imports: [], ignores: [], barrel: false, problems: [] }
    return memory.facts(path, () => readFacts(path))
  }
  const readFacts = (path: Path): Facts => {
    const reading = files.read(path)
    if (reading.kind === 'bytes') return time('lex', () => extract({ path, bytes: reading.bytes }))
    return { path, imports: [], ignores: [], barrel: false, problems: reading.kind === 'problem' ? [reading.problem] : [] }
  }
  /** Of what takes a parser the answers are remembered longer than for this run. */
  const askOnce = <V>(question: string, path: Path, extractFrom: (source: Source, facts: Facts) => V, otherwise: V): V => {
    if (!isSource(path)) return otherwise
    remembered(facts, path, factsOf)
    return memory.answer(question, path, () => ask(path, extractFrom, otherwise))
  }
  const ask = <V>(path: Path, extractFrom: (source: Source, facts: Facts) => V, otherwise: V): V => {
    if (!isSource(path)) return otherwise
    // Facts first: the bytes of a reading are borrowed until the next one.
    const own = remembered(facts, path, factsOf)
    const reading = files.read(path)
    return reading.kind === 'bytes' ? time('symbols', () => extractFrom({ path, bytes: reading.bytes }, own)) : otherwise
  }
  const looksTypeOnly = (path: Path, fact: number): boolean | undefined => {
    const { values, typesOnly } = remembered(uses, path, () => askOnce('uses', path, extractNameUses, { values: [], typesOnly: [] }))
    return typesOnly.includes(fact) ? true : values.includes(fact) ? false : undefined
  }
  const text = (path: Path): string | undefined => {
    const reading = files.read(path)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  return {
    facts: (path) => remembered(facts, path, factsOf),
    symbols: (path) => remembered(symbols, path, () => askOnce<ReturnType<Sources['symbols']>>('symbols', path, extractSymbols, nothing)),
    imported: (path) => remembered(imported, path, () => askOnce<ReturnType<Sources['imported']>>('imported', path, extractImported, [])),
    looksTypeOnly,
    isTypeOnly: (path, fact) => looksTypeOnly(path, fact) ?? remembered(typeOnly, path, () => new Set(askOnce<readonly number[]>('type-only', path, (source, own) => [...extractTypeOnly(source, own)], []))).has(fact),
    env: (path) => remembered(env, path, () => askOnce<ReturnType<Sources['env']>>('env', path, extractEnv, [])),
    mentions(path, asked) {
      const asking = [...asked.kinds, ...asked.calls].join()
      if (asking !== askedLast) mentions.clear()
      askedLast = asking
      return remembered(mentions, path, () => ask<ReturnType<Sources['mentions']>>(path, (source) => extractMentions(source, asked), []))
    },
    text,
    lines: (path) => remembered(lines, path, () => lineStarts(text(path) ?? '')),
    forget: (paths) => {
      for (const path of paths) for (const map of all) map.delete(path)
      memory.forget(paths)
    },
    forgetAll: () => {
      for (const map of all) map.clear()
      memory.forgetAll()
    },
  }
}

function remembered<V>(answers: Map<Path, V>, path: Path, find: (path: Path) => V): V {
  const known = answers.get(path)
  if (known !== undefined) return known
  const answer = find(path)
  answers.set(path, answer)
  return answer
}
