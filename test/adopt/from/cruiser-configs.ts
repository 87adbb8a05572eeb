// Configurations of dependency-cruiser that say the same sort of thing of a library and of a monorepo.

import { attributeConfigs } from './cruiser-attributes.ts'

export interface CruiserConfig {
  readonly name: string
  /** Projects on which it is compared in any case. */
  readonly on: readonly string[]
  /** Rules of which something is a comment. */
  readonly unsaid?: readonly string[]
  readonly config: { readonly extends?: readonly string[]; readonly options?: Readonly<Record<string, unknown>>; readonly [rules: string]: unknown }
}

const typed = { tsPreCompilationDeps: true }
const inner = '^(?:src/internal|features|libs)/'
const outer = '^(?:src/(?:index|operators|ajax)|apps|features)'

export const cruiserConfigs: readonly CruiserConfig[] = [
  {
    name: 'layers by path', on: ['rxjs', 'monorepo'],
    config: {
      forbidden: [
        { name: 'foundation-knows-nobody', severity: 'error', from: { path: '^foundation/' }, to: { path: ['^libs/', '^features/', '^apps/'] } },
        { name: 'libs-below-features', severity: 'error', comment: 'Libraries are for all', from: { path: '^libs/' }, to: { path: '^(features|apps)/' } },
        { name: 'util-below-operators', severity: 'warn', from: { path: '^src/internal/util/' }, to: { path: '^src/internal/(operators|observable)/' } },
        { name: 'entries-gather', severity: 'info', from: { path: '^src/[^/]+/index\\.ts$' }, to: { path: '^src/internal/operators/' } },
      ],
      options: typed,
    },
  },
  {
    name: 'siblings by groups', on: ['rxjs', 'monorepo'],
    config: {
      forbidden: [
        { name: 'parts-apart', severity: 'error', from: { path: '^src/internal/([^/]+)/' }, to: { path: '^src/internal/[^/]+/', pathNot: '^src/internal/$1/' } },
        { name: 'packages-apart', severity: 'error', from: { path: '^(features|libs)/([^/]+)/' }, to: { path: '^$1/', pathNot: '^$1/$2/' } },
        { name: 'same-name', severity: 'warn', from: { path: '^src/internal/observable/([a-z]+)[^/]*\\.ts$' }, to: { path: '/$1[A-Z]?[^/]*\\.ts$' } },
        { name: 'either', severity: 'info', from: { path: ['^src/internal/(scheduler)/', '^apps/([^/]+)/'] }, to: { path: ['/$1/', '^src/internal/util/'] } },
      ],
      options: typed,
    },
  },
  {
    name: 'packages and built-ins', on: ['monorepo'],
    config: {
      forbidden: [
        { name: 'no-pg-above', severity: 'error', from: { path: '^(apps|features)/' }, to: { path: '^node_modules/pg/' } },
        { name: 'stubs', severity: 'error', from: {}, to: { path: 'node_modules/(pg|openai|@aws-sdk/)' } },
        { name: 'no-files', severity: 'warn', from: { pathNot: '^foundation/' }, to: { dependencyTypes: ['core'], path: '^(fs|path|crypto)' } },
        { name: 'no-core', severity: 'info', from: { path: '^libs/' }, to: { dependencyTypes: ['core'] } },
        { name: 'no-outside', severity: 'warn', from: { path: '^features/' }, to: { path: '^node_modules/' } },
      ],
      options: typed,
    },
  },
  {
    name: 'types and what runs', on: ['monorepo'],
    config: {
      forbidden: [
        { name: 'no-types-from-below', severity: 'warn', from: { path: outer }, to: { path: inner, dependencyTypes: ['type-only'] } },
        { name: 'types-only', severity: 'error', from: { path: outer }, to: { path: '^(?:src/internal/(?:Observable|types)|foundation/)', dependencyTypesNot: ['type-only'] } },
        { name: 'no-reexport', severity: 'info', from: { path: inner }, to: { dependencyTypes: ['export'] } },
      ],
      options: typed,
    },
  },
  {
    name: 'what is left after compiling', on: ['monorepo'],
    config: {
      forbidden: [
        { name: 'runs', severity: 'error', from: { path: '^(?:src/internal/operators|features)/' }, to: { path: '^(?:src/internal/(?:Subscriber|types|Observable)|foundation/|libs/)' } },
        { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
      ],
    },
  },
  { name: 'cycles with types', on: ['rxjs'], config: { forbidden: [{ name: 'rings', severity: 'warn', comment: 'Nothing goes round', from: {}, to: { circular: true } }], options: typed } },
  {
    name: 'dynamic imports', on: ['monorepo'],
    config: { forbidden: [{ name: 'no-dynamic', severity: 'error', from: {}, to: { dynamic: true } }, { name: 'no-static', severity: 'info', from: { path: '^apps/' }, to: { dynamic: false, path: '^features/' } }], options: typed },
  },
  {
    name: 'allowed', on: ['rxjs', 'monorepo'],
    config: {
      allowed: [
        { from: { path: '^src/index' }, to: { path: '^src/internal/' } },
        { from: { path: '^src/internal/([^/]+)/' }, to: { path: '^src/internal/($1/|util/|[A-Z])' } },
        { from: { path: '^apps/' }, to: { path: '^(apps|features|libs)/' } },
        { from: { path: '^(features|libs)/' }, to: { path: '^(features|libs|foundation)/' } },
        { from: { path: '^foundation/' }, to: { path: '^foundation/' } },
        { from: {}, to: { dependencyTypes: ['core'] } },
      ],
      allowedSeverity: 'error', options: typed,
    },
  },
  {
    name: 'looking ahead and behind', on: ['monorepo'],
    config: {
      forbidden: [
        { name: 'ahead', severity: 'error', from: { path: '^src/internal/(?!util/)' }, to: { path: '^src/internal/(?!operators/|observable/)[a-z]+/' } },
        { name: 'behind', severity: 'error', from: { path: '(?<!index)\\.tsx?$', pathNot: '^foundation/' }, to: { path: '^foundation/.+(?<!index)\\.ts$' } },
        { name: 'choices', severity: 'warn', from: { path: '\\.[cm]?tsx?$' }, to: { path: '/(?:map|filter|index)(?:\\.[jt]sx?)$' } },
      ],
      options: typed,
    },
  },
  {
    name: 'options', on: ['monorepo'],
    config: {
      forbidden: [{ name: 'anything', severity: 'error', from: { pathNot: '/index\\.ts$' }, to: { pathNot: ['/index\\.ts$', '^src/internal/util/'] } }, { name: 'nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } }],
      options: { ...typed, exclude: { path: ['^src/internal/testing/', 'node_modules/pg', '^libs/[^/]*[aeiou]/'], dynamic: true }, doNotFollow: { path: ['node_modules', '^src/internal/scheduler', '^foundation/'] } },
    },
  },
  {
    name: 'only some files', on: ['rxjs'],
    config: { forbidden: [{ name: 'within', severity: 'error', from: {}, to: {} }], options: { ...typed, includeOnly: ['^src/internal/(observable|operators)/', '^features/'] } },
  },
  { name: 'folders above', on: ['rxjs'], config: { forbidden: [{ name: 'not-up', severity: 'error', from: { pathNot: '^apps/' }, to: { ancestor: true } }], options: typed } },
  ...attributeConfigs,
]
