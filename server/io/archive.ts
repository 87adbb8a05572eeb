// What was read of a project's files, kept between runs: one file below node_modules/.cache/bulkhead, written whole beside the old one and
// then renamed over it, with a checksum at its start. So a kill, a full disk, flipped bits or another run at the same time leave an old one,
// a new one or none, and never a wrong one.

import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import zlib from 'node:zlib'
import { importKinds, type Facts, type ImportFact } from '../../rules/model/facts.ts'
import type { Path } from '../../rules/model/place.ts'
import { codeOf } from './error-code.ts'
import { statOf } from './stat-of.ts'

/** `answers` by question; they are what JSON can say. */
export interface KeptFile {
  readonly stamp: string
  readonly facts: Facts
  readonly answers: Readonly<Record<string, unknown>>
}

export interface Archive {
  readonly size: number
  get(path: Path): KeptFile | undefined
}

/** `build` tells one state of bulkhead's own code from all others: what another one kept is none of ours. Empty where there is nothing. */
export function readArchive(root: string, build: string): Archive {
  const pages = canCheck ? readPages(join(root, ...folder, name), build) : undefined
  if (pages === undefined) return emptyArchive
  const placeOf = new Map<Path, number>()
  for (let at = 0; at < pages.numbers.length; at += head + (pages.numbers[at + 3] ?? 0) * width) placeOf.set(pages.texts[pages.numbers[at] ?? 0] ?? '', at)
  return {
    size: placeOf.size,
    get(path) {
      const at = placeOf.get(path)
      return at === undefined ? undefined : fileAt(pages, at, path)
    },
  }
}

export const emptyArchive: Archive = { size: 0, get: () => undefined }

/** Nothing is written, and nothing said, where it cannot be: it is kept for speed alone. */
export function writeArchive(root: string, build: string, files: ReadonlyMap<Path, KeptFile>): void {
  // A project without packages gets no such folder from us.
  if (!canCheck || statOf(join(root, 'node_modules'))?.isDirectory() !== true) return
  const at = join(root, ...folder)
  const beside = join(at, `${name}.${process.pid}`)
  try {
    mkdirSync(at, { recursive: true })
    // A link may lead out of the project.
    if (realpathSync(at) !== join(realpathSync(root), ...folder)) return
    const text = JSON.stringify(pagesOf(build, files))
    writeFileSync(beside, `${checksum(text)}\n${text}`)
    renameSync(beside, join(at, name))
    removeOrphans(at)
  } catch (error) {
    codeOf(error)
    if (existsSync(beside)) rmSync(beside)
  }
}

const folder = ['node_modules', '.cache', 'bulkhead']
const name = 'facts'

interface Pages {
  readonly build: string
  readonly texts: readonly string[]
  /** For each file: path, stamp, 1 for a barrel, how many imports, and for each of those specifier, kind and four offsets. */
  readonly numbers: readonly number[]
  /** What few files have, by path. */
  readonly extras: Readonly<Record<Path, Extra>>
}

type Extra = Partial<Pick<Facts, 'ignores' | 'problems'> & Pick<KeptFile, 'answers'>>

const head = 4
const width = 6

function pagesOf(build: string, files: ReadonlyMap<Path, KeptFile>): Pages {
  const ids = new Map<string, number>()
  const idOf = (text: string): number => {
    const id = ids.get(text) ?? ids.size
    if (id === ids.size) ids.set(text, id)
    return id
  }
  const numbers: number[] = []
  const extras: Record<Path, Extra> = {}
  for (const [path, { stamp, facts: { imports, ignores, problems, barrel }, answers }] of files) {
    numbers.push(idOf(path), idOf(stamp), barrel ? 1 : 0, imports.length)
    for (const { specifier, kind, span, statement } of imports) numbers.push(idOf(specifier), importKinds.indexOf(kind), span.start, span.end, statement.start, statement.end)
    const extra = { ...ignores.length > 0 && { ignores }, ...problems.length > 0 && { problems }, ...Object.keys(answers).length > 0 && { answers } }
    if (Object.keys(extra).length > 0) extras[path] = extra
  }
  return { build, texts: [...ids.keys()], numbers, extras }
}

function fileAt({ texts, numbers, extras }: Pages, at: number, path: Path): KeptFile {
  const number = (offset: number): number => numbers[at + offset] ?? 0
  const imports = Array.from({ length: number(3) }, (_, i): ImportFact => {
    const first = head + i * width
    return {
      specifier: texts[number(first)] ?? '', kind: importKinds[number(first + 1)] ?? 'value',
      span: { start: number(first + 2), end: number(first + 3) }, statement: { start: number(first + 4), end: number(first + 5) },
    }
  })
  const { ignores = [], problems = [], answers = {} } = Object.hasOwn(extras, path) ? extras[path] ?? {} : {}
  return { stamp: texts[number(1)] ?? '', facts: { path, imports, ignores, barrel: number(2) === 1, problems }, answers }
}

function readPages(path: string, build: string): Pages | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const start = text.indexOf('\n') + 1
    const body = text.slice(start)
    if (checksum(body) !== text.slice(0, start - 1)) return undefined
    const pages = JSON.parse(body) as Pages
    return pages.build === build ? pages : undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) codeOf(error)
    return undefined
  }
}

/** Tells flipped bits and half a file. SHA-1 would, too, but node:crypto takes 8 ms to load. */
function checksum(text: string): string {
  return zlib.crc32(text).toString(16)
}

/** Node has it from 20.15 and 22.2 on. What cannot be checked is not kept. */
const canCheck = 'crc32' in zlib

/** What a run began to write before it was killed. */
function removeOrphans(at: string): void {
  for (const entry of readdirSync(at)) {
    const path = join(at, entry)
    if (entry.startsWith(`${name}.`) && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > 60_000) rmSync(path, { force: true })
  }
}
