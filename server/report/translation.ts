import type { Paint } from './paint.ts'
import { plural } from './plural.ts'

export interface RenderedTranslation {
  /** The tool's title, and the file that was read. */
  readonly title: string
  readonly source: string
  readonly carried: number
  readonly unsaid: readonly { readonly what: string; readonly reason: string }[]
}

/** What became of another tool's configuration. */
export function renderTranslation({ title, source, carried, unsaid }: RenderedTranslation, { paint }: { readonly paint: Paint }): string {
  const head = `Read ${source} of ${title}: ${plural(carried, 'rule')} carried over, ${unsaid.length === 0 ? 'nothing left out' : `${unsaid.length} could not be said`}.\n`
  const rows = unsaid.map(({ what, reason }) => `  ${paint('bold', what)}  ${reason}\n`)
  return [head, ...rows].join('')
}
