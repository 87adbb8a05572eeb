// An ESLint configuration, flat or not, as the parts that it consists of.

import { isSettings, listIn, type Settings } from './reading.ts'

export type EslintLevel = 'error' | 'warning' | 'off'

/** Where ESLint looks, the newer form first. */
export const eslintConfigs: readonly string[] = [
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`),
  ...['js', 'cjs', 'yaml', 'yml', 'json'].map((ending) => `.eslintrc.${ending}`),
]

/** In their order: what comes later is over what came before. */
export function eslintParts(config: unknown): readonly Settings[] {
  if (Array.isArray(config)) return config.flatMap(eslintParts)
  if (!isSettings(config)) return []
  return [...listIn(config['extends']).flatMap(eslintParts), config, ...listIn(config['overrides']).flatMap(eslintParts)]
}

export function eslintLevel(level: unknown): EslintLevel {
  if (level === 2 || level === 'error') return 'error'
  return level === 1 || level === 'warn' ? 'warning' : 'off'
}
