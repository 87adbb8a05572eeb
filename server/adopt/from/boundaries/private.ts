// `no-private`: an element in another one is for that one and its other elements. Said for the nestings that the project has.

import type { Entry, Yaml } from '../draft.ts'
import { allOf, anyOf, type Selector } from '../selector.ts'
import type { Descriptor } from './descriptors.ts'
import { categoryTag } from './drafts.ts'
import { written, type Part } from './glob.ts'
import { ending, knownFiles, subjectOf, withoutIgnored, type Judged, type Scene } from './scene.ts'
import type { Said } from './verdicts.ts'

export function privateOf(scene: Scene, judged: Judged, allowsUncles: boolean): Said {
  const described = scene.files.flatMap((path) => scene.describe(path) ?? [])
  const nestings = new Map<string, { readonly outer: Descriptor; readonly inner: Descriptor; isAtRoot: boolean; isBelow: boolean }>()
  for (const { of: [inner], parents: [parent] } of described) {
    const outer = parent?.of[0]
    if (inner === undefined || outer === undefined || parent === undefined) continue
    const key = `${outer.what} ${inner.what}`
    const known = nestings.get(key) ?? { outer, inner, isAtRoot: false, isBelow: false }
    const isAtRoot = parent.path.split('/').length <= outer.patterns.reduce((most, parts) => Math.max(most, written(parts, () => undefined).split('/').length), 0)
    nestings.set(key, { ...known, isAtRoot: known.isAtRoot || isAtRoot, isBelow: known.isBelow || !isAtRoot })
  }
  const all = [...nestings.values()]
  const entries = all.flatMap(({ outer, inner, isAtRoot, isBelow }) => [...(isBelow ? ['{place:**}/'] : []), ...(isAtRoot ? [''] : [])].flatMap((place) => outerGlobs(outer, place).map((glob): Entry => {
    const deeper = all.filter((nesting) => !allowsUncles && all.some((each) => each.outer === outer && each.inner === nesting.outer))
    const within = anyOf(deeper.flatMap((nesting) => insideOf(glob, nesting.outer).flatMap((each) => insideOf(each, nesting.inner))).map((each) => `path:${each}`))
    const near = anyOf([outer, ...all.filter((each) => each.outer === outer || (allowsUncles && all.some((other) => other.outer === outer && other.inner === each.outer))).map((each) => each.inner)].map(tagOf))
    const importers: Selector = allOf([`path:${glob}`, near], deeper.length === 0 ? [] : [within])
    const subject = anyOf(insideOf(glob, inner).map((each) => `path:${each}`))
    const nearest = anyOf(all.filter((each) => each.outer === outer).flatMap((each) => insideOf(glob, each.inner).flatMap((path) => all.filter((deep) => deep.outer === each.inner && deep.inner === inner).flatMap((deep) => insideOf(path, deep.inner)))).map((path) => `path:${path}`))
    const own = allOf([tagOf(inner), subject], Array.isArray(nearest) && nearest.length === 0 ? [] : [nearest])
    return {
      section: 'rules', what: `boundaries/${judged.name}`,
      value: { id: `${judged.name}/${String(inner.type)}-in-${String(outer.type)}`, to: withoutIgnored(scene, own), forbid: subjectOf(scene, judged, allOf([knownFiles(scene)], [importers])) as Yaml, ...ending(judged) },
    }
  })))
  const [first, ...others] = entries
  if (first === undefined) return { entries, unsaid: [{ what: `boundaries/${judged.name}`, reason: 'no element lies in another here, so nothing can be said of those that do' }] }
  return { entries: [{ ...first, remark: 'One for each sort of elements that lie in another here; the plugin asks it of all.' }, ...others], unsaid: [] }
}

function tagOf({ type, category }: Descriptor): Selector {
  return type === undefined ? `tag:${categoryTag(category ?? '')}` : `tag:${type}`
}

/** With a name for every star, so that both sides mean one element. */
function outerGlobs({ patterns, base, startsAtRoot, mode }: Descriptor, place: string): readonly string[] {
  const name = (before: string) => (index: number): string => `${before}${index + 1}`
  const way = startsAtRoot || mode === 'full' ? '' : place
  return patterns.map((parts: readonly Part[]) => `${base === undefined ? '' : `${written(base, name('base'))}/`}${way}${written(parts, name('part'))}`)
}

function insideOf(glob: string, inner: Descriptor): readonly string[] {
  return inner.patterns.map((parts) => `${glob}/**/${written(parts, () => undefined)}${inner.mode === 'folder' ? '/**' : ''}`)
}
