// Elements on their way to modules: each descriptor is a module for each folder, or file, that it finds.

import type { Entry } from '../draft.ts'
import type { Descriptor } from './descriptors.ts'
import { written, type Part } from './glob.ts'

export interface ModuleDraft {
  /** More than one where they find the same elements. */
  readonly of: readonly Descriptor[]
  /** Elements of one name lie at several places: the way there is part of the name. */
  readonly namesPlace: boolean
  /** Stars without a name tell elements apart. */
  readonly namesStars: boolean
  /** What stands before its patterns where they lie in others', which would be taken for the more specific. */
  readonly within: readonly string[]
  /** Captured by descriptors whose patterns are not written here, and the same for all. */
  readonly constants: Readonly<Record<string, string>>
}

/** Descriptors with the same patterns say more of the same elements. */
export function draftsOf(descriptors: readonly Descriptor[], { isSingle }: { readonly isSingle: boolean }): readonly ModuleDraft[] {
  const drafts = new Map<string, Descriptor[]>()
  for (const descriptor of descriptors.flatMap((each) => [each, ...(each.unbased === undefined ? [] : [each.unbased])])) {
    const { patterns, mode, startsAtRoot, base } = descriptor
    const key = JSON.stringify([patterns, mode, startsAtRoot, base])
    const others = drafts.get(key)
    if (others === undefined) drafts.set(key, [descriptor])
    else if (!isSingle && !others.some(({ isExclusive, stops }) => isExclusive || stops)) drafts.set(key, descriptor.isExclusive ? [descriptor] : [...others, descriptor])
  }
  return [...drafts.values()].map((of) => ({ of, namesPlace: false, namesStars: false, within: [], constants: {} }))
}

export function typesOf({ of }: Pick<ModuleDraft, 'of'>): readonly string[] {
  return [...new Set(of.flatMap(({ type }) => type ?? []))]
}

export function categoryTag(category: string): string {
  return `element-category-${category}`
}

/** What all of its elements capture. */
export function capturedBy(draft: ModuleDraft): readonly string[] {
  return [...new Set([...namesIn(draft), ...Object.keys(draft.constants)])]
}

function namesIn({ of }: Pick<ModuleDraft, 'of'>): readonly string[] {
  return [...new Set(of.flatMap(({ baseCapture, capture, base, patterns }) => [...(base === undefined ? [] : baseCapture), ...capture.slice(0, Math.max(...patterns.map((parts) => stars(parts))))]))]
}

function stars(parts: readonly Part[]): number {
  return parts.filter(({ kind }) => kind !== 'text' && kind !== 'char').length
}

export interface DraftedModule {
  readonly name: string
  readonly files: readonly string[]
  readonly tags: readonly string[]
}

