// Nx: workspaces as its documentation has them, carried over and enforced.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { bulkhead, check, onDisk, written } from './on-disk.ts'

const project = (name: string, tags: readonly string[], targets: object = {}): string => JSON.stringify({ name, projectType: name === 'store' ? 'application' : 'library', tags, targets })

/** A shop in the shape of https://nx.dev/docs/features/enforce-module-boundaries: clients, admins, and what both share. */
const workspace = {
  'package.json': '{ "name": "harbour", "dependencies": { "react": "19", "@angular/core": "20", "lodash": "4" } }',
  'tsconfig.base.json': JSON.stringify({ compilerOptions: { paths: { '@h/client-feature': ['libs/client/feature/src/index.ts'], '@h/admin-feature': ['libs/admin/feature/src/index.ts'], '@h/ui': ['libs/shared/ui/src/index.ts'], '@h/store': ['apps/store/src/main.ts'] } } }),
  'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
  'apps/store/project.json': project('store', ['scope:client', 'type:app']),
  'apps/store/src/main.ts': "import '@h/client-feature'\nimport '@h/admin-feature'\nexport const main = 1\n",
  'libs/client/feature/project.json': project('client-feature', ['scope:client', 'type:feature']),
  'libs/client/feature/src/index.ts': "import '@h/ui'\nimport '@h/store'\nimport 'react'\nimport './inner'\nexport const feature = 1\n",
  'libs/client/feature/src/inner.ts': 'export const inner = 1\n',
  'libs/admin/feature/project.json': project('admin-feature', ['scope:admin', 'type:feature']),
  'libs/admin/feature/src/index.ts': "import '@h/ui'\nimport '@h/client-feature'\nimport '@angular/core'\nimport 'lodash/fp'\n",
  'libs/shared/ui/project.json': project('ui', ['scope:shared', 'type:ui'], { build: {} }),
  'libs/shared/ui/src/index.ts': "import '@h/client-feature'\nimport '@angular/core/testing'\nexport const ui = 1\n",
  'libs/shared/ui/src/index.spec.ts': "import '@h/admin-feature'\n",
}

const rule = (options: object, level = 'error'): string => JSON.stringify({ overrides: [{ files: ['*.ts'], rules: { '@nx/enforce-module-boundaries': [level, options] } }] })

const scopes = [
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:admin', onlyDependOnLibsWithTags: ['scope:shared', 'scope:admin'] },
  { sourceTag: 'scope:client', onlyDependOnLibsWithTags: ['scope:shared', 'scope:client'] },
]

async function translated(t: TestContext, files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const root = onDisk(t, { ...workspace, ...files })
  const init = await bulkhead(root, ['init', '--from', 'nx', ...args])
  assert.equal(init.status, 0, init.err)
  const report = await check(root)
  assert.deepEqual(report.problems, [], written(root))
  return { root, text: written(root), out: init.out, statuses: new Map(report.findings.map(({ rule: id, status }) => [id, status])), found: report.findings.map(({ rule: id, entry, path, target }) => `${entry ?? id}: ${path} > ${String(target)}`.replace('path:', '').replaceAll(/libs\/|\/src|index\.ts/g, '')) }
}

/** Of the entries that constraints made. */
const named = (found: readonly string[], pattern: RegExp): readonly string[] => found.filter((each) => pattern.test(each)).sort()

test('projects may use what their tags may', async (t) => {
  const { found, text } = await translated(t, { '.eslintrc.json': rule({ depConstraints: scopes }) })
  assert.match(text, /libs\/client\/feature, tags: \["scope:client", "type:feature"\]|libs\/client\/feature, tags: \[scope:client, type:feature\]/)
  assert.deepEqual(named(found, /^scope-/), [
    'scope-client-only: apps/store/main.ts > admin/feature/',
    'scope-admin-only: admin/feature/ > client/feature/',
    'scope-shared-only: shared/ui/ > client/feature/',
    'scope-shared-only: shared/ui/index.spec.ts > admin/feature/',
  ].sort())
})

