// `depRules`: each tag of the importing module has to be let through by one of the keys that match it.
// Source: packages/core/src/lib/checks/is-dependency-allowed.ts of Sheriff 0.19 (checked 2026-11)

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { isSettings, type Settings } from '../reading.ts'
import { anyOf, type Selector } from '../selector.ts'
import { tagWord } from '../tags.ts'
import { short } from './modules.ts'

export interface SaidRules {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  /** Tags in full that stand in them. */
  readonly named: readonly string[]
}

/** A tag, a tag with stars, the importer's own tag, or a function of which nothing is known. */
type Matcher = { readonly kind: 'tag'; readonly tag: string } | { readonly kind: 'same' } | { readonly kind: 'any' } | { readonly kind: 'unknown'; readonly code: string }

interface Rule {
  readonly key: string
  readonly matchers: readonly Matcher[]
}

/** `modules`: the tags of each module there is. */
export function depRulesSaid(depRules: Settings, modules: readonly (readonly string[])[]): SaidRules {
  const rules = Object.entries(depRules).map(([key, value]): Rule => ({ key, matchers: (Array.isArray(value) ? value : [value]).flatMap(matcherOf) }))
  const tags = [...new Set(['root', ...modules.flat()])].sort()
  const [entries, unsaid, named]: [Entry[], Unsaid[], string[]] = [[], [], []]
  for (const { key } of rules) {
    const taken = tags.filter((tag) => isTakenBy(key, tag))
    const isOne = !key.includes('*')
    for (const from of isOne ? [key] : subjectsOf(key, taken, rules, modules)) {
      const fitting = rules.filter((rule) => isTakenBy(rule.key, from) || rule.key === from)
      const matchers = fitting.flatMap((rule) => rule.matchers)
      const unknown = matchers.find((matcher) => matcher.kind === 'unknown')
      const what = `depRules: ${from}`
      if (unknown?.kind === 'unknown') unsaid.push({ what, reason: `a function decides: ${short(unknown.code)}` })
      else if (!matchers.some(({ kind }) => kind === 'any')) {
        const { entry, empty } = entryOf(from, matchers, { rules, tags, what })
        entries.push(entry)
        unsaid.push(...empty.map((tag) => ({ what: `${what}: ${tag}`, reason: 'no module has a tag like this yet' })))
        named.push(...[from, ...matchers.flatMap((matcher) => (matcher.kind === 'tag' ? [matcher.tag] : []))].filter((tag) => !tag.includes('*')).map(tagWord))
      }
    }
    if (!isOne && taken.length === 0) unsaid.push({ what: `depRules: ${key}`, reason: 'no module has a tag like this yet' })
  }
  const bare = tags.filter((tag) => !rules.some(({ key }) => isTakenBy(key, tag)))
  return { entries, unsaid: [...unsaid, ...bare.map((tag) => ({ what: `the tag ${tag}`, reason: 'no key of depRules is about it; Sheriff stops with an error where such a module imports another' }))], named }
}

/** The key itself, or each tag it takes, where more than one of them is on a module, or another key takes only some. */
function subjectsOf(key: string, taken: readonly string[], rules: readonly Rule[], modules: readonly (readonly string[])[]): readonly string[] {
  const own = taken.filter((tag) => !rules.some((rule) => rule.key === tag))
  const rivals = rules.filter((rule) => rule.key !== key && rule.key.includes('*') && own.some((tag) => isTakenBy(rule.key, tag)))
  const isFirst = (tag: string): boolean => rules.find((rule) => isTakenBy(rule.key, tag) && rule.key.includes('*'))?.key === key
  const isCrowded = modules.some((tags) => tags.filter((tag) => isTakenBy(key, tag)).length > 1)
  if (own.length === 0) return taken.length === 0 ? [] : [key]
  return rivals.length === 0 && !isCrowded && !own.some((tag) => tag.includes('/')) ? [key] : own.filter(isFirst)
}

function matcherOf(value: unknown): readonly Matcher[] {
  if (typeof value === 'string') return [value === '*' ? { kind: 'any' } : { kind: 'tag', tag: value }]
  if (!isSettings(value)) return []
  const code = String(value['function'])
  const bare = code.replaceAll(/\s+/g, '')
  if (code === 'sameTag' || /^\(?\(?\{from,to,?\}\)=>(?:from===to|to===from);?\)?$/.test(bare)) return [{ kind: 'same' }]
  if (code === 'anyTag' || /^\(\w*\)=>true$/.test(bare)) return [{ kind: 'any' }]
  return code === 'noDependencies' || /^\(\w*\)=>false$/.test(bare) ? [] : [{ kind: 'unknown', code }]
}

interface Around {
  readonly rules: readonly Rule[]
  readonly tags: readonly string[]
  readonly what: string
}

function entryOf(from: string, matchers: readonly Matcher[], { rules, tags, what }: Around): { readonly entry: Entry; readonly empty: readonly string[] } {
  const captured = matchers.some(({ kind }) => kind === 'same') ? captures(from) : from
  const empty = matchers.flatMap((matcher) => (matcher.kind === 'tag' && matcher.tag.includes('*') && !tags.some((tag) => isTakenBy(matcher.tag, tag)) ? [matcher.tag] : []))
  const allowed = matchers.flatMap((matcher): readonly Selector[] => {
    if (matcher.kind === 'same') return [`tag:${captured}`]
    return matcher.kind !== 'tag' || empty.includes(matcher.tag) ? [] : tagSelectors(matcher.tag, tags)
  })
  const literal = from.includes('*') ? rules.map(({ key }) => key).filter((key) => key !== from && !key.includes('*') && isTakenBy(from, key) && tags.includes(key)) : []
  const subject: Selector = from.includes('*') ? `tag:${captured}` : `tag:${tagWord(captured)}`
  const only = allowed.length === 0 ? [] : anyOf(allowed)
  return { entry: { section: 'rules', what, value: { id: from === '*' ? 'any-tag' : from.replaceAll('*', 'any'), from: (literal.length === 0 ? subject : { any: subject, not: anyOf(literal.map((tag) => `tag:${tagWord(tag)}`)) }) as Yaml, only: only as Yaml } }, empty }
}

/** A star of bulkhead's ends at a slash: where a tag has one, it is named in full. */
function tagSelectors(tag: string, tags: readonly string[]): readonly Selector[] {
  if (!tag.includes('*')) return [`tag:${tagWord(tag)}`]
  const taken = tags.filter((each) => isTakenBy(tag, each))
  return taken.some((each) => each.includes('/')) ? taken.map((each) => `tag:${tagWord(each)}`) : [`tag:${tag}`]
}

function captures(tag: string): string {
  let index = 0
  const stars = tag.split('*').length - 1
  return tag.replaceAll('*', () => `{same${stars === 1 ? '' : ++index}}`)
}

function isTakenBy(pattern: string, tag: string): boolean {
  return new RegExp(`^${pattern.split('*').map((text) => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`).test(tag)
}
