// eslint-plugin-boundaries: what its documentation shows, carried over and enforced.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { bulkhead, check, onDisk, written } from './on-disk.ts'

const house = {
  'package.json': '{ "name": "house", "type": "module" }',
  'src/helpers/permissions/roles.js': "import '../../components/atoms/atom-a/index.js'\nimport '../data/sort.js'\nimport 'react'\n",
  'src/helpers/data/sort.js': '',
  'src/helpers/data/parse.js': '',
  'src/components/atoms/atom-a/index.js': "import './AtomA.js'\nimport '../../molecules/molecule-a/index.js'\nimport '../../../helpers/permissions/roles.js'\n",
  'src/components/atoms/atom-a/AtomA.js': "import '../../../helpers/data/sort.js'\nimport '../atom-b/index.js'\n",
  'src/components/atoms/atom-b/index.js': '',
  'src/components/molecules/molecule-a/index.js': "import '../../atoms/atom-a/AtomA.js'\nimport '../../../modules/module-a/index.js'\n",
  'src/modules/module-a/index.js': "import '../../components/atoms/atom-a/index.js'\nimport '../module-b/index.js'\nimport '../../main.js'\n",
  'src/modules/module-b/index.js': '',
  'src/main.js': "import './modules/module-a/index.js'\n",
}

const elements = [
  { type: 'helpers', pattern: 'helpers/*/*.js', mode: 'file', capture: ['category', 'elementName'] },
  { type: 'components', pattern: 'components/*/*', capture: ['family', 'elementName'] },
  { type: 'modules', pattern: 'modules/*', capture: ['elementName'] },
]

const wrong = [
  'dependencies: src/components/atoms/atom-a/index.js > src/components/molecules/molecule-a/index.js',
  'dependencies: src/components/atoms/atom-a/index.js > src/helpers/permissions/roles.js',
  'dependencies: src/components/molecules/molecule-a/index.js > src/modules/module-a/index.js',
  'dependencies: src/helpers/permissions/roles.js > src/components/atoms/atom-a/index.js',
]

/** Every version's own way to say it. */
const ways: Readonly<Record<string, unknown>> = {
  'names and pairs': { default: 'disallow', rules: [
    { from: ['helpers'], allow: ['helpers'] },
    { from: ['components'], allow: [['components', { family: '${from.family}' }], ['helpers', { category: 'data' }]] },
    { from: [['components', { family: 'molecules' }]], allow: [['components', { family: 'atoms' }]] },
    { from: ['modules'], allow: ['helpers', 'components', 'modules'] },
  ] },
  'objects': { default: 'disallow', rules: [
    { from: { type: 'helpers' }, allow: { to: { type: 'helpers' } } },
    { from: { type: 'components' }, allow: { to: [{ type: 'components', captured: { family: '{{ from.captured.family }}' } }, { type: 'helpers', captured: { category: 'data' } }] } },
    { from: { type: 'components', captured: { family: 'molecules' } }, allow: { to: { type: 'components', captured: { family: 'atoms' } } } },
    { from: { type: 'modules' }, allow: { to: { type: ['helpers', 'components', 'modules'] } } },
  ] },
  'entities': { default: 'disallow', policies: [
    { from: { element: { type: 'helpers' } }, allow: { to: { element: { type: 'helpers' } } } },
    { from: { element: { type: 'components' } }, allow: { to: [{ element: { type: 'components', captured: { family: '{{ from.element.captured.family }}' } } }, { element: { type: 'helpers', captured: { category: 'data' } } }] } },
    { from: { element: { type: 'components', captured: { family: 'molecules' } } }, allow: { to: { element: { type: 'components', captured: { family: 'atoms' } } } } },
    { from: { element: { type: 'modules' } }, allow: { to: { element: { types: { anyOf: ['helpers', 'components', 'modules'] } } } } },
  ] },
  'all but these': { default: 'allow', rules: [
    { from: ['helpers'], disallow: ['components', 'modules'] },
    { from: ['components'], disallow: ['*'] },
    { from: ['components'], allow: [['components', { family: '${family}' }], ['helpers', { category: 'data' }]] },
    { from: [['components', { family: 'molecules' }]], allow: [['components', { family: 'atoms' }]] },
  ] },
}

for (const [name, options] of Object.entries(ways)) {
  test(`elements and who may use whom, said with ${name}`, async (t) => {
    const { found } = await carried(t, { dependencies: [2, options] })
    assert.deepEqual(found, wrong)
  })
}

test('entry points are asked for by whoever is in an element', async (t) => {
  const { found, config } = await carried(t, { 'entry-point': [2, { default: 'disallow', rules: [{ target: ['helpers'], allow: '*' }, { target: ['components', 'modules'], allow: 'index.js' }] }] })
  assert.deepEqual(found, ['entry-point: src/components/molecules/molecule-a/index.js > src/components/atoms/atom-a/AtomA.js'])
  assert.match(config, /from: module:\*\*\n.*\n.*\n {6}- \{ all: \[tag:components, "\*\*:index\.js"\] \}/)
})

