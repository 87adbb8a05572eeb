import type { Severity } from '../../rules/model/finding.ts'

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'magenta'

/** Colours a piece of text, or does not. Who draws on a terminal hands in node's styleText. */
export type Paint = (style: Style, text: string) => string

export const plain: Paint = (_style, text) => text

export const styleOfSeverity: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }
