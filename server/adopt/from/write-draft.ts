// A draft → the text of bulkhead.yaml, and where each entry stands in it.

import type { Span } from '../../../rules/model/place.ts'
import { sections, type Draft, type Entry, type Section, type Unsaid } from './draft.ts'
import { flow, item, pair } from './yaml.ts'

export interface WrittenDraft {
  readonly text: string
  readonly places: readonly { readonly entry: Entry; readonly span: Span }[]
}

const lineLength = 140

export function writeDraft({ opening, entries, unsaid }: Draft): WrittenDraft {
  const lines: { readonly line: string; readonly entry?: Entry }[] = opening.map((line) => ({ line: `# ${line}` }))
  for (const section of sections) {
    const own = entries.filter((entry) => entry.section === section)
    const left = unsaid.filter((each) => (each.section ?? 'rules') === section)
    if (own.length === 0 && left.length === 0) continue
    if (section === 'rules' || own.length === 0 || own.some((entry) => !isLone(section, entry))) lines.push({ line: '' })
    const [first] = own
    // What is said of a section as a whole is its first entry's.
    if (first !== undefined && !isLone(section, first)) lines.push({ line: `${section}:`, entry: first })
    for (const entry of own) {
      if (entry.remark !== undefined) lines.push(...comment(entry.remark, isLone(section, entry) ? '' : '  ').map((line) => ({ line })))
      lines.push(...linesOf(section, entry).map((line) => ({ line, entry })))
    }
    lines.push(...left.flatMap(said).map((line) => ({ line })))
  }
  return placed(lines)
}

/** The section is this value. */
function isLone(section: Section, entry: Entry | undefined): boolean {
  return entry?.key === undefined && !['ignore', 'include', 'layers', 'rules', 'cycles', 'exceptions'].includes(section)
}

function linesOf(section: Section, entry: Entry): readonly string[] {
  if (isLone(section, entry)) return pair(section, entry.value, '')
  return entry.key === undefined ? item(entry.value) : pair(entry.key, entry.value)
}

function said({ what, reason, meant }: Unsaid): readonly string[] {
  const meaning = meant === undefined ? [] : linesOf(meant.section, meant).map((line) => `  # ${isLone(meant.section, meant) || meant.key !== undefined ? '  ' : ''}${line}`)
  return [...comment(`Not said: ${what}: ${reason}${meaning.length === 0 ? '' : '. It would read:'}`, '  '), ...meaning]
}

/** Wrapped, so that a long comment of someone else's stays readable; what steers a terminal or ends a text is shown by its number. */
function comment(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.replace(control, (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`).split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && indent.length + last.length + word.length < lineLength) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `${indent}# ${line}`)
}

const control = /[\0-\x08\x0e-\x1f\x7f]/g

function placed(lines: readonly { readonly line: string; readonly entry?: Entry }[]): WrittenDraft {
  let text = ''
  const places: { entry: Entry; span: Span }[] = []
  for (const { line, entry } of lines) {
    const start = text.length
    text += `${line}\n`
    if (entry === undefined) continue
    const last = places.at(-1)
    if (last?.entry === entry) places[places.length - 1] = { entry, span: { start: last.span.start, end: text.length } }
    else places.push({ entry, span: { start, end: text.length } })
  }
  return { text, places }
}

/** What an entry says, in one line. */
export function inOneLine(entry: Entry): string {
  return entry.key === undefined ? flow(entry.value) : `${entry.key}: ${flow(entry.value)}`
}
