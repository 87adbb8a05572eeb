import { findNodeAtLocation, parse, parseTree } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import type { Span } from '../../../rules/model/place.ts'
import { wholeFile } from '../../../rules/model/place.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject { readonly [key: string]: Json }

/** JSON as tsconfigs have it: comments and commas at the end are fine, an empty file is an empty object. Else where it breaks. */
export function parseJson(text: string): { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'broken'; readonly span: Span } {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const errors: ParseError[] = []
  const value: unknown = strictly(json) ?? parse(json, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? {}
  const [error] = errors
  if (error === undefined) return { kind: 'value', value: value as Json }
  const start = error.offset + text.length - json.length
  return { kind: 'broken', span: { start, end: start + error.length } }
}

/** The place of a value in the text, found when a problem has to point at it. */
export function spanAt(text: string, keys: readonly (string | number)[]): Span {
  const tree = parseTree(text, [], { allowTrailingComma: true })
  const node = tree && findNodeAtLocation(tree, [...keys])
  return node ? { start: node.offset, end: node.offset + node.length } : wholeFile
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The strings of a list, or of a single string; nothing of all else. */
export function strings(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Most manifests are plain JSON, and the machine's own parser is ten times as fast. */
function strictly(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