test('applications are imported by nobody, and projects form no circles, but for pairs that may', async (t) => {
  const free = await translated(t, { '.eslintrc.json': rule({ depConstraints: [] }) })
  assert.deepEqual(named(free.found, /apps|cycles/), ['boundaries/cycles: admin/feature/ > shared/ui/', 'no-imports-of-apps: client/feature/ > apps/store/main.ts'])
  const others = { 'libs/shared/ui/src/index.ts': '', 'libs/shared/ui/src/index.spec.ts': '', 'libs/admin/feature/src/index.ts': '' }
  const one = await translated(t, { ...others, '.eslintrc.json': rule({}) })
  assert.deepEqual(named(one.found, /cycles/), ['boundaries/cycles: client/feature/ > apps/store/main.ts'])
  const pairs = await translated(t, { ...others, '.eslintrc.json': rule({ ignoredCircularDependencies: [['store', 'client-feature']] }) })
  assert.equal(pairs.statuses.get('boundaries/cycles'), 'allowed')
  assert.match(pairs.text, /rule: boundaries\/cycles\n +from: module:store\n +to: module:client-feature\n +why: .*\n +until: never/)
})

test('whoever no constraint is about may import no project', async (t) => {
  const { found } = await translated(t, { '.eslintrc.json': rule({ depConstraints: [{ sourceTag: 'scope:client', onlyDependOnLibsWithTags: ['*'] }] }) })
  assert.deepEqual(named(found, /^without/), [
    'without-constraint: admin/feature/ > client/feature/', 'without-constraint: admin/feature/ > shared/ui/',
    'without-constraint: shared/ui/ > client/feature/', 'without-constraint: shared/ui/index.spec.ts > admin/feature/',
  ].sort())
})

