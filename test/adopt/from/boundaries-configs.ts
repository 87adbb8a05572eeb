// Configurations of eslint-plugin-boundaries, of each of its versions, for one house: what is said of elements, of who may use whom, and of files apart.
import type { Form } from './boundaries-project.ts'

export interface BoundariesConfig {
  readonly name: string
  readonly version: 5 | 6 | 7
  readonly settings: Readonly<Record<string, unknown>>
  readonly rules: Readonly<Record<string, unknown>>
  /** Entries of the array behind the one with these settings and rules. */
  readonly others?: readonly Readonly<Record<string, unknown>>[]
  readonly forms?: readonly Form[]
  readonly typescript?: true
  /** Comments that the translation says why something is not as it was with. */
  readonly unsaid?: number
  /** Lines of which bulkhead says something else on purpose, and what the new configuration says of that. */
  readonly byDesign?: { readonly count: number; readonly comment: RegExp }
}

const elements = [
  { type: 'helpers', pattern: 'helpers/*/*.js', mode: 'file', capture: ['category', 'elementName'] },
  { type: 'components', pattern: 'components/*/*', capture: ['family', 'elementName'] },
  { type: 'modules', pattern: 'modules/*', capture: ['elementName'] },
]
const inTypescript = elements.map((each) => ({ ...each, pattern: each.pattern.replace('.js', '.ts') }))
const apart = [...elements, { type: 'shared', pattern: 'src/shared', mode: 'folder' }, { type: 'legacy', mode: 'full', pattern: ['src/legacy/*.js', 'src/legacy/**/older.js'] }, { type: 'entry', mode: 'full', pattern: 'src/main.js' }]
const strict = { 'no-unknown': 2, 'no-unknown-files': 2, 'no-ignored': 1, 'no-private': 2 }

