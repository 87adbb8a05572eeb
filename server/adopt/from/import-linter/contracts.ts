// import-linter's configuration, from INI or TOML, as one shape: INI has texts and lists of lines, TOML has values.
// Source: docs/get_started/configure.md of import-linter 2.12 (checked 2026-11)

import { isSettings, listIn, settingsIn, textIn, textsIn, type Settings } from '../reading.ts'

export interface Contract {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly options: Settings
}

export interface ImportLinterConfig {
  readonly session: Settings
  readonly contracts: readonly Contract[]
}

export function importLinterConfig(config: unknown): ImportLinterConfig | undefined {
  if (!isSettings(config)) return undefined
  const toml = settingsIn(config['tool'])['importlinter']
  if (isSettings(toml)) {
    const { contracts, ...session } = toml
    return { session, contracts: listIn(contracts).filter(isSettings).map((each, index) => contractOf(textIn(each['id']) ?? textIn(each['name']) ?? `contract ${index + 1}`, each)) }
  }
  if (!isSettings(config['importlinter'])) return undefined
  const sections = Object.entries(config).filter(([name]) => name.startsWith('importlinter:'))
  return { session: config['importlinter'], contracts: sections.map(([name, options]) => contractOf(name.slice(name.lastIndexOf(':') + 1), settingsIn(options))) }
}

function contractOf(id: string, options: Settings): Contract {
  return { id, name: textIn(options['name']) ?? id, type: textIn(options['type']) ?? '', options }
}

export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true')
}

export function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false')
}

/** The lines of a field. */
export function linesOf(value: unknown): readonly string[] {
  return textsIn(value).map((line) => line.trim()).filter((line) => line !== '')
}
