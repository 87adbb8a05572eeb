import type { ImportFact } from '../../../../rules/model/facts.ts'
import type { Span } from '../../../../rules/model/place.ts'
import type { Attribute, Tag } from './tag.ts'

/** What of a component's file is code. All in source order. */
export interface Blocks {
  readonly scripts: readonly Script[]
  /** `<script src="./cart.ts">` */
  readonly imports: readonly ImportFact[]
  /** Scripts in languages that bulkhead does not read, by their tags. */
  readonly foreign: readonly Span[]
  /** Comments of the markup. */
  readonly comments: readonly Span[]
  /** What code in the markup says of imports and the environment. */
  readonly spoken: readonly Span[]
  /** The markup uses what the scripts import, without saying so in a script. */
  readonly isUsedByMarkup: boolean
}

export interface Script {
  readonly span: Span
  readonly language: Language
  /** Others may import what it exports. The exports of other scripts are the component's properties, or nobody's. */
  readonly isApi: boolean
  /** Runs once for all components that are made of the file. */
  readonly isShared: boolean
}

export type Language = 'js' | 'ts' | 'tsx'

/** By its `lang`; undefined for languages that bulkhead cannot read. */
export function languageOf({ attributes }: Tag): Language | undefined {
  return languages[(attributes.get('lang')?.value ?? '').toLowerCase()]
}

const languages: Readonly<Record<string, Language | undefined>> = {
  '': 'js', 'js': 'js', 'jsx': 'js', 'javascript': 'js', 'ts': 'ts', 'typescript': 'ts', 'tsx': 'tsx',
}

/** The import that a script's `src` is. */
export function importOf(tag: Tag, { value, span }: Attribute): readonly ImportFact[] {
  return value === undefined || value === '' ? [] : [{ specifier: value, kind: 'value', span, statement: tag.span }]
}
