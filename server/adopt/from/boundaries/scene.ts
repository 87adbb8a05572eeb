// What all rules of one configuration speak of.

import type { Path } from '../../../../rules/model/place.ts'
import type { Yaml } from '../draft.ts'
import { allOf, anyOf, isNothing, type Selector } from '../selector.ts'
import type { Describe } from './described.ts'
import type { ModuleDraft } from './drafts.ts'
import { anyElement } from './groups.ts'
import type { Known } from './ways.ts'

export interface Scene extends Known {
  readonly version: 5 | 6 | 7
  readonly drafts: readonly ModuleDraft[]
  readonly describe: Describe
  readonly files: readonly Path[]
  /** Kinds of imports that the plugin looks at. */
  readonly kinds: readonly string[]
  /** What the plugin ignores and bulkhead does not: the tag of these files. */
  readonly ignored: Selector
  readonly hasLegacyTemplates: boolean
}

/** Files of which the plugin knows something: it judges what they import, and who imports them. */
export function knownFiles({ categories }: Known): Selector {
  return anyOf([anyElement, ...categories.map(({ category }) => `tag:category-${category}`)])
}

/** For whom a rule stands: of each file that it judges. */
export interface Judged {
  /** The rule's name. */
  readonly name: string
  readonly level: 'error' | 'warning'
  /** Only files that ESLint gives to this rule. */
  readonly region: Selector
  readonly message: string | undefined
}

export function subjectOf(scene: Scene, judged: Judged, from: Selector): Yaml {
  const must = judged.region === '*' ? [from] : [from, judged.region]
  return allOf(must, isNothing(scene.ignored) ? [] : [scene.ignored]) as Yaml
}

/** What a prohibition is about: nothing that the plugin ignores. */
export function withoutIgnored({ ignored }: Scene, selector: Selector): Yaml {
  return (isNothing(ignored) ? selector : allOf([selector], [ignored])) as Yaml
}

/** Said of an entry beside its verb. A message with values of the plugin in it is no reason that bulkhead could give. */
export function ending({ level, message }: Judged): { readonly severity?: Yaml; readonly why?: Yaml } {
  return { ...(level !== 'error' && { severity: level }), ...(message !== undefined && !hasValues(message) && { why: message }) }
}

export function remarkOf({ message }: Judged): { readonly remark?: string } {
  return message !== undefined && hasValues(message) ? { remark: `Its message was: ${message}` } : {}
}

function hasValues(message: string): boolean {
  return /\$\{|\{\{/.test(message)
}
