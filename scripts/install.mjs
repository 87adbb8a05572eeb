// Makes node_modules what package-lock.json says, and does nothing where it is already. Runs before anything is installed: on Node 20, with Node's
// own modules alone.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
if (!isInstalled()) {
  console.error('Installing what package-lock.json names …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  process.exitCode = status ?? 1
}

/** npm keeps beside the packages a list of what it installed, of the same shape. Optional ones may be absent: they are for other platforms. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = packagesOf('package-lock.json')
  if (installed === undefined) return false
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true
    const there = installed[folder]
    if (there === undefined) return optional === true
    return there.version === version && there.integrity === integrity && existsSync(folder)
  })
}

function packagesOf(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : undefined
}
