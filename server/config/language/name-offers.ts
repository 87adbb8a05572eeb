import { isPattern, namedIn, namesIn, type NameSort } from './names.ts'
import { cursor } from './sketch.ts'
import type { Offer } from './offer.ts'
import type { Surroundings } from './surroundings.ts'

/** What may be asked for by its name: as the texts have it now, and as the project stands. */
export function nameOffers(around: Surroundings, sort: NameSort): readonly Offer[] {
  const { project: { policy }, texts } = around
  const named = namedIn(texts, sort)
  const offers = new Map<string, Offer>()
  const add = (name: string, detail?: string): void => {
    if (name !== '' && !offers.has(name) && !name.includes(cursor)) offers.set(name, { kind: sort, label: name, text: name, ...(detail !== undefined && { detail }) })
  }
  for (const { name } of named) if (!isPattern(name)) add(name, sort)
  switch (sort) {
    case 'module':
      for (const { name } of policy.modules) add(name, 'module')
      for (const { name } of named) if (isPattern(name)) add(name.replace(/\{[^{}]*\}/g, '*'), 'modules')
      break
    case 'layer':
      for (const { layers } of policy.stacks) for (const { name } of layers) add(name, 'layer')
      break
    case 'tag':
      for (const { sort: used, name, bears } of namesIn(texts).uses) if (used === 'tag' && bears === true) add(name, 'tag of a module')
      for (const { tags } of policy.modules) for (const tag of tags) add(tag, 'tag of a module')
      add('test', 'test files')
      break
    case 'entry':
      for (const { id } of policy.entries) add(id, 'entry')
      break
  }
  return [...offers.values()]
}
