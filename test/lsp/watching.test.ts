// Trap 32: what is installed is heard of through the lockfiles, and costs nothing while it is being installed.
import assert from 'node:assert/strict'
import { matchesGlob } from 'node:path'
import { test } from 'node:test'
import { editor } from './client.ts'
import { harbour } from './harbour.ts'

const installed = Array.from({ length: 5_000 }, (_, i) => `${['', 'packages/quay/', '.pnpm/'][i % 3]}node_modules/ropes${i}/${['index.ts', 'package.json', 'tsconfig.json', '.gitignore', 'bulkhead.yaml'][i % 5]}`)

test('trap 32: no watcher is asked for on what is installed, nor on every file', async (t) => {
  const code = await editor(t, { files: harbour })
  await code.pullAll()
  const registered = code.rpc.said.filter(({ method }) => method === 'client/registerCapability').flatMap(({ params }) => (params as { registrations: { registerOptions: { watchers?: { globPattern: string }[] } }[] }).registrations)
  const globs = registered.flatMap(({ registerOptions }) => registerOptions.watchers ?? []).map(({ globPattern }) => globPattern)
  assert.ok(globs.length > 0)
  for (const glob of globs) assert.doesNotMatch(glob, /node_modules/)
  const heard = (path: string): boolean => globs.some((glob) => matchesGlob(path, glob))
  for (const path of ['src/a.ts', 'b.vue', 'packages/quay/package.json', 'package-lock.json', 'tsconfig.build.json', 'config/base.json', 'packages/typescript-config/nextjs.json', '.git/HEAD', 'bulkhead.yaml']) assert.ok(heard(path), path)
  for (const path of ['node_modules/.package-lock.json', 'node_modules/ropes/readme.md', 'node_modules/.bin/rope', 'node_modules/ropes/rope.node', '.git/index.lock', 'src/logo.png']) assert.ok(!heard(path), path)
})

test('trap 32: thousands of events from what is installed cause no look at the project', async (t) => {
  const code = await editor(t, { files: harbour })
  const before = await code.pullAll()
  // Nobody tells of this: who looks at the project again sees it.
  code.write('src/quays/berth.ts', '')
  for (const type of [1, 2, 3]) code.rpc.notify('workspace/didChangeWatchedFiles', { changes: installed.map((path) => ({ uri: code.uri(path), type })) })
  code.rpc.notify('workspace/didDeleteFiles', { files: installed.map((path) => ({ uri: code.uri(path) })) })
  assert.deepEqual(await code.pullAll(), before)
  code.watched('src/quays/berth.ts', 2)
  assert.deepEqual(await code.pullAll(), {})
})

test('trap 32: a lockfile that changed says that all may lead elsewhere', async (t) => {
  const code = await editor(t, { files: { ...harbour, 'tsconfig.json': '{ "extends": "config-of-ropes/base.json" }', 'src/quays/rope.ts': "import '@/ships/ship'\n" } })
  const before = await code.pullAll()
  assert.match(before['src/quays/rope.ts']?.join() ?? '', /'@\/ships\/ship' leads to no file/)
  code.write('node_modules/config-of-ropes/package.json', '{ "name": "config-of-ropes" }')
  code.write('node_modules/config-of-ropes/base.json', '{ "compilerOptions": { "paths": { "@/*": ["../../src/*"] } } }')
  code.watched('node_modules/config-of-ropes/package.json', 1)
  assert.deepEqual(await code.pullAll(), before)
  code.write('package-lock.json', '{}')
  code.watched('package-lock.json', 1)
  assert.match((await code.pullAll())['src/quays/rope.ts']?.join() ?? '', /src\/quays may not use src\/ships/)
})
