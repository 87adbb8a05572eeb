// `boundaries/files` of version 7: categories of files, whatever element they are in, as tags.

import type { Path } from '../../../../rules/model/place.ts'
import type { Unsaid } from '../draft.ts'
import { isSettings, listIn, textIn, textsIn, type Settings } from '../reading.ts'
import { allOf, anyOf, type Selector } from '../selector.ts'
import { exactly } from './conditions.ts'
import { matches } from './glob.ts'

export interface Category {
  readonly category: string
  readonly selector: Selector
  /** No file of the project is of it. */
  readonly isEmpty: boolean
}

export function categoriesIn(settings: Settings, root: string, files: readonly Path[]): { readonly categories: readonly Category[]; readonly unsaid: readonly Unsaid[] } {
  const unsaid: Unsaid[] = []
  const found: { readonly category: string; readonly selector: Selector; readonly isExclusive: boolean; readonly isLast: boolean; readonly isEmpty: boolean }[] = []
  for (const [index, each] of listIn(settings['files']).entries()) {
    if (!isSettings(each)) continue
    const category = textIn(each['category'])
    const base = textIn(each['basePattern'])
    const selectors = textsIn(each['pattern']).map((pattern) => exactly(`path:${root}`, base === undefined ? pattern : `${base}/${pattern}`))
    const what = `boundaries/files[${index}]${category === undefined ? '' : ` (${category})`}`
    if (category === undefined || !/^[\w.-]+$/.test(category)) unsaid.push({ what, reason: 'its category is no word', section: 'tags' })
    else if (selectors.includes(undefined) || selectors.length === 0) unsaid.push({ what, reason: 'its pattern has more than stars and choices', section: 'tags' })
    else found.push({ category, selector: anyOf(selectors.filter((selector) => selector !== undefined)), isExclusive: each['exclusive'] === true, isEmpty: !files.some((path) => textsIn(each['pattern']).some((pattern) => matches(path, [`${root}${base === undefined ? '' : `${base}/`}${pattern}`]) === true)), isLast: base !== undefined || each['exclusive'] === true || each['stopMatching'] === true || settings['files-single-match'] === true })
  }
  const byCategory = new Map<string, Selector[]>()
  for (const [index, { category, selector }] of found.entries()) {
    const others = found.filter((other, at) => (at < index ? other.isLast : at > index && other.isExclusive))
    const own = others.length === 0 ? selector : allOf([selector], others.map((other) => other.selector))
    byCategory.set(category, [...byCategory.get(category) ?? [], own])
  }
  return { categories: [...byCategory].map(([category, selectors]) => ({ category, selector: anyOf(selectors), isEmpty: found.every((each) => each.category !== category || each.isEmpty) })), unsaid }
}