test('tags with stars and as expressions, several at once, and tags that nothing bears', async (t) => {
  const { found, text } = await translated(t, { '.eslintrc.json': rule({ depConstraints: [
    { sourceTag: 'scope:*', onlyDependOnLibsWithTags: ['scope:*'] },
    { allSourceTags: ['scope:client', 'type:feature'], onlyDependOnLibsWithTags: ['/^scope:(admin|legacy)$/'] },
    { sourceTag: 'type:ui', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:feature', 'type:legacy'] },
  ] }) })
  assert.deepEqual(named(found, /^(scope|type)/), [
    'scope-client-type-feature-only: client/feature/ > shared/ui/', 'scope-client-type-feature-only: client/feature/ > apps/store/main.ts',
    'type-ui-only: shared/ui/ > client/feature/', 'type-ui-only: shared/ui/index.spec.ts > admin/feature/',
  ].sort())
  assert.match(text, /from: "?tag:scope:\*"?, only: "?tag:scope:\*/)
  assert.match(text, /# Named by rules, and borne by nothing yet\.\n {2}type:legacy: \[\]/)
})

test('packages that are banned, and the only ones that may be', async (t) => {
  const { found } = await translated(t, { '.eslintrc.json': rule({ depConstraints: [
    { sourceTag: 'scope:admin', bannedExternalImports: ['@angular/*', 'lodash'] },
    { sourceTag: 'scope:client', allowedExternalImports: ['@angular/*'] },
    { sourceTag: 'scope:shared', allowedExternalImports: [] },
  ] }) })
  assert.deepEqual(named(found, /(banned|packages): /), [
    'scope-admin-banned: admin/feature/ > pkg:@angular/core', 'scope-admin-banned: admin/feature/ > pkg:lodash/fp',
    'scope-client-packages: client/feature/ > pkg:react', 'scope-shared-packages: shared/ui/ > pkg:@angular/core/testing',
  ].sort())
})

test('what may not be reached, what is built from what is built, and how imports are written', async (t) => {
  const { text } = await translated(t, { '.eslintrc.json': rule({
    depConstraints: [{ sourceTag: 'type:app', notDependOnLibsWithTags: ['scope:admin', 'type:ui'] }], enforceBuildableLibDependency: true, banTransitiveDependencies: true, allowCircularSelfDependency: true,
  }, 'warn') })
  assert.match(text, /\{ id: type-app-not, from: "?tag:type:app"?, forbid: \[tag:scope:admin, tag:type:ui\], reach: true, severity: warning \}/)
  assert.match(text, /id: buildable-on-buildable\n +from: \{ all: \[tag:nx:library, tag:nx:buildable\] \}\n +forbid: \{ any: tag:nx:library, not: tag:nx:buildable \}\n +severity: warning/)
  assert.match(text, /\{ id: no-relative-imports-across-projects, from: module:\*\*, forbid: module:\*\*, written: relative, severity: warning \}/)
  assert.match(text, /boundaries\/self-import: "off"\n {2}boundaries\/undeclared: warning/)
})

test('a library that is built may not use one that is not', async (t) => {
  const { found } = await translated(t, { '.eslintrc.json': rule({ enforceBuildableLibDependency: true }) })
  assert.deepEqual(named(found, /^buildable/), ['buildable-on-buildable: shared/ui/ > client/feature/', 'buildable-on-buildable: shared/ui/index.spec.ts > admin/feature/'].sort())
})

test('imports that are let off: by alias, and files by the expression that generated configurations have', async (t) => {
  const { found, text, out } = await translated(t, { '.eslintrc.json': rule({ allow: ['@h/admin-feature', '^.*/eslint(\\.base)?\\.config\\.[cm]?[jt]s$', '@gone/*'], depConstraints: scopes }), 'libs/client/feature/eslint.config.mjs': 'export default []\n' })
  assert.deepEqual(named(found, /^scope-(client|shared)-only/), ['scope-shared-only: shared/ui/ > client/feature/'].sort())
  assert.match(text, /path:libs\/client\/feature\/eslint\.config\.mjs/)
  assert.match(out, /allow: @gone\/\* {2}nothing in this project is imported by such a name/)
})

test('tags of manifests, the older name of the rule, and projects in one file', async (t) => {
  const { found, text } = await translated(t, {
    'package.json': '{ "workspaces": ["packages/*"] }', 'packages/pay/package.json': '{ "name": "@h/pay", "nx": { "tags": ["scope:pay"] }, "main": "index.ts" }', 'packages/pay/index.ts': "import '@h/quay'\n",
    'packages/quay/package.json': '{ "name": "@h/quay", "private": true, "main": "index.ts" }', 'packages/quay/index.ts': 'export const quay = 1\n',
    'workspace.json': '{ "projects": { "old": "old/thing" } }', 'nx.json': '{ "projects": { "old": { "tags": ["scope:old"] } } }', 'old/thing/x.ts': "import '../../packages/quay/index'\n",
    '.eslintrc.json': JSON.stringify({ rules: { '@nrwl/nx/enforce-module-boundaries': ['error', { depConstraints: [{ sourceTag: 'scope:pay', onlyDependOnLibsWithTags: ['npm:public'] }, { sourceTag: 'scope:old', onlyDependOnLibsWithTags: ['npm:private'] }, { sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }] }] } }),
  })
  assert.deepEqual(named(found, /^scope/), ['scope-pay-only: packages/pay/ > packages/quay/'].sort())
  assert.match(text, /"?@h\/quay"?: \{ files: packages\/quay, tags: npm:private, api: open \}/)
  assert.match(text, /old: \{ files: old\/thing, tags: scope:old, api: open \}/)
})

test('flat configurations in TypeScript are run, and compiled by nothing but what is there', async (t) => {
  const config = `interface Options { depConstraints: readonly object[] }\nconst options: Options = { depConstraints: ${JSON.stringify(scopes)} }\nexport default [{ files: ['**/*.ts'], rules: { '@nx/enforce-module-boundaries': ['error', options] } }]\n`
  const { found } = await translated(t, { 'eslint.config.ts': config }, ['--yes'])
  assert.equal(named(found, /^scope-.*-only/).length, 4)
})

test('nothing is dropped in silence', async (t) => {
  const { out, text } = await translated(t, {
    '.eslintrc.json': rule({ depConstraints: [{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'], someday: true }, { sourceTag: '/^nobody$/', onlyDependOnLibsWithTags: ['*'] }], checkDynamicDependenciesExceptions: ['.*'], newOption: 1 }),
    'libs/client/feature/.eslintrc.json': rule({ depConstraints: [] }), 'libs/broken/project.json': '{ "tags": [',
  })
  for (const said of ['depConstraints[0].someday  bulkhead does not know this key', 'depConstraints[1]  no tag of this workspace is /^nobody$/', 'options.checkDynamicDependenciesExceptions  bulkhead has no rule about what is loaded lazily', 'options.newOption  bulkhead does not know this key', 'libs/client/feature/.eslintrc.json  it sets the rule for its own folder', 'libs/broken/project.json  it could not be read']) assert.ok(out.includes(said), `${said}\n${out}`)
  assert.match(text, /# Not said: options\.newOption/)
})

test('where the rule is not set, it says so', async (t) => {
  const none = await bulkhead(onDisk(t, { ...workspace, '.eslintrc.json': '{ "rules": {} }' }), ['init', '--from', 'nx'])
  assert.match(none.err, /there is no configuration of Nx/)
  const off = await translated(t, { '.eslintrc.json': rule({}, 'off') })
  assert.match(off.out, /@nx\/enforce-module-boundaries {2}it is off/)
})
