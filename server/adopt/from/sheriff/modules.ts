// Sheriff's modules as bulkhead's: a line for each pattern where a line says it, and one for each folder where it does not.

import type { Path } from '../../../../rules/model/place.ts'
import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { tagWord } from '../tags.ts'
import type { FoundModule, FoundModules } from './found-modules.ts'
import type { Patterns, SheriffPattern } from './patterns.ts'

export interface SaidModules {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
}

interface Line {
  readonly name: string
  readonly glob: string
  /** Those that are not made by its captures. */
  readonly tags: readonly string[]
}

export function modulesSaid({ modules, bare }: FoundModules, patterns: Patterns, { barrel, mayLackBarrel }: { readonly barrel: string; readonly mayLackBarrel: boolean }): SaidModules {
  const unsaid: Unsaid[] = []
  const lines = new Map<SheriffPattern, Line>()
  for (const pattern of patterns.all) {
    const line = lineOf(pattern)
    if (line !== undefined) lines.set(pattern, line)
    if (line === undefined && pattern.tags !== undefined && !modules.some((each) => each.pattern === pattern)) unsaid.push({ what: `modules: ${pattern.written}`, reason: 'no line says it in general, and no folder of this project is taken by it', section: 'modules' })
    if (pattern.tags === undefined) unsaid.push({ what: `modules: ${pattern.written}`, reason: `its tags are what a function says, and what that does was not to be seen from outside: ${short(pattern.code ?? '')}`, section: 'modules' })
  }
  const others = [...lines.values()]
  const isTaken = (folder: Path, pattern: SheriffPattern): boolean => {
    const line = lines.get(pattern)
    return line !== undefined && takes(line.glob, folder) && !others.some((other) => other !== line && takes(other.glob, folder) && isBefore(other.glob, line.glob))
  }
  // Where some of a pattern's folders have a barrel and some have none, the fewer are said one by one.
  const entries = patterns.all.flatMap((pattern): readonly Entry[] => {
    const line = lines.get(pattern)
    const own = modules.filter((each) => each.pattern === pattern)
    const isOpen = own.length === 0 ? mayLackBarrel : own.filter(({ hasBarrel }) => hasBarrel).length * 2 < own.length
    const alone = own.filter((each) => !isTaken(each.folder, pattern) || each.hasBarrel === isOpen)
    const whole = line === undefined || own.length === alone.length && own.length > 0 ? [] : [entryOf(line.name, line.glob, line.tags, { barrel: isOpen ? undefined : barrel, what: `modules: ${pattern.written}`, isOptional: own.length === 0 })]
    return [...whole, ...alone.map((each) => folderEntry(each, barrel))]
  })
  const untagged = modules.filter((each) => each.pattern === undefined).map((each, index) => (index === 0 ? { ...folderEntry(each, barrel), remark: 'Folders with a barrel that no pattern takes.' } : folderEntry(each, barrel)))
  return { entries: [...withOwn(bare.map(({ folder }) => folder), [...entries, ...untagged], modules)], unsaid }
}

/** Folders that are none of the modules that a line would make of them belong to the module above, or to the root. */
function withOwn(bare: readonly Path[], entries: readonly Entry[], modules: readonly FoundModule[]): readonly Entry[] {
  const above = (folder: Path): Path | undefined => modules.filter((each) => folder.startsWith(`${each.folder}/`)).map((each) => each.folder).sort((a, b) => b.length - a.length)[0]
  const given = entries.map((entry): Entry => {
    const files = typeof entry.value === 'object' && 'files' in entry.value ? entry.value['files'] : undefined
    const own = bare.filter((folder) => typeof files === 'string' && above(folder) === files)
    return own.length === 0 ? entry : { ...entry, value: { ...entry.value as { readonly [key: string]: Yaml }, files: [files as string, ...own] } }
  })
  const ofRoot = bare.filter((folder) => above(folder) === undefined)
  return [...given, { section: 'modules', what: 'root', key: '.', value: { files: ofRoot.length === 0 ? '**' : ['**', ...ofRoot], tags: 'root', optional: true }, isSetting: true, remark: 'Whatever is in no other module is the root.' }]
}

function folderEntry({ folder, hasBarrel, tags, pattern }: FoundModule, barrel: string): Entry {
  return entryOf(folder, folder, tags, { barrel: hasBarrel ? barrel : undefined, what: pattern === undefined ? folder : `modules: ${pattern.written}`, isOptional: false })
}

function entryOf(name: string, glob: string, tags: readonly string[], { barrel, what, isOptional }: { readonly barrel: string | undefined; readonly what: string; readonly isOptional: boolean }): Entry {
  const words = [...new Set(tags.map(tagWord))]
  return { section: 'modules', what, key: name, isSetting: true, value: { files: glob, ...(words.length > 0 && { tags: words.length === 1 ? words[0] ?? '' : words }), ...(barrel !== undefined && { api: [barrel] }), ...(isOptional && { optional: true }) } }
}

/** A capture makes the tag `name:value`: so each placeholder is called what its tag begins with, and has one tag. */
function lineOf({ written, tags, isExpression }: SheriffPattern): Line | undefined {
  const path = written.replace(/^\.?\//, '').replace(/\/$/, '')
  if (tags === undefined || isExpression || /[*{}?]/.test(path)) return undefined
  const called = new Map<string, string>()
  const plain: string[] = []
  for (const tag of tags) {
    const [, word, placeholder] = /^([A-Za-z]\w*):<([a-zA-Z-_]+)>$/.exec(tag) ?? []
    if (!tag.includes('<')) plain.push(tag)
    else if (word === undefined || placeholder === undefined || called.has(placeholder) || word === 'layer') return undefined
    else called.set(placeholder, word)
  }
  const names = [...path.matchAll(/<([a-zA-Z-_]+)>/g)].map(([, name]) => called.get(name ?? '') ?? `part-${name}`)
  if (new Set(names).size !== names.length) return undefined
  let index = 0
  const glob = path.replaceAll(/<[a-zA-Z-_]+>/g, () => `{${names[index++] ?? ''}}`)
  return { name: glob, glob, tags: plain }
}

function takes(glob: string, folder: Path): boolean {
  return new RegExp(`^${glob.split(/\{[^}]*\}/).map((text) => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')).join('[^/]+')}$`).test(folder)
}

/** Whether the first is more specific, as bulkhead compares: literal before mixed before a lone capture, from the left. */
function isBefore(first: string, second: string): boolean {
  const rank = (segment: string): number => (!segment.includes('{') ? 0 : /^\{[^}]*\}$/.test(segment) ? 2 : 1)
  const [a, b] = [first.split('/').map(rank), second.split('/').map(rank)]
  for (const [index, each] of a.entries()) if (each !== b[index]) return each < (b[index] ?? 3)
  return false
}

export function short(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 77)}…` : line
}
