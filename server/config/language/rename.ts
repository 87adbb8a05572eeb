/* A module, a layer or a tag by another name, in the whole configuration or not at all. */
import type { Edit } from '../../../rules/model/edit.ts'
import { fillGlob, parseGlob } from '../../../rules/model/glob.ts'
import { positionAt } from '../../../rules/model/lines.ts'
import type { Path, Place, Span } from '../../../rules/model/place.ts'
import { fits, isPattern, meantBy, nameAt, namesIn, patternOf, type Named, type Names, type Use } from './names.ts'
import { isTag } from '../selector-syntax.ts'
import { instancesIn, type Surroundings } from './surroundings.ts'

/** Why something cannot be renamed, as a sentence for people. */
export interface Refusal {
  readonly refusal: string
}

export interface Renameable {
  /** Of the name at the cursor. */
  readonly span: Span
  readonly name: string
}

interface Subject {
  readonly sort: 'module' | 'layer' | 'tag'
  readonly name: string
}

/** What a rename at this offset would be about. Undefined: there is no name. */
export function renameable(around: Surroundings, path: Path, offset: number): Renameable | Refusal | undefined {
  const names = namesIn(around.texts)
  const { named, use } = nameAt(names, path, offset)
  const here = named ?? use
  if (here === undefined) return undefined
  const subject = subjectOf(around, names, named, use)
  if ('refusal' in subject) return subject
  return subject.name === here.name ? { span: here.place.span, name: here.name } : { refusal: `${here.name} is one of ${subject.name}: rename that, where it is declared` }
}

