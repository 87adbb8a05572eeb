// Values → the lines of bulkhead.yaml: in one line where they fit, else a key a line.

import type { Yaml } from './draft.ts'

const lineLength = 140

/** As an item of a list. */
export function item(value: Yaml): readonly string[] {
  const line = `  - ${flow(value)}`
  if (line.length <= lineLength || !isMap(value)) return [line]
  return entriesOf(value).flatMap(([key, inner], index) => pair(key, inner, index === 0 ? '  - ' : '    ', '    '))
}

/** As a pair of a map that is indented by `indent`. */
export function pair(key: string, value: Yaml, lead = '  ', indent = lead): readonly string[] {
  const line = `${lead}${scalar(key)}: ${flow(value)}`
  if (line.length <= lineLength || typeof value !== 'object') return [line]
  const inner = `${indent}  `
  if (isMap(value)) return [`${lead}${scalar(key)}:`, ...entriesOf(value).flatMap(([name, each]) => pair(name, each, inner))]
  return [`${lead}${scalar(key)}:`, ...value.map((each) => `${inner}- ${flow(each)}`)]
}

export function flow(value: Yaml): string {
  if (typeof value === 'string') return scalar(value)
  if (typeof value !== 'object') return String(value)
  if (!isMap(value)) return `[${value.map(flow).join(', ')}]`
  const entries = entriesOf(value)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`).join(', ')} }`
}

function isMap(value: Yaml): value is { readonly [key: string]: Yaml | undefined } {
  return typeof value === 'object' && !Array.isArray(value)
}

function entriesOf(value: { readonly [key: string]: Yaml | undefined }): readonly (readonly [string, Yaml])[] {
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner] as const]))
}

/** As YAML reads it back, in a one-line map too. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z_](?:[\w./*@~+-]|:(?=[\w./*@]))*$/.test(text) || /^\w[\w ./'()-]*[\w.)]$/.test(text)
  if (isPlain && !/^(?:true|false|null|yes|no|y|n|on|off|[-+.\d].*)$/i.test(text)) return text
  // Of an expression, single quotes leave the backslashes as they are.
  return /^[\x20-\x7e]*$/.test(text) && text.includes('\\') ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
}
