// An ESLint configuration, flat or not, as its parts in their order, each with the files that it is about, and how ESLint puts them together.
// Sources: https://eslint.org/docs/latest/use/configure/combine-configs, and @eslint/eslintrc's config-array.js (checked 2026-11)

import type { Path } from '../../../rules/model/place.ts'
import { exactly } from './boundaries/conditions.ts'
import { matches } from './boundaries/glob.ts'
import { isSettings, listIn, settingsIn, textsIn, type Settings } from './reading.ts'
import { allOf, anyOf, everyFile, isNothing, type Selector } from './selector.ts'

export interface EslintPart {
  /** Files that it is about; '*' for all. */
  readonly files: Selector
  readonly settings: Settings
  readonly rules: Settings
}

export interface EslintConfig {
  readonly isFlat: boolean
  readonly parts: readonly EslintPart[]
  /** Files that ESLint passes over. */
  readonly ignored: Selector
  /** Names of shareable configurations that stand there as names. */
  readonly named: readonly string[]
}

/** `sources`: where a pattern takes all of these, a part is about all files. */
export function eslintConfigOf(config: unknown, sources: readonly Path[]): EslintConfig {
  const isFlat = Array.isArray(config)
  const parts = isFlat ? flat(config) : [...ofMap(config)]
  const named = parts.flatMap((part) => textsIn(part['extends'])).filter((name) => !/^(?:plugin:boundaries\/|eslint:)/.test(name))
  const ignored = parts.flatMap((part) => (isFlat ? isIgnoring(part) ? textsIn(part['ignores']) : [] : textsIn(part['ignorePatterns'])))
  return {
    isFlat, named, ignored: anyOf(ignored.flatMap((pattern) => globOf(pattern) ?? [])),
    parts: parts.filter((part) => !isFlat || !isIgnoring(part)).map((part) => ({ files: filesOf(part, sources), settings: settingsIn(part['settings']), rules: settingsIn(part['rules']) })),
  }
}

function flat(config: readonly unknown[]): readonly Settings[] {
  return config.flatMap((part) => (Array.isArray(part) ? flat(part) : isSettings(part) ? [...listIn(part['extends']).flatMap((base) => flat([base]).map((each) => within(each, part))), part] : []))
}

/** What is extended is about the files of what extends it. */
function within(base: Settings, { files, ignores }: Settings): Settings {
  return { ...base, ...(files !== undefined && { files: base['files'] ?? files }), ...(ignores !== undefined && { ignores: [...listIn(base['ignores']), ...listIn(ignores)] }) }
}

function* ofMap(config: unknown): Iterable<Settings> {
  if (!isSettings(config)) return
  for (const base of Array.isArray(config['extends']) ? config['extends'] : [config['extends']]) for (const part of ofMap(base === 'plugin:boundaries/strict' ? strict : base)) yield 'files' in config && !('files' in part) ? { ...part, files: config['files'], excludedFiles: config['excludedFiles'] } : part
  yield config
  for (const part of listIn(config['overrides'])) yield* ofMap(part)
}

/** What the plugin's strict set adds to its recommended one, which turns on only rules that judge nothing without options. */
const strict: Settings = { rules: { 'boundaries/no-ignored': 2, 'boundaries/no-unknown-files': 2, 'boundaries/no-unknown': 2 } }

function isIgnoring(part: Settings): boolean {
  return 'ignores' in part && Object.keys(part).every((key) => key === 'ignores' || key === 'name')
}

function filesOf(part: Settings, sources: readonly Path[]): Selector {
  const [files, ignored] = [textsIn(part['files']), [...textsIn(part['ignores']), ...textsIn(part['excludedFiles'])]]
  const isOfAll = files.length === 0 || (sources.length > 0 && sources.every((path) => files.some((pattern) => matches(path, [anywhere(pattern)]) === true)))
  const taken = isOfAll ? [everyFile] : files.flatMap((pattern) => globOf(pattern) ?? [])
  const left = anyOf(ignored.flatMap((pattern) => globOf(pattern) ?? []))
  if (isOfAll && isNothing(left)) return everyFile
  return isOfAll ? allOf([], [left]) : allOf([anyOf(taken)], isNothing(left) ? [] : [left])
}

/** The older form looks for a name without a slash in every folder. */
function anywhere(pattern: string): string {
  return pattern.includes('/') ? pattern.replace(/^\.\//, '') : `**/${pattern}`
}

function globOf(pattern: string): Selector | undefined {
  return exactly('path:', anywhere(pattern).replace(/\/$/, '/**'))
}

/** Flat: maps are merged, and what is no map is replaced. The older form also merges lists, place by place. */
export function mergedSettings(config: EslintConfig, first: unknown, second: unknown): unknown {
  if (first === undefined) return second
  if (isSettings(first) && isSettings(second)) return Object.fromEntries([...new Set([...Object.keys(first), ...Object.keys(second)])].map((key) => [key, second[key] === undefined ? first[key] : mergedSettings(config, first[key], second[key])]))
  if (!config.isFlat && Array.isArray(first) && Array.isArray(second)) return [...second.map((each, index) => mergedSettings(config, first[index], each)), ...first.slice(second.length)]
  return second
}
