// What an ESLint configuration, flat or not, says to eslint-plugin-boundaries: its settings, and the rules that are on.

import { eslintLevel, eslintParts, type EslintLevel } from '../eslint.ts'
import { settingsIn, type Settings } from '../reading.ts'

export interface BoundariesRule {
  /** Without 'boundaries/'. */
  readonly name: string
  readonly level: EslintLevel
  readonly options: Settings
}

export interface BoundariesSettings {
  /** By key without 'boundaries/'. */
  readonly settings: Settings
  readonly rules: readonly BoundariesRule[]
  /** Rules that are set for some files otherwise than for others. */
  readonly partly: readonly string[]
}

const prefix = 'boundaries/'

export function boundariesSettings(config: unknown): BoundariesSettings {
  const settings: Record<string, unknown> = {}
  const rules = new Map<string, BoundariesRule>()
  const partly = new Set<string>()
  for (const part of eslintParts(config)) {
    for (const [key, value] of Object.entries(settingsIn(part['settings']))) if (key.startsWith(prefix)) settings[key.slice(prefix.length)] = value
    for (const [key, value] of Object.entries(settingsIn(part['rules']))) {
      if (!key.startsWith(prefix)) continue
      const name = key.slice(prefix.length)
      const [level, options] = Array.isArray(value) ? value : [value, rules.get(name)?.options]
      const rule: BoundariesRule = { name, level: eslintLevel(level), options: settingsIn(options) }
      if (rules.has(name) && JSON.stringify(rules.get(name)) !== JSON.stringify(rule)) partly.add(name)
      rules.set(name, rule)
    }
  }
  return { settings, rules: [...rules.values()], partly: [...partly] }
}
