// One configuration of each tool that says a bit of everything, for mutations.
import { boundariesConfigs } from './boundaries-configs.ts'

interface Seed {
  readonly config: unknown
  readonly beside?: Readonly<Record<string, unknown>>
}

const nx: Seed = {
  config: { overrides: [{ rules: { '@nx/enforce-module-boundaries': ['error', {
    allow: ['@x/*', '^a'], enforceBuildableLibDependency: true, ignoredCircularDependencies: [['a', 'b'], ['*', 'tag:scope:a']], banTransitiveDependencies: true, checkNestedExternalImports: true,
    depConstraints: [
      { sourceTag: 'scope:a', onlyDependOnLibsWithTags: ['scope:b', '/^s/'], bannedExternalImports: ['react', '@a/*'] },
      { allSourceTags: ['scope:*', 'type:b'], notDependOnLibsWithTags: ['*'], allowedExternalImports: ['lodash'] }, { sourceTag: '*', onlyDependOnLibsWithTags: [] },
    ],
  }] } }] },
  beside: { 'src/a/project.json': { name: 'a', projectType: 'application', tags: ['scope:a'], targets: { build: {} } }, 'src/b/package.json': { name: '@x/b', nx: { tags: ['scope:b', 'type:b'] } }, 'tsconfig.base.json': { compilerOptions: { paths: { '@x/b': ['src/b/y.ts'] } } } },
}

const sheriff: Seed = { config: {
  modules: { 'src/a': 'domain:a', src: { '<kind>': ['kind:<kind>', 'x'], '/^[ab]$/': { function: 'f', gives: ['s:<segment>'] } }, 'src/<b>/c': { function: '() => 1' } }, enableBarrelLess: true, encapsulationPattern: { regexp: '(^|/)_', flags: '' }, excludeRoot: false,
  depRules: { root: 'kind:*', 'kind:*': [{ function: 'sameTag' }, 'x'], 'domain:a': { function: 'anyTag' }, x: { function: '({ to }) => to' }, '*': [] }, ignoreFileExtensions: ['css'], entryFile: 'x.ts',
} }

const turborepo: Seed = {
  config: { tasks: {}, boundaries: { tags: { internal: { dependencies: { allow: ['x'], deny: ['b'] }, dependents: { allow: [], deny: ['internal'] } } }, implicitDependencies: ['node:fs', 'x'] } },
  beside: { 'turbo.json': {}, 'src/turbo.json': { tags: ['internal'], boundaries: { tags: {}, dependents: { allow: ['b'] }, implicitDependencies: ['pg'] } } },
}

const importLinter: Seed = { config: { tool: { importlinter: { root_packages: ['src', 'b'], include_external_packages: true, exclude_type_checking_imports: true, contracts: [
  { id: 'x', name: 'Layers, of a kind', type: 'layers', layers: ['a | c', '(b)', 'd : e'], containers: ['src', 'src.a'], exhaustive: true, exhaustive_ignores: ['z'], ignore_imports: ['src.a -> src.b.y', 'src.** -> django'] },
  { name: 'y', type: 'layers', layers: ['src.a', 'src.b.c'] }, { name: 'f', type: 'forbidden', source_modules: ['src.a', 'src.*'], forbidden_modules: ['src.b', 'django'], as_packages: 'False', allow_indirect_imports: 'true' },
  { name: 'i', type: 'independence', modules: ['src.*'] }, { name: 'j', type: 'independence', modules: ['src.a', 'src.b'] }, { name: 'p', type: 'protected', protected_modules: ['src.**.x'], allowed_importers: ['src.a'] },
  { name: 'c', type: 'acyclic_siblings', ancestors: ['src'], depth: 2, skip_descendants: ['src.a'] }, { name: 'own', type: 'mine' },
] } } } }

