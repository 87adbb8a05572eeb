// The code on which dependency-cruiser and bulkhead are compared.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { layers, plan } from '../../bench/monorepo/plan.ts'
import { writeMonorepo } from '../../bench/monorepo/monorepo.ts'
import { copyOf } from '../../real/copy.ts'
import { realPackages } from '../../real/packages.ts'
import { nodeModules } from '../../support/node-modules.ts'
import { harbour, harbourLinks, harbourSources } from './cruiser-harbour.ts'
import { put } from './on-disk.ts'

export interface Ground {
  readonly name: string
  readonly root: string
  /** What dependency-cruiser is told to read. */
  readonly sources: readonly string[]
}

const made: Readonly<Record<string, (isFull: boolean) => Omit<Ground, 'name'>>> = {
  rxjs: () => real('rxjs'),
  effect: () => real('effect'),
  monorepo: (isFull) => ({ root: empty((root) => writeMonorepo(plan(isFull ? 600 : 200), root)), sources: layers }),
  'dependency-cruiser': () => ({ root: empty(ofItself), sources: ['src', 'bin'] }),
  harbour: () => ({ root: empty(writeHarbour), sources: harbourSources }),
}

export type GroundName = keyof typeof made

/** The folder is gone at the end of the process. */
export function ground(name: GroundName, isFull: boolean): Ground {
  const { root, sources } = made[name]?.(isFull) ?? real(name)
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  symlinkSync(join(nodeModules, 'dependency-cruiser'), join(root, 'node_modules/dependency-cruiser'), 'junction')
  return { name, root, sources }
}

function real(name: string): Omit<Ground, 'name'> {
  const found = realPackages.find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no ground ${name}`)
  return { root: copyOf(found), sources: found.sources }
}

function empty(fill: (root: string) => void): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-cruised-')))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  fill(root)
  return root
}

/** With what it depends on, each with its manifest. */
function ofItself(root: string): void {
  const own = join(nodeModules, 'dependency-cruiser')
  for (const part of ['src', 'bin', 'configs', 'package.json', 'node_modules']) cpSync(join(own, part), join(root, part), { recursive: true })
  for (const name of ['acorn', 'acorn-jsx', 'acorn-jsx-walk', 'acorn-loose', 'acorn-walk', 'enhanced-resolve', 'interpret', 'is-installed-globally', 'json5', 'picomatch', 'prompts', 'rechoir', 'safe-regex', 'semver', 'tsconfig-paths-webpack-plugin', 'watskeburt']) {
    cpSync(join(nodeModules, name), join(root, 'node_modules', name), { recursive: true })
  }
  put(root, { 'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', allowJs: true } }), '.gitignore': 'node_modules\n' })
}

function writeHarbour(root: string): void {
  put(root, harbour)
  for (const [link, folder] of Object.entries(harbourLinks)) {
    mkdirSync(dirname(join(root, link)), { recursive: true })
    symlinkSync(join(root, folder), join(root, link), 'junction')
  }
}
