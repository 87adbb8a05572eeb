import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The oldest Node that what is published runs on. */
const version = '20.19.0'

/** Its executable, installed once beside the editor's parts. The platform's own package holds the binary and runs no script. */
export function oldestNode(): string {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = join(import.meta.dirname, '../../.e2e/oldest-node')
  const executable = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(executable)) {
    const { status, stderr } = spawnSync('npm', ['install', '--silent', '--no-save', '--ignore-scripts', '--prefix', folder, `${name}@${version}`], { encoding: 'utf8', shell: process.platform === 'win32' })
    if (status !== 0) throw new Error(`Node ${version} could not be installed: ${stderr}`)
  }
  return executable
}
