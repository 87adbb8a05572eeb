// One configuration at least for each attribute that dependency-cruiser documents, and its own sets.

import type { CruiserConfig } from './cruiser-configs.ts'
import { sample } from './cruiser-program.ts'

const typed = { tsPreCompilationDeps: true }
const everywhere = ['rxjs', 'monorepo', 'dependency-cruiser', 'harbour']

export const attributeConfigs: readonly CruiserConfig[] = [
  {
    name: 'reachable', on: everywhere,
    config: {
      forbidden: [
        { name: 'apps-far-from-files', severity: 'error', from: { path: '^(?:apps|src/boats|src/internal/operators|bin)/' }, to: { path: '^(?:fs|path|crypto|fs/promises)$|^src/internal/scheduler/|node_modules/(?:semver|rope)/', reachable: true } },
        { name: 'far', severity: 'warn', from: { pathNot: '^(?:foundation|src/office|src/internal/util)/' }, to: { path: '^(?:foundation|src/office|src/utl)/[a-k]', reachable: true } },
        // Of groups in to.path the program itself forgets what they stand for: it looks for `$1` as it is written.
        { name: 'same-part', severity: 'info', from: { path: '^(?:src|features)/([^/]+)/index' }, to: { path: '^(?:src|features)/([^/]+)/', pathNot: '^(?:src|features)/$1/', reachable: true } },
      ],
      options: typed,
    },
  },
  {
    name: 'out of reach', on: everywhere,
    config: {
      forbidden: [
        { name: 'lost', severity: 'error', from: { path: '^(?:src/(?:index|main)|apps/[^/]+/src/index|bin/[^/]+)\\.[mc]?[tj]s$' }, to: { path: '^(?:src|libs|apps)/.+\\.[mc]?[tj]sx?$', pathNot: '\\.d\\.ts$', reachable: false } },
        { name: 'own-lost', severity: 'warn', from: { path: '^(?:src|libs)/([^/]+)/index\\.[tj]s$' }, to: { path: '^(?:src|libs)/$1/.+\\.[tj]s$', reachable: false } },
      ],
      // Without triple-slash directives, by which nobody comes anywhere in bulkhead.
      options: { ...typed, moduleSystems: ['es6', 'cjs'] },
    },
  },
  {
    name: 'how many depend', on: ['rxjs', 'monorepo', 'harbour'],
    config: {
      forbidden: [
        { name: 'rarely-used', severity: 'info', module: { path: '^(?:src|libs|features)/.+\\.[mc]?[tj]sx?$', pathNot: '/index\\.', numberOfDependentsLessThan: 2 }, from: {} },
        { name: 'much-used', severity: 'warn', module: { path: '^(?:src|foundation)/', numberOfDependentsMoreThan: 4 }, from: { path: '^(?:src|features)/', pathNot: '/index\\.' } },
      ],
      options: typed,
    },
  },
  {
    name: 'required', on: ['rxjs', 'dependency-cruiser', 'harbour'],
    config: {
      required: [
        { name: 'with-types', module: { path: '^src/internal/(?:observable|operators)/[a-m]', pathNot: 'Connectable' }, to: { path: '^src/internal/types\\.ts$' } },
        { name: 'with-own-index', severity: 'error', module: { path: '^(?:features|src)/([^/]+)/.+\\.[mc]?[tj]sx?$' }, to: { path: '^(?:features|src)/$1/.*index\\.[mc]?[tj]s$' } },
        { name: 'towards-core', severity: 'info', module: { path: '^(?:libs|src/(?:internal/observable|boats|validate))/' }, to: { path: '^(?:foundation/|src/internal/Subscriber\\.|src/main\\.|src/utl/)', reachable: true } },
      ],
      options: typed,
    },
  },
  {
    name: 'circular, with words', on: ['rxjs', 'monorepo', 'harbour'], unsaid: ['value-rings', 'some-type'],
    config: {
      forbidden: [
        { name: 'rings', severity: 'error', from: {}, to: { circular: true } },
        { name: 'rings-there', severity: 'warn', from: { path: '^src/(?:internal|boats|main)|^libs/' }, to: { circular: true } },
        { name: 'rings-towards', severity: 'warn', from: {}, to: { circular: true, path: '[/-](?:Scheduler|plank|amber|brisk|main)', pathNot: 'Virtual' } },
        { name: 'rings-through', severity: 'info', from: {}, to: { circular: true, via: { path: 'util|office|rope|keel' } } },
        { name: 'rings-through-both', severity: 'info', from: {}, to: { circular: true, path: '\\.[mc]?[tj]s$', via: { pathNot: '\\.tsx$' } } },
        { name: 'rings-within', severity: 'warn', from: {}, to: { circular: true, viaOnly: { path: '^(?:src/internal/util|src/boats|src/utl|libs)/' } } },
        { name: 'rings-without', severity: 'warn', from: {}, to: { circular: true, viaOnly: { pathNot: 'operators|fees|index' } } },
        { name: 'rings-of-one', severity: 'warn', from: { path: '^((?:src|libs)/[^/]+)/' }, to: { circular: true, viaOnly: { path: '^$1/' } } },
        { name: 'value-only', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
        { name: 'value-rings', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
        { name: 'some-type', severity: 'info', from: {}, to: { circular: true, via: { dependencyTypes: ['type-only'] } } },
      ],
      options: typed,
    },
  },
  {
    name: 'folders', on: ['monorepo', 'harbour'],
    config: {
      forbidden: [
        { name: 'folder-rings', severity: 'warn', scope: 'folder', from: {}, to: { circular: true } },
        { name: 'folder-apart', severity: 'error', scope: 'folder', from: { path: '^(?:src/boats|libs/[^/]+)$' }, to: { path: '^(?:src/office|foundation/)', pathNot: 'planning' } },
      ],
      options: typed,
    },
  },
  { name: 'unstable files', on: ['rxjs', 'monorepo', 'harbour'], config: { forbidden: [{ name: 'more-unstable', severity: 'info', from: { pathNot: '/index\\.' }, to: { moreUnstable: true } }], options: typed } },
  { name: 'unstable folders', on: ['harbour'], config: { forbidden: [{ name: 'unstable-folder', severity: 'warn', scope: 'folder', from: {}, to: { moreUnstable: true } }], options: typed } },
  { name: 'orphans', on: ['rxjs', 'harbour'], config: { forbidden: [{ name: 'alone', severity: 'info', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} }], options: typed } },
  {
    name: 'licences', on: ['dependency-cruiser', 'harbour'],
    config: {
      forbidden: [
        { name: 'copyleft', severity: 'error', from: {}, to: { license: 'GPL' } },
        { name: 'mit', severity: 'warn', from: {}, to: { license: '^MIT$' } },
        { name: 'with-mit', severity: 'info', from: {}, to: { license: ['MIT', 'Apache'] } },
        { name: 'not-mit', severity: 'warn', from: {}, to: { licenseNot: 'MIT' } },
        { name: 'not-these', severity: 'warn', from: {}, to: { licenseNot: ['^(?:MIT|ISC|BSD-2-Clause)$', '^Apache-2\\.0$'] } },
        { name: 'odd', severity: 'error', from: {}, to: { license: '^[A-Z]+ ?[^-]*$', dependencyTypes: ['npm', 'npm-no-pkg'] } },
      ],
      options: typed,
    },
  },
  {
    name: 'dependency types of packages', on: ['monorepo', 'dependency-cruiser', 'harbour'],
    config: {
      forbidden: [
        { name: 'declared', severity: 'info', from: {}, to: { dependencyTypes: ['npm'] } },
        { name: 'for-development', severity: 'error', from: { pathNot: '\\.spec\\.ts$' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
        { name: 'optional-or-peer', severity: 'warn', from: {}, to: { dependencyTypes: ['npm-optional', 'npm-peer'] } },
        { name: 'undeclared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
        { name: 'neither', severity: 'info', from: {}, to: { path: 'node_modules', dependencyTypesNot: ['npm', 'deprecated'] } },
        { name: 'deprecated', severity: 'warn', from: {}, to: { dependencyTypes: ['deprecated'] } },
        { name: 'twice', severity: 'warn', from: {}, to: { moreThanOneDependencyType: true } },
        { name: 'once', severity: 'info', from: { path: '^src/(?:boats|cli)/' }, to: { moreThanOneDependencyType: false, path: 'node_modules' } },
        { name: 'nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
        { name: 'somewhere', severity: 'info', from: { path: '^src/office/' }, to: { couldNotResolve: false } },
      ],
      options: typed,
    },
  },
  {
    name: 'dependency types of imports', on: ['monorepo', 'dependency-cruiser', 'harbour'],
    config: {
      forbidden: [
        { name: 'by-alias', severity: 'info', from: {}, to: { dependencyTypes: ['aliased'] } },
        { name: 'by-paths', severity: 'info', from: {}, to: { dependencyTypes: ['aliased-tsconfig-paths'] } },
        { name: 'by-subpath', severity: 'info', from: {}, to: { dependencyTypes: ['aliased-subpath-import'] } },
        { name: 'by-workspace', severity: 'info', from: {}, to: { dependencyTypes: ['aliased-workspace'] } },
        { name: 'not-by-alias', severity: 'info', from: { path: '^(?:apps|src/cli|src/main)' }, to: { dependencyTypesNot: ['aliased'], path: '^(?:src|packages|features|libs)/' } },
        { name: 'required', severity: 'warn', from: {}, to: { dependencyTypes: ['require'] } },
        { name: 'later', severity: 'warn', from: {}, to: { dependencyTypes: ['dynamic-import'] } },
        { name: 'local-values', severity: 'info', from: { path: '^(?:src/office|features/)' }, to: { dependencyTypes: ['local'], dependencyTypesNot: ['type-only', 'export'] } },
        { name: 'up', severity: 'info', from: {}, to: { ancestor: true } },
        { name: 'not-up', severity: 'info', from: { path: '^(?:src/boats|src/validate|apps)/' }, to: { ancestor: false } },
      ],
      // Without it, the program knows workspaces only in files to which the manifest that lists them is the nearest.
      options: { ...typed, combinedDependencies: true },
    },
  },
  {
    name: 'exotic requires', on: ['harbour'],
    config: {
      forbidden: [
        { name: 'exotic', severity: 'warn', from: {}, to: { exoticallyRequired: true } },
        { name: 'plain', severity: 'info', from: { path: '^src/old/' }, to: { exoticallyRequired: false } },
        { name: 'wanted', severity: 'error', from: {}, to: { exoticRequire: '^want$' } },
        { name: 'not-wanted', severity: 'error', from: {}, to: { exoticRequireNot: '^want$' } },
        { name: 'exotic-type', severity: 'info', from: {}, to: { dependencyTypes: ['exotic-require'] } },
        { name: 'built-in', severity: 'info', from: {}, to: { dependencyTypes: ['process-get-builtin-module'] } },
        { name: 'in-comments', severity: 'info', from: {}, to: { dependencyTypes: ['jsdoc'] } },
      ],
      options: { ...typed, exoticRequireStrings: ['want', 'tryRequire'], detectJSDocImports: true, detectProcessBuiltinModuleCalls: true },
    },
  },
  {
    name: 'gone after compiling', on: ['monorepo', 'harbour'],
    config: {
      forbidden: [
        { name: 'gone', severity: 'warn', from: {}, to: { preCompilationOnly: true } },
        { name: 'left', severity: 'info', from: { path: '^(?:src/office|features)/' }, to: { preCompilationOnly: false } },
        { name: 'gone-type', severity: 'info', from: { path: '^(?:src|libs)/' }, to: { dependencyTypes: ['pre-compilation-only'] } },
      ],
      options: { tsPreCompilationDeps: 'specify' },
    },
  },
  {
    name: 'allowed, of many forms', on: ['monorepo', 'harbour'], unsaid: ['options.combinedDependencies', 'not-in-allowed'],
    config: {
      allowed: [
        { from: { path: '^(?:apps|src/main)' }, to: { dependencyTypes: ['aliased-workspace', 'npm-peer'] } },
        { from: { path: '^(?:apps|src/main)' }, to: { dynamic: true } },
        { from: { path: '^(?:features|src/boats)/([^/]+)/' }, to: { path: '^(?:features|src/boats)/$1/' } },
        { from: { pathNot: '^src/boats/' }, to: { dependencyTypes: ['type-only'] } },
        { from: { path: '^src/' }, to: { license: 'MIT', dependencyTypes: ['npm'] } },
        { from: {}, to: { dependencyTypes: ['core'] } },
        { from: { path: '^(?:src|packages|apps|features|libs|foundation)/' }, to: { path: '^(?:src/main|apps/[^/]+/src/index)', reachable: true } },
      ],
      allowedSeverity: 'info', options: { ...typed, combinedDependencies: true },
    },
  },
  {
    name: 'systems of modules', on: ['harbour'],
    config: { forbidden: [{ name: 'any-import', severity: 'info', from: {}, to: {} }], options: { ...typed, moduleSystems: ['cjs'], exclude: '^src/boats/' } },
  },
  {
    name: 'more that is built in', on: ['harbour'],
    config: {
      forbidden: [{ name: 'no-core', severity: 'info', from: {}, to: { dependencyTypes: ['core'] } }, { name: 'no-packages', severity: 'info', from: {}, to: { dependencyTypes: ['npm', 'npm-no-pkg'] } }, { name: 'no-flag', severity: 'info', from: {}, to: { path: '^(?:flag|path)$' } }],
      options: { ...typed, builtInModules: { add: ['flag', 'barnacle'] }, highlight: 'a', knownViolations: [] },
    },
  },
  { name: 'its own recommended set', on: ['monorepo', 'harbour'], config: { extends: ['dependency-cruiser/configs/recommended'], options: { ...typed, doNotFollow: { path: 'node_modules' } } } },
  { name: 'its own strict set', on: ['harbour'], config: { extends: ['dependency-cruiser/configs/recommended-strict'], options: { doNotFollow: { path: 'node_modules' } } } },
  { name: 'its own set of warnings', on: ['dependency-cruiser', 'harbour'], config: { extends: ['dependency-cruiser/configs/recommended-warn-only'], options: { ...typed } } },
  { name: 'its own sample', on: ['rxjs', 'harbour'], config: { extends: [sample] } },
]
