// Which version a package is declared in, and where: what the rest of the workspace says, else what is installed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { take } from './rewriting.ts'

const manifest = (lists: object): string => `${JSON.stringify({ name: 'it', ...lists }, undefined, 2)}\n`

async function declared(files: Readonly<Record<string, string>>, options: Readonly<Record<string, string | number>> = {}): Promise<readonly (string | undefined)[]> {
  const path = 'packages/till/src/till.ts'
  const { texts, problems } = await take('declare', path, { [path]: "import 'pg'\n", 'packages/till/package.json': manifest({}), ...files }, {
    arguments: { path, manifest: 'packages/till/package.json', name: 'pg', list: 'dependencies', isWorkspace: 0, ...options },
  })
  const { dependencies, devDependencies } = JSON.parse(texts.get('packages/till/package.json') ?? '') as { readonly dependencies?: Record<string, string>; readonly devDependencies?: Record<string, string> }
  return [...problems, ...(dependencies === undefined ? [] : [JSON.stringify(dependencies)]), ...(devDependencies === undefined ? [] : [`dev ${JSON.stringify(devDependencies)}`])]
}

const installed = { 'node_modules/pg/package.json': '{ "name": "pg", "version": "8.11.0" }' }

test('the version that the other packages of the workspace agree on goes before the one that is installed', async () => {
  assert.deepEqual(await declared({ ...installed, 'package.json': manifest({ devDependencies: { pg: '~8.10.0' } }), 'packages/shop/package.json': manifest({ dependencies: { pg: '~8.10.0' } }) }), ['{"pg":"~8.10.0"}'])
  assert.deepEqual(await declared({ 'packages/shop/package.json': manifest({ dependencies: { pg: 'catalog:' } }) }), ['{"pg":"catalog:"}'])
})

test('where they differ it is the one that is installed, else the first that is declared', async () => {
  const differing = { 'package.json': manifest({ dependencies: { pg: '^7.0.0' } }), 'packages/shop/package.json': manifest({ dependencies: { pg: '^8.0.0' } }) }
  assert.deepEqual(await declared({ ...installed, ...differing }), ['{"pg":"^8.11.0"}'])
  assert.deepEqual(await declared(differing), ['{"pg":"^7.0.0"}'])
})

test('what a package expects of others, and paths that lead elsewhere from here, are no versions', async () => {
  const others = { 'package.json': manifest({ peerDependencies: { pg: '*' } }), 'packages/shop/package.json': manifest({ dependencies: { pg: 'file:../pg' } }) }
  assert.deepEqual(await declared({ ...installed, ...others }), ['{"pg":"^8.11.0"}'])
  assert.deepEqual(await declared(others), ['not-installed: pg is not installed and nothing here declares it, so that its version is not known'])
})

test('a package of the workspace is named as others name it, else in any version', async () => {
  const own = { isWorkspace: 1 }
  assert.deepEqual(await declared(installed, own), ['{"pg":"*"}'])
  assert.deepEqual(await declared({ 'pnpm-workspace.yaml': 'packages: [packages/*]\n' }, own), ['{"pg":"workspace:*"}'])
  assert.deepEqual(await declared({ 'packages/shop/package.json': manifest({ dependencies: { pg: 'workspace:^' } }) }, own), ['{"pg":"workspace:^"}'])
})

test('what is declared for development moves, with its version, to the list that ships', async () => {
  const moved = { isMoved: 1 }
  assert.deepEqual(await declared({ ...installed, 'packages/till/package.json': manifest({ dependencies: { zod: '4' }, devDependencies: { pg: '~8.1.0', tsx: '4' } }) }, moved), ['{"pg":"~8.1.0","zod":"4"}', 'dev {"tsx":"4"}'])
  assert.deepEqual(await declared({ 'packages/till/package.json': manifest({ devDependencies: { pg: '~8.1.0' } }) }, moved), ['{"pg":"~8.1.0"}', 'dev {}'])
})
