// `checkInternals`: what files of one element import of one another is judged, too. Bulkhead judges that where both sides name files.

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { allOf, anyOf, isNothing, type Selector } from '../selector.ts'
import { cellsOf } from './cells.ts'
import { modulesOf, plainGlobs, typesOf, type DraftedModule, type ModuleDraft } from './drafts.ts'
import { folded, type Step as FoldedStep } from './folded.ts'
import { ending, type Scene } from './scene.ts'
import type { Step } from './steps.ts'
import { importersOf, type Asked, type Said } from './verdicts.ts'

export function internalsOf(scene: Scene, asked: Asked, steps: readonly Step[]): Said {
  const [entries, unsaid]: [Entry[], Unsaid[]] = [[], []]
  for (const importers of importersOf(scene, steps)) {
    for (const { draft, module } of scene.drafts.flatMap((draft) => modulesOf(draft).map((module) => ({ draft, module })))) {
      const types = String(typesOf(draft))
      if (importers.group !== undefined && String(importers.group.types) !== types) continue
      const cells = cellsOf(importers, steps) ?? []
      const whole = wholeOf(scene, draft, module)
      const inside = cells.length === 1 && asked.region === '*' ? stepsInside(cells[0]?.steps ?? [], types, whole) : undefined
      if (inside === undefined) {
        unsaid.push({ what: `boundaries/${asked.name}`, reason: `inside elements of type ${types}: what they import of themselves is judged by no entry that tells them apart` })
        continue
      }
      const { base, but } = folded(asked.base, inside, whole)
      const forbidden = base === 'all' ? but : isNothing(but) ? whole : JSON.stringify(but) === JSON.stringify(whole) ? [] : allOf([whole], [but])
      if (isNothing(forbidden)) continue
      entries.push({ section: 'rules', what: `boundaries/${asked.name}`, value: { id: `${asked.name}/inside-${typesOf(draft).join('-')}`, from: whole as Yaml, forbid: forbidden as Yaml, ...ending(asked) } })
    }
  }
  return { entries, unsaid }
}

/** Its files, with what they capture, and without those of elements that lie in it. */
function wholeOf({ drafts, describe, files }: Scene, draft: ModuleDraft, module: DraftedModule): Selector {
  const nested = new Set(files.flatMap((path) => {
    const described = describe(path)
    return described?.parents.some(({ of }) => of[0]?.what === draft.of[0]?.what) === true ? described.of[0]?.what ?? [] : []
  }))
  const inner = drafts.filter(({ of }) => nested.has(of[0]?.what ?? '')).flatMap((each) => plainGlobs(draft).flatMap((outer) => plainGlobs(each).map((glob) => `path:${outer}/**/${glob.replace(/^\*\*\//, '')}`)))
  return allOf([anyOf(module.files.map((glob) => `path:${glob}`))], inner)
}

/** Undefined where that is not the same for all files of an element. */
function stepsInside(steps: readonly Step[], types: string, whole: Selector): readonly FoldedStep[] | undefined {
  const found: FoldedStep[] = []
  for (const { effect, to, kinds, names } of steps) {
    for (const { isLocal, groups, conditions } of to) {
      if (!isLocal || (groups !== undefined && !groups.some((group) => String(group.types) === types))) continue
      const others = conditions.filter(({ same }) => same === undefined || same.own !== same.others)
      if (conditions.some(({ same }) => same !== undefined && same.own === same.others && same.isNegated)) continue
      if (kinds !== undefined || names !== undefined || others.some(({ isInside }) => isInside !== true)) return undefined
      found.push({ effect, what: others.length === 0 ? whole : allOf([whole, ...others.map(({ selector }) => belowOf(whole, selector))]) })
    }
  }
  return found
}

/** `**:parts/x`, which stands for files inside a module, by whole paths. */
function belowOf(whole: Selector, selector: Selector): Selector {
  if (typeof selector === 'string') return anyOf(globsIn(whole).map((glob) => selector.replace(/^\*\*:/, `${glob}/`)))
  if (Array.isArray(selector)) return anyOf((selector as readonly Selector[]).map((each) => belowOf(whole, each)))
  const map = selector as { readonly any?: Selector; readonly not?: Selector }
  return { ...(map.any !== undefined && { any: belowOf(whole, map.any) }), ...(map.not !== undefined && { not: belowOf(whole, map.not) }) }
}

function globsIn(whole: Selector): readonly string[] {
  if (typeof whole === 'string') return [whole]
  if (Array.isArray(whole)) return whole as readonly string[]
  return globsIn((whole as { readonly any?: Selector }).any ?? [])
}
