/* A configuration and what it extends, as their texts are now: the half-typed one among them. */
import type { Path, Place } from '../../../rules/model/place.ts'
import { lineStarts } from '../../../rules/model/lines.ts'
import { sketch, sketchAt, type Sketch } from './sketch.ts'
import type { Node, Word } from './sketch/node.ts'
import { wordsOf, type PlacedWord } from './words.ts'

export interface ConfigText {
  readonly path: Path
  readonly text: string
  readonly sketch: Sketch
  readonly words: readonly PlacedWord[]
  /** Offsets at which lines start. */
  readonly lines: readonly number[]
  /** It is a preset, whose text no file holds: where it is extended. */
  readonly preset?: { readonly name: string; readonly named: Place }
}

export interface Readable {
  readonly configPath: Path
  /** As it is now, unsaved text first. */
  read(path: Path): string | undefined
  readonly presets: Readonly<Record<string, string>>
}

const most = 100

/** The configuration first. `asked`: is among them, extended or not; with a `caret`, it is sketched as if something were typed there. */
export function configTexts({ configPath, read, presets }: Readable, asked: Path, caret?: number): readonly ConfigText[] {
  const texts: ConfigText[] = []
  const known = new Set<string>()
  const add = (path: Path, text: string | undefined, preset?: ConfigText['preset']): void => {
    const name = preset === undefined ? path : `preset:${preset.name}`
    if (text === undefined || known.has(name) || known.size >= most) return
    known.add(name)
    const made = textOf(path, text, path === asked && preset === undefined ? caret : undefined, preset)
    texts.push(made)
    for (const word of basesIn(made.sketch.root)) {
      const base = word.text
      if (!base.startsWith('preset:')) add(base.replace(/^\.\//, ''), read(base.replace(/^\.\//, '')))
      else if (Object.hasOwn(presets, base.slice('preset:'.length))) add(path, presets[base.slice('preset:'.length)], { name: base.slice('preset:'.length), named: preset?.named ?? { path, span: word.span } })
    }
  }
  add(configPath, read(configPath))
  add(asked, read(asked))
  return texts
}

/** Words and lines are found when they are asked for: completion needs few of them. */
function textOf(path: Path, text: string, caret: number | undefined, preset: ConfigText['preset']): ConfigText {
  const sketched = caret === undefined ? sketch(text) : sketchAt(text, caret)
  let words: readonly PlacedWord[] | undefined
  let lines: readonly number[] | undefined
  return {
    path, text, sketch: sketched, ...(preset !== undefined && { preset }),
    get words() { return words ??= wordsOf(sketched) },
    get lines() { return lines ??= lineStarts(text) },
  }
}

function basesIn({ entries }: Sketch['root']): readonly Word[] {
  const named = entries.find(({ key }) => key.text === 'extends')?.value
  const nodes: readonly Node[] = named?.kind === 'list' ? named.items.map(({ value }) => value) : named === undefined ? [] : [named]
  return nodes.flatMap((node) => (node.kind === 'word' ? node.word : []))
}
