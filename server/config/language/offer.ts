/** Something that may be written in a place. */
export interface Offer {
  readonly kind: OfferKind
  /** As it is shown. */
  readonly label: string
  /** The whole word, before it is quoted; what was typed of it is compared with this. */
  readonly text: string
  /** In a few words, beside the label. */
  readonly detail?: string
  /** In sentences. */
  readonly says?: string
  /** Shown before those that are not. */
  readonly isFirst?: boolean
  /** More follows: another offer is wanted at once. */
  readonly goesOn?: boolean
}

export type OfferKind = 'key' | 'word' | 'module' | 'layer' | 'tag' | 'entry' | 'check' | 'vendor' | 'capability' | 'package' | 'builtin' | 'env' | 'specifier' | 'folder' | 'file' | 'preset' | 'prefix'
