// The peers weigh more than all else that bulkhead is developed with, so that only those who measure install them. With `npm install`
// and not `npm ci`: a registry that lacks a peer's binding for some other platform fails nobody here.

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from '../vscode/places.ts'

const folder = join(cache, 'peers')
const wanted = join(import.meta.dirname, 'peers')

/** Where the peers lie. Absolute. */
export const peers = join(folder, 'node_modules')

/** Does nothing where they are already those of the lock file. */
export function installPeers(): void {
  const done = join(folder, 'installed.json')
  const lock = readFileSync(join(wanted, 'package-lock.json'), 'utf8')
  if (existsSync(done) && readFileSync(done, 'utf8') === lock) return
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(wanted, name), join(folder, name))
  copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'))
  console.error('Installing the peers that bulkhead is measured beside (300 MB, once) …')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (status !== 0) throw new Error('the peers could not be installed')
  writeFileSync(done, lock)
}
