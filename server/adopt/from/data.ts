import { parse, YAMLParseError } from 'yaml'
import { lineStarts, positionAt } from '../../../rules/model/lines.ts'
import type { Path } from '../../../rules/model/place.ts'
import { parseJson } from '../../engine/index.ts'
import { parseIni } from './ini.ts'
import { parseToml } from './toml.ts'

export type Data = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'broken'; readonly message: string }

/** Whether a configuration has to be run to be read. */
export function isCode(path: Path): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}

/** JSON, with comments too, YAML, TOML and INI: told by the name alone. */
export function parseData(path: Path, text: string): Data {
  if (/\.ya?ml$/.test(path)) return parseYaml(path, text)
  if (path.endsWith('.toml')) return parseToml(path, text)
  return /\.(?:cfg|ini|importlinter)$/.test(path) ? parseIni(path, text) : ofJson(path, text)
}

function ofJson(path: Path, text: string): Data {
  const read = parseJson(text)
  return read.kind === 'value' ? read : { kind: 'broken', message: `${path}:${positionAt(lineStarts(text), read.span.start).line0 + 1} is no JSON` }
}

function parseYaml(path: Path, text: string): Data {
  try {
    return { kind: 'value', value: parse(text, { logLevel: 'error' }) as unknown }
  } catch (error) {
    // A mistake in the text, or aliases that would fill the memory.
    if (error instanceof YAMLParseError) return { kind: 'broken', message: `${path}:${error.linePos?.[0].line ?? 1} is no YAML: ${error.message.replace(/ at line [^]*/, '')}` }
    if (error instanceof ReferenceError) return { kind: 'broken', message: `${path} is no YAML: ${error.message}` }
    throw error
  }
}
