import type { Entry } from './draft.ts'

/** As a word, or word:value, which is what a tag is. */
export function tagWord(tag: string): string {
  const [first = '', ...rest] = tag.trim().split(':')
  const word = (text: string): string => text.replaceAll(/[\s*?{},]+/g, '-')
  const value = word(rest.join(':'))
  return value === '' ? word(first) || 'tag' : `${word(first) || 'tag'}:${value}`
}

/** Tags that rules name and nothing bears: said as that, since what is not declared is a mistake. */
export function unborneTags(named: Iterable<string>, borne: ReadonlySet<string>): readonly Entry[] {
  const missing = [...new Set(named)].filter((tag) => !borne.has(tag)).sort()
  return missing.map((key, index): Entry => ({ section: 'tags', what: 'tags', key, value: [], isSetting: true, ...(index === 0 && { remark: 'Named by rules, and borne by nothing yet.' }) }))
}
