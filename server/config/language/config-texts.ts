/* A configuration and what it extends, as their texts are now: the half-typed one among them. */
import type { Path, Place } from '../../../rules/model/place.ts'
import { lineStarts } from '../../../rules/model/lines.ts'
import { sketch, type Sketch } from './sketch.ts'
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

/** The configuration first. `asked`: is among them, extended or not. */
export function configTexts({ configPath, read, presets }: Readable, asked: Path): readonly ConfigText[] {
  const texts: ConfigText[] = []
  const known = new Set<string>()
  const add = (path: Path, text: string | undefined, preset?: ConfigText['preset']): void => {
    const name = preset === undefined ? path : `preset:${preset.name}`
    if (text === undefined || known.has(name) || known.size >= most) return
    known.add(name)
    const sketched = sketch(text)
    const words = wordsOf(sketched)
    texts.push({ path, text, sketch: sketched, words, lines: lineStarts(text), ...(preset !== undefined && { preset }) })
    for (const { word, sort } of words) {
      if (sort !== 'base') continue
      const base = word.text
      if (!base.startsWith('preset:')) add(base.replace(/^\.\//, ''), read(base.replace(/^\.\//, '')))
      else if (Object.hasOwn(presets, base.slice('preset:'.length))) add(path, presets[base.slice('preset:'.length)], { name: base.slice('preset:'.length), named: preset?.named ?? { path, span: word.span } })
    }
  }
  add(configPath, read(configPath))
  add(asked, read(asked))
  return texts
}
