import { test } from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith } from '../support/repository.ts'
import { oldestNode } from '../support/oldest-node.ts'

const root = join(import.meta.dirname, '../..')

const shop = `
# package.json
{ "name": "shop", "private": true }

// src/business/cart.ts
import { save } from '../infrastructure/store'
export const add = (line: string) => save(line)

// src/infrastructure/store.ts
import { Storage } from '@google-cloud/storage'
export const save = (line: string) => new Storage().bucket('shop').file(line)
`

test('the package installs in another project and works there, on the oldest Node and the newest', (t) => {
  const project = folderWith(t, shop)
  const packed = join(project.folder, 'packed')
  mkdirSync(packed)
  // The build is there already: packing again would build it under the feet of other tests.
  const pack = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], { cwd: root, encoding: 'utf8' })
  assert.equal(pack.status, 0, pack.stderr)
  const [tarball = ''] = readdirSync(packed)
  const install = project.run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--save-dev', `./packed/${tarball}`])
  assert.equal(install.status, 0, install.err)

  const bin = join('node_modules', '.bin', 'bulkhead')
  const oldest = oldestNode()
  const onOldest = (...args: readonly string[]) => project.run(oldest, [bin, ...args])
  assert.equal(onOldest('init', '--yes').status, 0)
  const checked = onOldest('check')
  assert.equal(checked.status, 0, checked.out + checked.err)
  assert.match(checked.out, /in 2 files/)
  assert.match(onOldest('vendors').out, /@google-cloud\/storage {2}Google Cloud/)
  assert.deepEqual(project.run(process.execPath, [bin, 'check', '--format', 'json']), onOldest('check', '--format', 'json'))
})

test('every command runs on the oldest Node as on the newest', (t) => {
  const project = folderWith(t, shop)
  const program = join(root, 'dist/cli.js')
  const oldest = oldestNode()
  for (const args of [['check'], ['check', '--format', 'sarif'], ['graph'], ['graph', '--format', 'mermaid', '--level', 'folder'], ['vendors', '--format', 'json'], ['explain', 'src/business/cart.ts'], ['explain', 'boundaries/cycles'], ['schema'], ['fix', '--dry-run'], ['init']]) {
    const old = project.run(oldest, [program, ...args])
    assert.equal(old.status, 0, `${args.join(' ')}: ${old.err}`)
    assert.deepEqual(old, project.run(process.execPath, [program, ...args]), args.join(' '))
  }
})

test('an older Node gets one line, and status 2', (t) => {
  const project = folderWith(t, shop)
  // The program asks the version that it runs on; a newer Node can only pretend to be older.
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); process.argv = ['node', 'bulkhead', 'check']; await import(${JSON.stringify(join(root, 'dist/cli.js'))})`
  const { status, out, err } = project.run(process.execPath, ['--input-type=module', '--eval', pretend])
  assert.deepEqual({ status, out, err }, { status: 2, out: '', err: 'bulkhead needs Node 20.19 or newer; this is 18.20.0\n' })
})
