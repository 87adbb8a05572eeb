// What an ESLint configuration, flat or not, says to eslint-plugin-boundaries: its settings, and the rules that are on, each with the files for which.

import type { Path } from '../../../../rules/model/place.ts'
import type { Unsaid } from '../draft.ts'
import { eslintLevel } from '../eslint.ts'
import { eslintConfigOf, mergedSettings, type EslintConfig, type EslintPart } from '../eslint-parts.ts'
import { isSettings, type Settings } from '../reading.ts'
import { allOf, everyFile, isNothing, type Selector } from '../selector.ts'

export interface BoundariesRule {
  /** Without 'boundaries/'. */
  readonly name: string
  readonly level: 'error' | 'warning'
  /** Absent where nothing but the level is said. */
  readonly options: Settings | undefined
  readonly region: Selector
}

export interface BoundariesSettings {
  /** By key without 'boundaries/'. */
  readonly settings: Settings
  /** Of ESLint's resolvers. */
  readonly resolvers: Settings
  readonly rules: readonly BoundariesRule[]
  readonly unsaid: readonly Unsaid[]
}

const ofItsOwn = /^(.+)\/(?:element-types|entry-point|no-private|no-ignored|no-unknown|no-unknown-files|no-unknown-dependencies|no-ignored-dependencies)$/

export function boundariesSettings(config: unknown, sources: readonly Path[]): BoundariesSettings {
  const eslint = eslintConfigOf(config, sources)
  const unsaid: Unsaid[] = eslint.named.map((name) => ({ what: `extends ${name}`, reason: 'what a shareable configuration says is not read' }))
  // The plugin stands under the name that the configuration gives it.
  const names = new Set(['boundaries', ...eslint.parts.flatMap(({ rules }) => Object.keys(rules).flatMap((key) => ofItsOwn.exec(key)?.[1] ?? []))])
  const rules = new Set(eslint.parts.flatMap(({ rules: own }) => Object.keys(own).filter((key) => names.has(key.slice(0, key.lastIndexOf('/'))))))
  const settings = settingsOf(eslint, unsaid)
  return { ...settings, rules: [...rules].flatMap((key) => ruleIn(eslint, key, unsaid)), unsaid }
}

function settingsOf(eslint: EslintConfig, unsaid: Unsaid[]): Pick<BoundariesSettings, 'settings' | 'resolvers'> {
  let whole: unknown
  const partly = new Map<string, string>()
  for (const { settings, files } of eslint.parts) {
    for (const [key, value] of Object.entries(settings)) {
      const known = partly.get(key)
      if (key.startsWith('boundaries/') && known !== undefined && known !== JSON.stringify(value) && files !== everyFile) unsaid.push({ what: key, reason: 'it is set for some files otherwise than for others; what was set last is carried over', section: 'modules' })
      partly.set(key, JSON.stringify(value))
    }
    whole = mergedSettings(eslint, whole, settings)
  }
  const all = isSettings(whole) ? whole : {}
  return {
    settings: Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (key.startsWith('boundaries/') ? [[key.slice('boundaries/'.length), value]] : []))),
    resolvers: isSettings(all['import/resolver']) ? all['import/resolver'] : {},
  }
}

const mostParts = 4

function ruleIn(eslint: EslintConfig, key: string, unsaid: Unsaid[]): readonly BoundariesRule[] {
  const own = eslint.parts.filter(({ rules }) => rules[key] !== undefined)
  const conditional = own.filter(({ files }) => files !== everyFile)
  if (conditional.length > mostParts) {
    unsaid.push({ what: key, reason: 'it is set for too many sorts of files to tell them apart' })
    return []
  }
  const regions = new Map<string, { readonly effective: Effective; readonly selectors: Selector[] }>()
  for (const held of subsets(conditional)) {
    const effective = effectiveOf(own.filter((part) => part.files === everyFile || held.includes(part)), key)
    if (effective === undefined || effective.level === 'off') continue
    const selector = allOf(held.map(({ files }) => files), conditional.filter((part) => !held.includes(part)).map(({ files }) => files))
    const known = regions.get(JSON.stringify(effective))
    if (known === undefined) regions.set(JSON.stringify(effective), { effective, selectors: [selector] })
    else known.selectors.push(selector)
  }
  const isEverywhere = regions.size === 1 && [...regions.values()][0]?.selectors.length === 2 ** conditional.length
  return [...regions.values()].flatMap(({ effective, selectors }): readonly BoundariesRule[] => {
    if (effective.level === 'off') return []
    const region: Selector = isEverywhere ? everyFile : selectors.length === 1 ? selectors[0] ?? everyFile : selectors
    return [{ name: key.slice(key.lastIndexOf('/') + 1), level: effective.level, options: effective.options, region: isNothing(eslint.ignored) ? region : allOf([region], [eslint.ignored]) }]
  })
}

interface Effective {
  readonly level: 'error' | 'warning' | 'off'
  readonly options: Settings | undefined
}

/** A level alone leaves the options as they were. */
function effectiveOf(parts: readonly EslintPart[], key: string): Effective | undefined {
  let found: Effective | undefined
  for (const { rules } of parts) {
    const said = rules[key]
    const [level, options] = Array.isArray(said) ? said as readonly unknown[] : [said]
    found = { level: eslintLevel(level), options: isSettings(options) ? options : found?.options }
  }
  return found
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((found, each) => [...found, ...found.map((subset) => [...subset, each])], [[]])
}
