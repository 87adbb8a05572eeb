import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { nodeModules } from '../support/node-modules.ts'
import type { RealPackage } from './packages.ts'

/** The package as a project of its own, without git: sources, manifests, what it depends on. The folder is gone at the end of the process. */
export function copyOf(real: RealPackage): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `bulkhead-${real.name}-`)))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  for (const [folder, place] of Object.entries(real.places)) copyFolder(real, folder, join(root, place))
  for (const [path, text] of Object.entries({ ...real.around, 'bulkhead.yaml': real.config.trimStart() })) write(join(root, path), text)
  for (const place of Object.values(real.places)) install(real, root, join(root, place))
  return root
}

function copyFolder({ name, places, built, sourceOf }: RealPackage, folder: string, to: string): void {
  const published = join(nodeModules, name)
  const isLeftOut = (path: string): boolean => path !== folder && (path in places || path === 'node_modules' || built.includes(path))
  cpSync(join(published, folder), to, { recursive: true, filter: (path) => !isLeftOut(relative(published, path)) })
  if (sourceOf === undefined || folder !== '') return
  const manifest = manifestIn(to)
  const exports = Object.entries(manifest['exports'] ?? {}).map(([key, target]) => [key, typeof target === 'string' ? sourceOf(target) : target])
  write(join(to, 'package.json'), JSON.stringify({ ...manifest, exports: Object.fromEntries(exports) }, undefined, 2))
}

/** What a manifest depends on: the project's own packages, those that are installed here, for the others an empty one of that name. */
function install({ name, places }: RealPackage, root: string, folder: string): void {
  const manifest = manifestIn(folder)
  for (const dependency of Object.keys({ ...manifest['dependencies'], ...manifest['peerDependencies'] })) {
    const place = join(folder, 'node_modules', dependency)
    const installed = dependency === name ? join(root, places[''] ?? '') : join(nodeModules, dependency)
    mkdirSync(dirname(place), { recursive: true })
    if (existsSync(installed)) symlinkSync(installed, place, 'dir')
    else {
      write(join(place, 'package.json'), JSON.stringify({ name: dependency, version: '1.0.0', type: 'module', exports: { '.': './index.d.ts', './*': './index.d.ts' } }))
      write(join(place, 'index.d.ts'), 'export {}\n')
    }
  }
}

function manifestIn(folder: string): Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> {
  const path = join(folder, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