/** The edits, sorted by file and place; nothing is renamed where not all can be. */
export function rename(around: Surroundings, path: Path, offset: number, to: string): readonly Edit[] | Refusal {
  const names = namesIn(around.texts)
  const { named, use } = nameAt(names, path, offset)
  const subject = subjectOf(around, names, named, use)
  if ('refusal' in subject) return subject
  if (to === subject.name) return []
  const unfit = unfitness(subject, to, names, around)
  if (unfit !== undefined) return { refusal: unfit }
  const edits: Edit[] = names.named.filter((each) => each.sort === subject.sort && each.name === subject.name).map(({ place }) => edit(around, place, to))
  for (const each of names.uses) {
    const text = renamedUse(around, names, subject, each, to)
    if (text === undefined) continue
    if (typeof text !== 'string') return text
    if (each.place.preset !== undefined) return { refusal: `preset:${each.place.preset} uses ${subject.name}, and is not yours to change` }
    edits.push(edit(around, each.place, text))
  }
  const foreign = edits.find((each) => /(?:^|\/)node_modules\//.test(each.path))
  if (foreign !== undefined) return { refusal: `${foreign.path} names it too, and is not yours to change` }
  const byPlace = new Map(edits.map((each) => [`${each.path}:${each.kind === 'text' ? each.span.start : 0}`, each]))
  return [...byPlace.values()]
}

function subjectOf(around: Surroundings, names: Names, named: Named | undefined, use: Use | undefined): Subject | Refusal {
  if (named !== undefined) return checked(around, names, named)
  if (use === undefined) return { refusal: 'there is no name here' }
  if (use.sort === 'entry') return { refusal: 'ids stand in comments of the code and in the baseline too: only modules, layers and tags are renamed' }
  const meant = meantBy(use, names, instancesIn(around))
  const [first] = meant
  const isOne = first !== undefined && meant.every(({ sort, name }) => sort === first.sort && name === first.name)
  if (first !== undefined && !isOne) {
    const sorts = new Set(meant.map(({ sort }) => sort))
    return { refusal: sorts.size > 1 ? `${use.name} names a module and a layer: write module:${use.name} or layer:${use.name} first` : `${use.name} stands for ${meant.length} of them: rename each where it is declared` }
  }
  if (first !== undefined) return checked(around, names, first)
  if (use.sort === 'tag') return names.uses.some(({ bears, name }) => bears === true && name === use.name) ? { sort: 'tag', name: use.name } : { refusal: `the configuration declares no tag ${use.name}: it comes from a capture, or from nothing` }
  const folder = around.project.policy.modules.find(({ name }) => name === use.name)
  return { refusal: folder === undefined ? `nothing is called ${use.name}` : `${use.name} is the name of a folder: rename the folder, or declare a module with it as its files` }
}

function checked(around: Surroundings, names: Names, { sort, name, place }: Named): Subject | Refusal {
  if (sort === 'entry') return { refusal: 'ids stand in comments of the code and in the baseline too: only modules, layers and tags are renamed' }
  const all = names.named.filter((each) => each.sort === sort && each.name === name)
  const preset = all.find((each) => each.place.preset !== undefined)?.place.preset ?? place.preset
  if (preset !== undefined) return { refusal: `preset:${preset} declares ${name}, and is not yours to change` }
  if (sort === 'layer') {
    if (!all.some((each) => hasFiles(around, each))) return { refusal: `the layer ${name} takes the folders of that name: give it files first, or rename the folders` }
    const template = names.named.find((each) => each.sort === 'module' && /\{layer[:}]/.test(each.name))
    if (template !== undefined) return { refusal: `the module ${template.name} takes the names of layers from folders: ${name} is one of them` }
  }
  return { sort, name }
}

/** The layer says which files are its own. */
function hasFiles({ texts }: Surroundings, { place, way }: Named): boolean {
  const text = texts.find((each) => each.path === place.path && each.preset?.name === place.preset)
  return text?.words.some(({ role, way: other }) => role === 'key' && other.length === way.length + 1 && other.at(-1) === 'files' && way.every((step, i) => other[i] === step)) === true
}

/** What is wrong with the new name. */
function unfitness({ sort, name }: Subject, to: string, names: Names, around: Surroundings): string | undefined {
  if (sort === 'tag') {
    if (!isTag(to)) return `'${to}' is no tag: a tag is a word, or word:value`
    return names.named.some((each) => each.sort === 'tag' && each.name === to) || names.uses.some(({ sort: used, name: other }) => used === 'tag' && other === to) ? `there is a tag ${to} already` : undefined
  }
  if (to.trim() === '' || to !== to.trim() || /[:*]|[\r\n]/.test(to.replace(/\{[A-Za-z][\w-]*:[^{}]*\}/g, ''))) return `a name holds neither : nor *, and is not empty`
  const [before, after] = [parseGlob(name, 'name'), parseGlob(to, 'name')]
  if ('mistake' in after) return `'${to}' is no name: ${after.mistake}`
  if (sort === 'layer' && isPattern(to)) return 'a layer has no captures in its name'
  if (!('mistake' in before) && [...before.captures].sort().join() !== [...after.captures].sort().join()) return before.captures.length === 0 ? `${name} has no captures, so ${to} can have none` : `the captures stay as they are: ${before.captures.map((each) => `{${each}}`).join(', ')}`
  const rival = names.named.find((each) => (each.sort === 'module' || each.sort === 'layer') && each.name === to)
  if (rival !== undefined) return `there is a ${rival.sort} called ${to} already`
  const instance = isPattern(to) ? undefined : around.project.policy.modules.find((each) => each.name === to)
  return instance === undefined ? undefined : `there is a module called ${to} already`
}

/** What a use has to say from now on; undefined: what it says. */
function renamedUse(around: Surroundings, names: Names, subject: Subject, use: Use, to: string): string | Refusal | undefined {
  if (!fits(use, subject)) return undefined
  const [before, after, asked] = [patternOf(subject.name), patternOf(to), patternOf(use.name)]
  if (before === undefined || after === undefined || asked === undefined) return undefined
  const own = isPattern(subject.name) ? instancesIn(around).filter((name) => before.match(name) !== undefined) : [subject.name]
  const renamed = own.map((name) => refilled(name, subject.name, to) ?? name)
  const isAskedNow = own.some((name) => asked.match(name) !== undefined) || (!isPattern(use.name) && before.match(use.name) !== undefined)
  const text = isAskedNow ? refilled(use.name, subject.name, to) : undefined
  const isSame = (pattern: typeof asked): boolean => own.every((name, i) => (asked.match(name) === undefined) === (pattern.match(renamed[i] ?? '') === undefined))
  if (!isPattern(use.name)) {
    if (!isAskedNow) return undefined
    const rival = use.sort === 'either' ? names.named.find((each) => each.sort !== subject.sort && fits(use, each) && each.name === use.name) : undefined
    return rival === undefined ? text : { refusal: `${use.name} means a ${rival.sort} too (${spoken(around, use.place)}): write module:${use.name} or layer:${use.name} there first` }
  }
  if (isSame(asked)) return undefined
  const rewritten = text === undefined ? undefined : patternOf(text)
  return rewritten !== undefined && text !== undefined && isSame(rewritten) ? text : { refusal: `the pattern ${use.name} (${spoken(around, use.place)}) would not take the same: change it by hand first` }
}

/** A name, or a pattern that looks like it, with what its captures stand for put into another template. */
function refilled(name: string, template: string, to: string): string | undefined {
  const bindings = patternOf(template)?.match(name)
  const glob = parseGlob(to, 'name')
  return bindings === undefined || 'mistake' in glob ? undefined : fillGlob(glob, bindings)
}

function edit({ texts }: Surroundings, { path, span }: Place, name: string): Edit {
  const text = texts.find((each) => each.path === path && each.preset === undefined)
  const placed = text?.words.find(({ word }) => word.span.start <= span.start && span.end <= word.span.end)
  const quote = placed?.word.quote ?? ''
  if (quote !== '' || !/[{}[\],*&!#|>@`"']|^[-?]|:(?:\s|$)/.test(name)) return { kind: 'text', path, span, text: quote === "'" ? name.replaceAll("'", "''") : quote === '"' ? name.replace(/[\\"]/g, '\\$&') : name }
  // A word that needs quotes now: all of it goes into them.
  const whole = placed?.word ?? { text: name, span, inner: span }
  const [before, after] = [text?.text.slice(whole.span.start, span.start) ?? '', text?.text.slice(span.end, whole.span.end) ?? '']
  return { kind: 'text', path, span: whole.span, text: `"${`${before}${name}${after}`.replace(/[\\"]/g, '\\$&')}"` }
}

function spoken({ texts }: Surroundings, { path, span, preset }: Place): string {
  const text = texts.find((each) => each.path === path && each.preset === undefined)
  return preset === undefined ? `${path}:${positionAt(text?.lines ?? [0], span.start).line0 + 1}` : `preset:${preset}`
}
