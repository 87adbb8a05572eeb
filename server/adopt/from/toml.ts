import { parse, TomlError } from 'smol-toml'
import type { Path } from '../../../rules/model/place.ts'
import type { Data } from './data.ts'

export function parseToml(path: Path, text: string): Data {
  try {
    return { kind: 'value', value: parse(text, { integersAsBigInt: false }) }
  } catch (error) {
    if (error instanceof TomlError) return { kind: 'broken', message: `${path}:${error.line} is no TOML: ${error.message.split('\n')[0] ?? ''}` }
    throw error
  }
}