test('packages, unknown files, and what has no counterpart', async (t) => {
  const { found, out } = await carried(t, { external: [1, { default: 'allow', rules: [{ from: ['helpers'], disallow: ['react', '@mui/*'] }] }], 'no-unknown': [2], 'no-private': [2], 'no-ignored': [0] })
  assert.deepEqual(found, ['external: src/helpers/permissions/roles.js > pkg:react', 'no-unknown: src/modules/module-a/index.js > src/main.js'])
  assert.match(out, /2 rules carried over, 1 could not be said\.\n {2}boundaries\/no-private {2}no element lies in another here/)
})

test('a rule that cannot be said takes its whole list with it: the order of the others hung on it', async (t) => {
  const { found, out } = await carried(t, { dependencies: [2, { default: 'disallow', rules: [{ from: ['helpers'], allow: ['helpers'] }, { from: ['components'], allow: { to: { type: 'modules' }, dependency: { relationship: { to: 'child' } } } }] }] })
  assert.deepEqual(found, [])
  assert.match(out, /boundaries\/dependencies: rule 1 {2}allow: it selects by how elements lie in one another/)
})

test('the older form of configuration is read as data', async (t) => {
  const root = onDisk(t, { ...house, '.eslintrc.yaml': `settings:\n  boundaries/elements: ${JSON.stringify(elements)}\nrules:\n  boundaries/element-types: [2, { default: allow, rules: [{ from: modules, disallow: [components] }] }]\n` })
  const { status, err } = await bulkhead(root, ['init', '--from', 'eslint-plugin-boundaries'])
  assert.equal(status, 0, err)
  assert.match(written(root), /id: element-types\/modules, from: tag:modules, forbid: tag:components/)
  assert.deepEqual(sorted((await check(root)).findings as readonly Told[]), ['element-types: src/modules/module-a/index.js > src/components/atoms/atom-a/index.js'])
})

test('files that the older form extends, its overrides, and the sets of the plugin', async (t) => {
  const root = onDisk(t, {
    ...house,
    '.eslintrc.json': JSON.stringify({
      extends: ['plugin:boundaries/strict', './config/elements.json', 'airbnb'], ignorePatterns: ['src/modules/**'],
      settings: { 'boundaries/elements': [{ type: 'aids' }] }, rules: { 'boundaries/no-unknown-files': 0, 'boundaries/element-types': 1 },
      overrides: [{ files: ['*.js'], excludedFiles: 'src/helpers/data/*.js', rules: { 'boundaries/external': ['error', { default: 'disallow' }] } }, { files: ['src/components/molecules/**'], rules: { 'boundaries/element-types': 'off' } }],
    }),
    'config/elements.json': JSON.stringify({ settings: { 'boundaries/elements': elements }, rules: { 'boundaries/element-types': [2, { default: 'allow', rules: [{ from: ['aids', 'components', 'modules'], disallow: ['*'] }] }] } }),
  })
  const { status, out, err } = await bulkhead(root, ['init', '--from', 'eslint-plugin-boundaries'])
  assert.equal(status, 0, err)
  assert.match(out, /1 could not be said\.\n {2}extends airbnb {2}what a shareable configuration says is not read/)
  // Lists of settings are merged place by place, as ESLint did: the first element is of the type that is said last.
  assert.match(written(root), /tags: aids/)
  assert.deepEqual(sorted((await check(root)).findings as readonly Told[]), [
    'element-types: src/components/atoms/atom-a/AtomA.js > src/components/atoms/atom-b/index.js', 'element-types: src/components/atoms/atom-a/AtomA.js > src/helpers/data/sort.js',
    'element-types: src/components/atoms/atom-a/index.js > src/components/molecules/molecule-a/index.js', 'element-types: src/components/atoms/atom-a/index.js > src/helpers/permissions/roles.js',
    'element-types: src/helpers/permissions/roles.js > src/components/atoms/atom-a/index.js', 'element-types: src/helpers/permissions/roles.js > src/helpers/data/sort.js',
    'external: src/helpers/permissions/roles.js > pkg:react',
  ])
})

type Told = Awaited<ReturnType<typeof check>>['findings'][number] & { readonly target?: string }

async function carried(t: TestContext, rules: Readonly<Record<string, unknown>>): Promise<{ readonly found: readonly string[]; readonly out: string; readonly config: string }> {
  const named = Object.fromEntries(Object.entries(rules).map(([name, options]) => [`boundaries/${name}`, options]))
  const plugin = 'const plugin = { rules: {} }\nplugin.self = plugin\n'
  const root = onDisk(t, { ...house, 'eslint.config.js': `${plugin}export default [{ plugins: { boundaries: plugin }, settings: { 'boundaries/elements': ${JSON.stringify(elements)} } }, { rules: ${JSON.stringify(named)} }]\n` })
  const { status, out, err } = await bulkhead(root, ['init', '--from', 'eslint-plugin-boundaries', '--yes'])
  assert.equal(status, 0, err)
  const report = await check(root)
  assert.deepEqual(report.problems, [])
  return { found: sorted(report.findings as readonly Told[]), out, config: written(root) }
}

function sorted(findings: readonly Told[]): readonly string[] {
  return findings.filter(({ rule }) => rule === 'boundaries/rules' || rule === 'boundaries/api').map(({ rule, entry, path, target }) => `${entry?.replace(/\/.*$/, '') ?? rule}: ${path} > ${target ?? ''}`).sort()
}