export const boundariesConfigs: readonly BoundariesConfig[] = [
  {
    name: 'names and pairs, nothing allowed', version: 5, settings: { elements },
    rules: { 'element-types': [2, { default: 'disallow', rules: [
      { from: ['helpers'], allow: ['helpers'] },
      { from: ['components'], allow: [['components', { family: '${from.family}' }], ['helpers', { category: 'data' }]] },
      { from: [['components', { family: 'molecules' }]], allow: [['components', { family: 'atoms' }]], disallow: [['helpers', { elementName: 'parse' }]] },
      { from: ['modules'], allow: ['helpers', 'components', 'modules'] }, { from: [['modules', { elementName: '*-b' }]], disallow: ['modules'] },
    ] }] },
  },
  {
    name: 'names and pairs, all allowed, the last that fits decides', version: 5, settings: { elements: apart, include: ['src/**'], ignore: ['**/*.test.js'] },
    rules: { 'element-types': [1, { default: 'allow', message: 'Not ${file.type} to ${dependency.type}', rules: [
      { from: '*', disallow: ['entry', 'legacy'] }, { from: ['components'], disallow: ['*'] },
      { from: ['components'], allow: [['components', { family: '!${from.family}' }], 'shared'] },
      { from: [['components', { elementName: 'atom-{a,b}' }]], disallow: [['components', { elementName: 'molecule-*' }]] },
      { from: [['components', { family: 'molecules', elementName: '*-b' }], 'legacy'], allow: ['*'] },
      { from: '!(components|modules)', disallow: 'modules' },
    ] }], ...strict },
  },
  {
    name: 'entry points and packages', version: 5, settings: { elements, 'dependency-nodes': ['import', 'dynamic-import', 'require'] },
    rules: {
      'entry-point': [2, { default: 'disallow', rules: [{ target: ['helpers'], allow: '*' }, { target: ['components', 'modules'], allow: 'index.js' }, { target: [['components', { family: 'atoms' }]], allow: 'parts/*', disallow: 'index.js' }] }],
      external: [2, { default: 'disallow', message: 'Packages are few', rules: [
        { from: '*', allow: ['react', '@mui/*'] }, { from: ['helpers'], disallow: ['react', ['@mui/material', { path: ['/Button'] }]] },
        { from: ['modules'], allow: ['**'] }, { from: [['modules', { elementName: 'module-b' }]], disallow: ['lodash', 'fs'] }, { from: 'components', allow: ['left-*', 'path'] },
      ] }],
    },
    forms: ['plain', 'require', 'dynamic'],
  },
  {
    name: 'private elements', version: 5, settings: { elements }, rules: { 'no-private': [2, { allowUncles: true }], 'no-unknown': [2] },
  },
  {
    name: 'types, exports and names', version: 6, byDesign: { count: 4, comment: /of what is exported on, the name that it has, the plugin the one that it gets/ }, settings: { elements: inTypescript }, typescript: true, forms: ['plain', 'type', 'named', 'other-name', 'export', 'require', 'dynamic'],
    rules: {
      dependencies: [2, { default: 'allow', rules: [
        { from: { type: 'helpers' }, disallow: { to: { type: 'components' }, dependency: { kind: 'value' } } },
        { from: { type: 'components' }, disallow: { to: { type: 'modules' }, dependency: { nodeKind: ['require', 'dynamic-import'] } } },
        { from: { type: 'modules' }, disallow: { to: { type: ['helpers'] }, dependency: { specifiers: ['us*'] } } },
        { from: { type: 'modules' }, importKind: 'type', disallow: { to: { type: 'components' } } },
      ] }],
      external: [2, { default: 'allow', rules: [{ from: 'helpers', disallow: [['react', { specifiers: ['use', 'mo*'] }], ['lodash', { path: 'fp' }]] }] }],
    },
  },
  {
    name: 'objects with templates', version: 6, settings: { elements: apart },
    rules: { dependencies: [2, { default: 'disallow', rules: [
      { from: { type: 'helpers' }, allow: { to: { type: 'helpers', captured: { category: '{{ from.captured.category }}' } } } },
      { from: { type: 'components' }, allow: [{ to: [{ type: 'components', captured: { family: '{{from.captured.family}}' } }, { type: 'helpers', captured: { category: 'data' } }] }, { to: { type: 'shared' } }] },
      { from: { type: 'components', captured: { family: 'molecules' } }, allow: { to: { type: 'components', captured: [{ family: 'atoms', elementName: 'atom-a' }, { elementName: 'own' }] } } },
      { to: { type: 'modules' }, allow: { from: { type: ['modules', 'entry'] } } },
      { to: { type: 'helpers', internalPath: 'sort.js' }, disallow: { from: { type: 'modules' } } },
      { to: { type: 'components' }, allow: { from: { type: 'entry' } }, disallow: { from: { type: 'components', captured: { elementName: '{{to.captured.elementName}}' } } } },
    ] }] },
  },
  {
    name: 'bases and unnamed parts', version: 6, settings: { elements: [
      { type: 'component', basePattern: 'src/modules/*', baseCapture: ['module'], pattern: 'components/*/*', capture: ['family', 'name'] },
      { type: 'module', basePattern: 'src', pattern: 'modules/*', capture: ['module'] },
      { type: 'part', pattern: ['helpers/*', 'components/*'], mode: 'folder' }, { type: 'tool', pattern: 'tools', mode: 'folder' }, { type: 'lone', pattern: 'src/*.js', mode: 'full', capture: ['name'] },
    ] },
    rules: { dependencies: [2, { default: 'disallow', rules: [
      { from: { type: 'component' }, allow: { to: { type: 'component', captured: { module: '{{ from.captured.module }}', family: '{{from.captured.family}}' } } } }, { from: { type: 'module' }, allow: { to: { type: ['part', 'component'] } } },
      { from: { type: 'part' }, allow: { to: { type: '*' } } }, { from: { type: 'lone' }, allow: { to: { type: '{module,lone}' } } },
    ] }] },
  },
  {
    name: 'entities and files', version: 7,
    settings: { elements: elements.map(({ mode, ...each }) => (mode === undefined ? each : { ...each, mode })), files: [{ category: 'test', pattern: '**/*.test.js' }, { category: 'main', pattern: ['src/main.js', 'src/setup.js'] }] },
    rules: {
      dependencies: [2, { default: 'disallow', policies: [
        { from: { element: { type: 'helpers' } }, allow: { to: { element: { type: 'helpers' } } } },
        { from: { element: { type: 'components' } }, allow: { to: [{ element: { type: 'components', captured: { family: '{{ from.element.captured.family }}' } } }, { element: { type: 'helpers', captured: { category: 'data' } } }] } },
        { from: { element: { type: 'modules' } }, allow: { to: { element: { types: { anyOf: ['helpers', 'components', 'modules'] } } } } },
        { disallow: { to: { file: { categories: 'test' } } } },
        { from: { file: { categories: { anyOf: ['test'] } } }, allow: { to: { element: { type: '*' } } } },
        { from: { file: { categories: 'main' } }, allow: { to: { element: { types: { noneOf: ['helpers'] } } } } },
      ] }],
      'no-unknown-dependencies': [2], 'no-unknown-files': [2],
    },
  },
  {
    name: 'all origins in one list', version: 7, settings: { elements },
    rules: { dependencies: [2, { default: 'allow', checkAllOrigins: true, policies: [
      { from: { element: { type: 'helpers' } }, disallow: { to: { module: { origin: ['external', 'core'] } } } }, { from: { element: { type: 'helpers' } }, allow: { to: { module: { origin: 'external', source: ['react', '@mui/*'] } } } },
      { from: { element: { type: 'components' } }, disallow: [{ to: { module: { source: 'lodash', internalPath: 'fp' } } }, { to: { element: { type: 'modules' } } }, { to: { module: { origin: 'core' } } }] },
      { from: { element: { type: 'modules', captured: { elementName: 'module-a' } } }, disallow: { to: { module: { origin: '*' } } } },
    ] }] },
  },
  {
    name: 'inside elements and unknown files too', version: 7, settings: { elements, 'legacy-templates': false },
    rules: { dependencies: [2, { default: 'disallow', checkInternals: true, checkUnknownLocals: true, policies: [{ from: { element: { type: 'components' } }, allow: { to: { element: { type: 'components' } } } }, { from: { element: { type: 'modules', captured: { elementName: '${from.elementName}' } } }, allow: { to: { element: { type: '*' } } } }, { disallow: { to: { element: { type: 'components', fileInternalPath: 'parts/**' } } } }] }] },
  },
  {
    name: 'later entries of the array, and files apart', version: 7, settings: { elements },
    rules: { dependencies: [1, { default: 'disallow', policies: [{ from: { element: { type: 'modules' } }, allow: { to: { element: { type: 'components' } } } }] }], 'no-unknown-dependencies': [1] },
    others: [
      { files: ['**/*.test.js'], rules: { 'boundaries/dependencies': 0 } }, { files: ['src/components/**'], ignores: ['**/molecules/**'], rules: { 'boundaries/dependencies': [2, { default: 'allow', policies: [{ disallow: { to: { element: { type: 'helpers' } } } }] }] } },
      { ignores: ['src/legacy/**', 'packages/**'] }, { rules: { 'boundaries/no-unknown-dependencies': 2 } },
    ],
  },
  {
    name: 'two types at once, and the first alone', version: 7,
    settings: { elements: [{ type: 'part', pattern: 'components/*/*', capture: ['family', 'name'] }, { type: 'atom', pattern: 'components/atoms/*', capture: ['name'] }, { type: 'modules', pattern: 'modules/*', capture: ['name'], exclusive: true }, { type: 'rest', pattern: 'src', partialMatch: false }] },
    rules: { dependencies: [2, { default: 'allow', policies: [
      { from: { element: { types: 'part' } }, disallow: { to: { element: { types: { anyOf: ['modules', 'rest'] } } } } }, { from: { element: { types: { allOf: ['part', 'atom'] } } }, disallow: { to: { element: { types: 'part' } } } },
      { from: { element: { type: 'atom' } }, disallow: { to: { element: { type: '*' } } } }, { from: { element: { type: 'modules' } }, disallow: { to: { element: { types: 'atom', captured: { family: 'atoms' } } } } },
    ] }] },
  },
  {
    name: 'elements in elements in elements', version: 6, settings: { elements: [{ type: 'area', pattern: 'src/modules' }, { type: 'module', pattern: 'modules/*', capture: ['name'] }, { type: 'component', category: 'view', pattern: 'components/*/*' }, { type: 'helper', pattern: 'helpers/*' }] },
    rules: { 'no-private': [2], dependencies: [1, { default: 'disallow', rules: [{ from: { category: 'view' }, allow: { to: { category: 'vi*' } } }, { from: { type: '*' }, disallow: { to: { type: 'helper' } }, message: 'Helpers are for {{from.type}}' }] }] },
  },
  {
    name: 'each deeper than the other', version: 6, settings: { elements: [{ type: 'module', pattern: 'modules/*', capture: ['name'] }, { type: 'family', pattern: 'components/*' }, { type: 'component', pattern: 'atoms/*' }] },
    rules: { 'no-private': [2], 'no-unknown': [1] },
  },
  {
    name: 'each deeper than the other, uncles allowed', version: 7, settings: { elements: [{ type: 'module', pattern: 'modules/*', capture: ['name'] }, { type: 'family', pattern: 'components/*' }, { type: 'component', pattern: 'atoms/*' }] },
    rules: { 'no-private': [1, { allowUncles: true }], 'no-unknown-dependencies': [2, { require: 'element' }] },
  },
  {
    name: 'files in an order, calls, and packages not named', version: 7, forms: ['plain', 'call', 'export-all'],
    settings: { elements, files: [{ category: 'test', pattern: '**/*.test.js', stopMatching: true }, { category: 'main', pattern: 'src/*.js' }, { category: 'code', pattern: 'src/**' }, { category: 'setup', pattern: 'src/setup.js', exclusive: true }], include: ['src/**/*.js', 'packages/**'], 'additional-dependency-nodes': [{ selector: 'CallExpression[callee.object.name=jest][callee.property.name=requireActual] > Literal', kind: 'value', name: 'actual' }] },
    rules: {
      dependencies: [2, { default: 'disallow', checkAllOrigins: true, policies: [
        { from: { file: { categories: 'code' } }, allow: [{ to: { file: { categories: ['main', 'setup'] } } }, { to: { module: { origin: 'core' } } }] }, { from: { file: { categories: { allOf: ['main', 'code'] } } }, allow: { to: { element: { type: 'modules' } } } },
        { from: { file: { path: 'src/helpers/**' } }, allow: { to: { module: { source: '@mui/*' } } } }, { to: { element: { type: 'modules', captured: { elementName: 'module-b' } } }, disallow: { from: { file: { categories: 'main' } } } },
        { from: { file: { isUnknown: true } }, allow: { to: { file: { isUnknown: false } } } },
      ] }],
      'no-unknown-dependencies': [2, { require: 'all' }],
    },
  },
  {
    name: 'what version 5 looks at', version: 5, unsaid: 1, settings: { types: ['helpers', 'modules'], ignore: 'src/modules/*/inner' }, forms: ['plain', 'export-all', 'require', 'dynamic'],
    rules: { 'element-types': [2, { rules: [{ from: 'modules', allow: [['modules', { elementName: '!${from.elementName}' }]] }] }], 'no-ignored': [2], 'no-unknown-files': [1] },
  },
  {
    name: 'aliases and a root further down', version: 7, unsaid: 1, settings: { elements: [{ type: 'part', pattern: 'components/*/*', capture: ['family', 'name'] }, { type: 'modules', pattern: 'modules/*', partialMatch: false, capture: ['name'] }], 'root-path': 'src' }, forms: ['alias'],
    rules: { dependencies: [2, { default: 'disallow', policies: [{ from: { element: { type: 'part' } }, allow: { to: { element: { type: 'modules' } } } }] }] },
  },
]