/** None where its patterns capture different things, which a module's name cannot. */
export function modulesOf(draft: ModuleDraft): readonly DraftedModule[] {
  const [first] = draft.of
  const forms = globsOf(draft)
  const [form] = forms
  if (first === undefined || form === undefined || forms.some(({ captures }) => String([...captures].sort()) !== String([...form.captures].sort()))) return []
  const tags = [...typesOf(draft), ...draft.of.flatMap(({ category }) => (category === undefined ? [] : categoryTag(category))), ...Object.entries(draft.constants).map(([key, value]) => `${key}:${value}`)]
  const named = (captures: readonly string[]): string => [first.type ?? first.category ?? '', ...captures.map((capture) => `{${capture}}`)].join('/')
  // Where the way there is part of the name, so is what lies around.
  const isPlaced = draft.namesPlace && !isWholeIn(draft)
  const inner = isPlaced ? [] : draft.within.flatMap((before) => forms.map((each) => `${before}/${each.inner}`))
  const around = !isPlaced ? [] : draft.within.map((glob): DraftedModule => {
    let count = 0
    const before = glob.replace(/^\*\*\//, '{place:**}/').replaceAll(/(?<=\/|^)\*(?=\/|$)/g, () => `{in${++count}}`)
    const captures = [...(before.startsWith('{place') ? ['place'] : []), ...Array.from({ length: count }, (_each, index) => `in${index + 1}`), ...form.captures.filter((name) => name !== 'place')]
    return { name: named(captures), files: forms.map((each) => (before === '' ? each.inner : `${before}/${each.inner}`)), tags }
  })
  return [{ name: named(form.captures), files: [...new Set([...forms.map(({ glob }) => glob), ...inner])], tags }, ...around]
}

/** Its patterns start at the root. */
function isWholeIn({ of: [first] }: Pick<ModuleDraft, 'of'>): boolean {
  return first !== undefined && (first.startsAtRoot || first.mode === 'full')
}

interface Form {
  readonly glob: string
  /** Without what stands before it. */
  readonly inner: string
  readonly captures: readonly string[]
}

function globsOf(draft: ModuleDraft): readonly Form[] {
  const [first] = draft.of
  if (first === undefined) return []
  const { patterns, capture, base, baseCapture } = first
  return patterns.map((parts): Form => {
    const captures: string[] = []
    const named = (names: readonly string[], own: readonly Part[], unnamed: string) => (index: number): string | undefined => {
      const name = names[index] ?? (draft.namesStars || tellsApart(own, index) ? `${unnamed}${index + 1}` : undefined)
      if (name === undefined || captures.includes(name)) return undefined
      captures.push(name)
      return name
    }
    const isWhole = isWholeIn(draft)
    const place = isWhole ? '' : draft.namesPlace ? '{place:**}/' : '**/'
    if (draft.namesPlace && !isWhole) captures.push('place')
    const outer = base === undefined ? '' : `${written(base, named(baseCapture.map((name) => (capture.includes(name) ? '' : name)), base, 'base'))}/`
    const inner = written(parts, named(capture, parts, 'part'))
    return { glob: `${outer}${place}${inner}`.replace(/^\*\*\/\*\*\//, '**/'), inner, captures: captures.filter((name) => name !== '') }
  })
}

/** A star or a choice that is a whole segment. */
function tellsApart(parts: readonly Part[], index: number): boolean {
  const at = parts.findIndex((part, place) => part.kind !== 'text' && part.kind !== 'char' && stars(parts.slice(0, place)) === index)
  const [part, before, after] = [parts[at], parts[at - 1], parts[at + 1]]
  const isAlone = (before === undefined || (before.kind === 'text' && before.text.endsWith('/'))) && (after === undefined || (after.kind === 'text' && after.text.startsWith('/')))
  return isAlone && (part?.kind === 'star' || part?.kind === 'choice')
}

/** Its patterns with no name for anything. */
export function plainGlobs({ of }: Pick<ModuleDraft, 'of'>): readonly string[] {
  return of.slice(0, 1).flatMap(({ patterns, base, startsAtRoot, mode }) => patterns.map((parts) => `${base === undefined ? '' : `${written(base, () => undefined)}/`}${startsAtRoot || mode === 'full' ? '' : '**/'}${written(parts, () => undefined)}`.replace(/^\*\*\/\*\*\//, '**/')))
}

/** What may stand before the patterns of a draft where another's end there, or on the way to it: `components/*` and `atoms/*` share a folder. */
export function beforeIn(inner: ModuleDraft, outer: ModuleDraft): readonly { readonly before: string; readonly whole: string }[] {
  const first = inner.of[0]
  if (first === undefined || isWholeIn(inner)) return []
  const outerGlobs = plainGlobs(outer)
  const further = outer.within.flatMap((before) => outerGlobs.map((glob) => `${before}/${glob.replace(/^\*\*\//, '')}`))
  return [...further, ...outerGlobs].flatMap((glob) => first.patterns.flatMap((parts) => {
    const own = written(parts, () => undefined)
    const [outers, inners] = [glob.split('/'), own.split('/')]
    const shared = Array.from({ length: Math.min(outers.length - 1, inners.length) }, (_each, index) => index + 1).filter((count) => inners.slice(0, count).every((segment, at) => {
      const other = outers[outers.length - count + at]
      return segment === other || other === '*'
    }))
    return [...shared.map((count) => outers.slice(0, -count).join('/')), `${glob}/**`].map((before) => ({ before, whole: `${before}/${own}${first.mode === 'folder' ? '/**' : ''}` }))
  }))
}

/** Of each draft. */
export function entriesOf(drafts: readonly ModuleDraft[], extraTags: (draft: number) => readonly string[] = () => []): readonly (readonly Entry[])[] {
  const used = new Map<string, number>()
  return drafts.map((draft, index) => modulesOf(draft).map((module): Entry => {
    const times = (used.get(module.name) ?? 0) + 1
    used.set(module.name, times)
    const tags = [...module.tags, ...extraTags(index)]
    const key = times === 1 ? module.name : module.name.replace(/^[^/]*/, (type) => `${type}-${times}`)
    return { section: 'modules', what: draft.of.map(({ what }) => what).join(', '), key, value: { files: module.files.length === 1 ? module.files[0] ?? [] : module.files, tags: tags.length === 1 ? tags[0] ?? [] : tags }, isSetting: true }
  }))
}
