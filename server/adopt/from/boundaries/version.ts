// Which version of the plugin a configuration is for: what the manifest declares, else what its words are.

import type { Beside } from '../beside.ts'
import { settingsIn } from '../reading.ts'
import type { BoundariesSettings } from './settings.ts'

export function versionOf({ rules, settings }: BoundariesSettings, beside: Beside): 5 | 6 | 7 {
  const manifest = beside.get('package.json')
  const said = manifest?.kind === 'value' ? settingsIn(manifest.value) : {}
  const declared = ['devDependencies', 'dependencies', 'peerDependencies'].map((key) => settingsIn(said[key])['eslint-plugin-boundaries']).find((range) => typeof range === 'string')
  const major = Number(/(\d+)/.exec(String(declared))?.[1] ?? 0)
  if (major > 0) return major >= 7 ? 7 : major === 6 ? 6 : 5
  const words = rules.some(({ name, options }) => /^no-(?:unknown|ignored)-dependencies$/.test(name) || options?.['policies'] !== undefined) || settings['files'] !== undefined
  return words ? 7 : rules.some(({ name }) => name === 'dependencies') ? 6 : rules.some(({ name }) => name === 'element-types') ? 5 : 7
}
