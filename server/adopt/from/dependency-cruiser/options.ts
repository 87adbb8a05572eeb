// The options that no line of bulkhead.yaml says, one by one: why not, or why nothing needs to be said.
// Source: doc/options-reference.md and types/options.d.mts of dependency-cruiser 18.7.2 (checked 2026-11)

import type { Unsaid } from '../draft.ts'
import { isSettings, textsIn, type Settings } from '../reading.ts'

/** They change what is found. */
const unsayable: Readonly<Record<string, string>> = {
  maxDepth: 'bulkhead always reads the whole project',
  collapse: 'bulkhead judges files; rules about folders say level: folder',
  webpackConfig: 'bulkhead reads the aliases of tsconfig and package.json, and none of webpack',
  babelConfig: 'bulkhead reads sources as they are written',
  extraExtensionsToScan: 'bulkhead judges files that import; others can only be imported',
  baseDir: 'patterns start at the folder of bulkhead.yaml',
  preserveSymlinks: 'bulkhead takes a linked workspace package for the files that the link leads to',
  combinedDependencies: '[declared=…] asks the nearest manifest alone, and none further up',
}

/** They change what is shown, in which order and how fast. */
const views: Readonly<Record<string, string>> = {
  focus: 'it is a view: bulkhead graph draws a part', reaches: 'it is a view: bulkhead explain shows who comes there', highlight: 'it is a view',
  affected: 'it is a view: bulkhead check --since reports what a change brings',
}

/** Nothing of what is found hangs on them; what ambient modules import bulkhead reads in any case. */
const silent: ReadonlySet<string> = new Set([
  'args', 'baseline', 'cache', 'detectImportsInAmbientModules', 'experimentalStats', 'externalModuleResolutionStrategy', 'forceDeriveDependents', 'metrics', 'outputTo', 'outputType', 'parser', 'prefix', 'progress',
  'reporterOptions', 'rulesFile', 'ruleSet', 'skipAnalysisNotInRules', 'suffix', 'validate',
])

/** Said elsewhere, by what became of them. */
const said: ReadonlySet<string> = new Set([
  'builtInModules', 'detectJSDocImports', 'detectProcessBuiltinModuleCalls', 'doNotFollow', 'enhancedResolveOptions', 'exclude', 'exoticRequireStrings', 'ignoreKnown', 'includeOnly', 'knownViolations', 'moduleSystems',
  'tsConfig', 'tsPreCompilationDeps',
])

/** `asksManifests`: some rule asks how a package is declared. */
export function unsaidOptions(options: Settings, { asksManifests }: { readonly asksManifests: boolean }): readonly Unsaid[] {
  const reasons: readonly (readonly [string, string])[] = [
    ...Object.keys(options).filter((key) => isMeant(options[key])).flatMap((key): readonly (readonly [string, string])[] => {
      if (key === 'combinedDependencies' && !asksManifests) return []
      if (Object.hasOwn(unsayable, key)) return [[key, unsayable[key] ?? '']]
      return Object.hasOwn(views, key) || silent.has(key) || said.has(key) ? [] : [[key, 'bulkhead does not know this option']]
    }),
    ...ofFollowing(options['doNotFollow']), ...ofSystems(options['moduleSystems']), ...ofConfig(options['tsConfig']), ...ofBuiltins(options['builtInModules']), ...ofResolving(options['enhancedResolveOptions']),
  ]
  return reasons.map(([key, reason]) => ({ what: `options.${key}`, reason, section: 'imports' }))
}

/** A line each, for options that are no rules. */
export function idleOptions(options: Settings): readonly string[] {
  return Object.keys(options).filter((key) => Object.hasOwn(views, key) && isMeant(options[key])).map((key) => `options.${key} is left out: ${views[key] ?? ''}.`)
}

type Reasons = readonly (readonly [option: string, reason: string])[]

const external: ReadonlySet<string> = new Set(['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown', 'undetermined', 'deprecated'])

/** What is in node_modules bulkhead follows in no case. */
function ofFollowing(option: unknown): Reasons {
  const types = isSettings(option) ? textsIn(option['dependencyTypes']).filter((type) => !external.has(type)) : []
  return types.length === 0 ? [] : [['doNotFollow.dependencyTypes', `bulkhead follows ${types.join(', ')}: which files are read depends on no import`]]
}

function ofSystems(option: unknown): Reasons {
  const systems = textsIn(option)
  return systems.length === 1 && systems[0] === 'amd' ? [['moduleSystems', 'bulkhead reads no AMD modules']] : []
}

function ofConfig(option: unknown): Reasons {
  const name = isSettings(option) ? option['fileName'] : undefined
  return typeof name !== 'string' || /^(?:\.\/)?(?:ts|js)config\.json$/.test(name) ? [] : [['tsConfig', `bulkhead reads the tsconfig.json nearest to each file, and not ${name} for all`]]
}

function ofBuiltins(option: unknown): Reasons {
  return isSettings(option) && option['override'] !== undefined ? [['builtInModules.override', 'bulkhead takes for built-in what Node and Bun have built in: rules about others are about packages of these names']] : []
}

/** Those that its own init writes mean what bulkhead does in any case. */
function ofResolving(option: unknown): Reasons {
  const fields = isSettings(option) ? Object.keys(option).filter((key) => ['aliasFields', 'mainFiles'].includes(key) && isMeant(option[key])) : []
  return fields.map((key) => [`enhancedResolveOptions.${key}`, 'bulkhead resolves as Node, TypeScript and bundlers do by default'])
}

function isMeant(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && !(Array.isArray(value) && value.length === 0)
}
