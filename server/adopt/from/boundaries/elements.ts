// `boundaries/elements`: each descriptor is a module for each folder, or file, that it finds; its type is a tag of these.
// Source: packages/website/docs/classification/elements.md of eslint-plugin-boundaries (checked 2026-11)

import type { Entry, Unsaid } from '../draft.ts'
import { isSettings, listIn, textIn, textsIn, type Settings } from '../reading.ts'

export interface Elements {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  readonly types: readonly string[]
}

export function elementsOf(descriptors: unknown): Elements {
  const [entries, unsaid]: [Entry[], Unsaid[]] = [[], []]
  const used = new Map<string, number>()
  for (const [index, descriptor] of listIn(descriptors).entries()) {
    if (!isSettings(descriptor)) continue
    const type = textIn(descriptor['type']) ?? textIn(descriptor['category'])
    const patterns = textsIn(descriptor['pattern'])
    const what = `boundaries/elements[${index}]${type === undefined ? '' : ` (${type})`}`
    const files = patterns.map((pattern) => filesOf(pattern, descriptor))
    const captures = files[0]?.captures ?? []
    if (type === undefined || !/^[\w.-]+$/.test(type)) unsaid.push({ what, reason: 'a module needs a name, and its type is none', section: 'modules' })
    else if (files.some((each) => each === undefined || String(each.captures) !== String(captures))) unsaid.push({ what, reason: 'its pattern has more than stars and braces, or its patterns capture different things', section: 'modules' })
    else {
      const times = (used.get(type) ?? 0) + 1
      used.set(type, times)
      const name = [times === 1 ? type : `${type}-${times}`, ...captures.map((capture) => `{${capture}}`)].join('/')
      const globs = files.flatMap((each) => each?.glob ?? [])
      entries.push({ section: 'modules', what, key: name, value: { files: globs.length === 1 ? globs[0] ?? [] : globs, tags: type }, isSetting: true })
    }
  }
  return { entries, unsaid, types: [...used.keys()] }
}

interface Files {
  readonly glob: string
  readonly captures: readonly string[]
}

/** Patterns are found anywhere on a path, unless they say that they start at the root. */
function filesOf(pattern: string, descriptor: Settings): Files | undefined {
  const isWhole = descriptor['mode'] === 'full' || descriptor['partialMatch'] === false
  const base = textIn(descriptor['basePattern'])
  const inner = captured(pattern, textsIn(descriptor['capture']), 'part')
  const outer = base === undefined ? { glob: '', captures: [] } : captured(base, textsIn(descriptor['baseCapture']), 'base')
  if (inner === undefined || outer === undefined) return undefined
  const before = isWhole ? '' : base === undefined ? '**/' : `${outer.glob}/**/`
  return { glob: `${before}${inner.glob}`.replace(/^\*\*\/\*\*\//, '**/'), captures: [...new Set([...outer.captures, ...inner.captures])] }
}

/** The stars of a pattern, named in their order. One without a name still tells one element from another. */
function captured(pattern: string, names: readonly string[], unnamed: string): Files | undefined {
  if (/[()[\]!+@]/.test(pattern.replaceAll(/@[\w-]+\//g, ''))) return undefined
  const captures: string[] = []
  let star = 0
  const glob = pattern.replace(/^\.?\//, '').replaceAll(/\*\*?/g, (stars, at: number) => {
    const given = names[star++]
    const isLone = /^(?:\/|$)/.test(pattern[at - 1] ?? '/') && /^(?:\/|$)/.test(pattern[at + stars.length] ?? '/')
    if (given === undefined && (stars === '**' || !isLone)) return stars
    const name = given ?? `${unnamed}${star}`
    captures.push(name)
    return stars === '**' ? `{${name}:**}` : `{${name}}`
  })
  return captures.every((name) => /^[A-Za-z][\w-]*$/.test(name)) ? { glob, captures } : undefined
}
