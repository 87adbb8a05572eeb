// Turborepo's boundaries: packages and tags as its documentation has them, carried over and enforced.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { bulkhead, check, onDisk, written } from './on-disk.ts'

const manifest = (name: string, dependencies: readonly string[] = [], dev: readonly string[] = []): string => JSON.stringify({ name, main: 'index.ts', dependencies: Object.fromEntries(dependencies.map((each) => [each, '*'])), devDependencies: Object.fromEntries(dev.map((each) => [each, '*'])) })

/** https://turborepo.dev/docs/reference/boundaries: an application, a public interface, and what is internal. */
const monorepo = {
  'package.json': '{ "name": "harbour", "workspaces": ["apps/*", "packages/*"] }',
  'turbo.json': JSON.stringify({ $schema: 'https://turborepo.dev/schema.json', tasks: { build: {} }, boundaries: {} }),
  'apps/web/package.json': manifest('web', ['@h/ui', 'react'], ['vitest']),
  'apps/web/index.ts': "import '@h/ui'\nimport '@h/pay'\nimport 'react'\nimport 'pg'\nimport 'vitest'\nimport 'node:fs'\nimport './own'\nimport '../../packages/pay/index'\n",
  'apps/web/own.ts': '',
  'packages/ui/package.json': manifest('@h/ui', ['@h/pay']), 'packages/ui/index.ts': "import '@h/pay'\n",
  'packages/pay/package.json': manifest('@h/pay'), 'packages/pay/index.ts': 'export const pay = 1\n',
}

async function translated(t: TestContext, files: Readonly<Record<string, string>> = {}) {
  const root = onDisk(t, { ...monorepo, ...files })
  const init = await bulkhead(root, ['init', '--from', 'turborepo'])
  assert.equal(init.status, 0, init.err)
  const report = await check(root)
  assert.deepEqual(report.problems, [], written(root))
  return { text: written(root), out: init.out, found: report.findings.filter(({ status }) => status === 'new').map(({ rule, entry, severity, path, target }) => `${entry ?? rule} (${severity}): ${path} > ${String(target)}`) }
}

test('a package uses what its manifest declares, for development or not', async (t) => {
  const { found, out } = await translated(t)
  assert.deepEqual(found.filter((each) => each.startsWith('boundaries/undeclared')), ['boundaries/undeclared (error): apps/web/index.ts > packages/pay/index.ts', 'boundaries/undeclared (error): apps/web/index.ts > pkg:pg'])
  assert.match(out, /^Read turbo\.json of Turborepo: /)
})

test('imports that leave the package', async (t) => {
  const { text } = await translated(t)
  assert.match(text, /- \{ id: import-leaves-package, from: module:\*\*, forbid: "?\*"?, written: relative \}/)
})

test('dependencies that nobody declares, everywhere and for one package', async (t) => {
  const { found, text } = await translated(t, {
    'turbo.json': '{ // ours\n "boundaries": { "implicitDependencies": ["pg"] } }',
    'apps/web/turbo.json': '{ "extends": ["//"], "boundaries": { "implicitDependencies": ["@h/pay"] } }',
  })
  assert.deepEqual(found.filter((each) => each.startsWith('boundaries/undeclared')), [])
  assert.match(text, /rule: boundaries\/undeclared, from: module:web, to: "?module:@h\/pay"?, why: implicitDependencies, until: never/)
})

test('tags: what may be depended on, and what may depend', async (t) => {
  const { text, found } = await translated(t, {
    'turbo.json': JSON.stringify({ boundaries: { tags: {
      public: { dependencies: { deny: ['internal'] } },
      internal: { dependents: { allow: ['public', '@h/ui'], deny: ['web'] }, dependencies: { allow: ['legacy'] } },
    } } }),
    'packages/ui/turbo.json': '{ "extends": ["//"], "tags": ["public"] }',
    'packages/pay/turbo.json': '{ "extends": ["//"], "tags": ["internal"], "boundaries": { "dependencies": { "allow": [] } } }',
  })
  assert.match(text, /\n {2}internal: \["?module:@h\/pay"?\]\n/)
  assert.match(text, /\n {2}legacy: \[\]\n/)
  for (const line of [
    /\{ id: public-dependencies-not, from: tag:public, forbid: tag:internal, reach: true \}/, /\{ id: internal-dependents, to: tag:internal, only: \[tag:public, "?module:@h\/ui"?\], reach: true \}/,
    /\{ id: internal-dependents-not, to: tag:internal, forbid: module:web, reach: true \}/, /\{ id: internal-dependencies, from: tag:internal, only: tag:legacy, reach: true \}/, /\{ id: h\/pay-dependencies, from: "?module:@h\/pay"?, only: \[\], reach: true \}/,
  ]) assert.match(text, line)
  const direct = found.filter((each) => /^(public|internal)/.test(each))
  // With chains, which this version may not know yet, the first import of a chain stands for it.
  assert.ok(direct.length === 0 || direct.includes('public-dependencies-not (error): packages/ui/index.ts > packages/pay/index.ts'), direct.join('\n'))
})

test('what cannot be said is named, and what is about tasks is not', async (t) => {
  const { out } = await translated(t, {
    'turbo.json': JSON.stringify({ tasks: {}, globalEnv: ['CI'], remoteCache: {}, someday: 1, tags: ['x'], boundaries: { dependencies: { allow: [] }, later: 1 } }),
    'packages/pay/turbo.json': '{ "extends": ["//"], "tags": ["internal"], "boundaries": { "tags": {} } }', 'tools/turbo.json': '{}', 'packages/ui/turbo.json': '{',
  })
  for (const said of ['someday  bulkhead does not know this key', 'tags  the root package is not checked', 'boundaries.dependencies  the root package is not checked', 'boundaries.later  bulkhead does not know this key', "packages/pay/turbo.json: boundaries.tags  only the root's file", 'tools/turbo.json  its folder is no package of the workspace', 'packages/ui/turbo.json  it could not be read', 'imports of @types packages']) assert.ok(out.includes(said), `${said}\n${out}`)
  assert.doesNotMatch(out, /globalEnv|remoteCache|tasks {2}/)
})
