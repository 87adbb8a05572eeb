import type { Abilities } from './abilities.ts'

/** What an editor answers to a request of ours: not every one knows every method. */
export type EditorAnswer = { readonly kind: 'answer'; readonly result: unknown } | { readonly kind: 'refused'; readonly message: string }

/** The editor, as the server speaks to it. */
export interface Editor {
  readonly abilities: Abilities
  notify(method: string, params: unknown): void
  request(method: string, params: unknown): Promise<EditorAnswer>
  log(level: 'error' | 'warning' | 'info', message: string): void
}