const tach: Seed = {
  config: {
    layers: ['ui', { name: 'core', closed: true }], exclude: ['**/x', 'build/'], source_roots: ['src'], exact: true, forbid_circular_dependencies: true, root_module: 'dependenciesonly', rules: { unused_ignore_directives: 'error', local_imports: 'off' }, external: { exclude: ['PIL'], rename: ['a:b'] },
    modules: [
      { path: 'a', depends_on: ['b', { path: 'a.x', deprecated: true }, 'lib.**'], layer: 'ui', visibility: ['b'], depends_on_external: ['django'] }, { paths: ['b', 'c'], depends_on: [], utility: true, layer: 'core' }, { path: 'lib.**', unchecked: true }, { path: '<root>', cannot_depend_on: ['a'], cannot_depend_on_external: ['x.y'] },
    ],
    interfaces: [{ expose: ['get', 'svc.*', '(x|y)'], from: ['a', 'b.*'], visibility: ['c'], exclusive: true }, { expose: ['.*'] }],
  },
  beside: { 'src/a/tach.domain.toml': { root: { depends_on: ['//b', 'x'] }, modules: [{ path: 'x', depends_on: [] }], interfaces: [{ expose: ['y'], from: ['<domain_root>'] }] } },
}

const packwerk: Seed = {
  config: { include: ['**/*.rb'], exclude: ['{bin,tmp}/**/*'], package_paths: ['src/*', '.'], layers: ['top', 'low'], require: ['x'], parallel: true },
  beside: {
    'package.yml': { enforce_dependencies: true, dependencies: ['src/a'] }, 'src/b/package_todo.yml': { 'src/a': { '::A': { violations: ['privacy'], files: ['src/b/y.rb'] } } },
    'src/a/package.yml': { enforce_dependencies: 'strict', dependencies: ['src/b', '.'], enforce_privacy: true, public_path: 'api/', enforce_visibility: true, visible_to: ['src/b'], enforce_folder_privacy: true, layer: 'top', enforce_layers: true, metadata: { stewards: ['@a'] } },
    'src/b/package.yml': { layer: 'low', private_constants: ['::B'], owner: 'B' },
  },
}

export const seedsOfOthers: Readonly<Record<string, readonly Seed[]>> = { nx: [nx], sheriff: [sheriff], turborepo: [turborepo], 'import-linter': [importLinter], tach: [tach], packwerk: [packwerk] }

const named = (map: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(map).map(([key, value]) => [`boundaries/${key}`, value]))

/** Its elements lie where the files of a mutated project do. */
const boundariesHere: Seed = {
  config: [{
    settings: named({ elements: [{ type: 'a', pattern: 'src/*', capture: ['name'] }, { type: 'b', pattern: ['lib/*/*.js'], mode: 'file' }, { type: 'y', basePattern: '*', baseCapture: ['base'], pattern: 'b' }], files: [{ category: 'test', pattern: '**/*.test.ts' }], ignore: 'src/b/*', 'additional-dependency-nodes': [{ selector: 'CallExpression[callee.object.name=jest][callee.property.name=requireActual] > Literal' }] }),
    rules: named({ dependencies: [2, { default: 'disallow', rules: [{ from: [['a', { name: 'x' }]], allow: [['a', { name: '${from.name}' }], '!b'], importKind: 'type' }, { from: { element: { type: 'b' } }, disallow: { to: { file: { categories: 'test' } } } }] }], 'entry-point': [1, { default: 'disallow', rules: [{ target: 'a', allow: ['index.*'] }] }], 'no-private': [2], 'no-ignored': [2] }),
  }],
}

export const boundariesSeeds: readonly Seed[] = [boundariesHere, ...boundariesConfigs.map(({ version, settings, rules, others = [] }) => ({ config: [{ settings: named(settings), rules: named(rules) }, ...others], beside: { 'package.json': { devDependencies: { 'eslint-plugin-boundaries': `^${version}.0.0` } } } })), { config: { extends: [{ rules: named({ 'no-unknown': 2 }) }], ignorePatterns: ['x'], settings: named({ elements: ['src', { type: 'b', category: 'c', pattern: '{a,b}/@(x|y)/**' }] }), overrides: [{ files: '*.ts', excludedFiles: ['x/**'], rules: named({ 'no-unknown': 1, external: [2, { rules: [{ from: 'src', allow: [['react', { specifiers: ['a*'], path: '/b' }], 'node:*'] }] }] }) }] } }]
