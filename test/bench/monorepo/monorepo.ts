// A plan as files: the sources and all that a repository of workspaces has around them.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from './code.ts'
import { layers, stubs, type Plan, type PlannedPackage } from './plan.ts'

/** Path and text, one after the other: a large one is not held in memory. */
export function* monorepo({ packages, files }: Plan): Generator<readonly [path: string, text: string]> {
  yield ['package.json', json({ name: 'harbour', private: true, type: 'module', workspaces: layers.map((layer) => `${layer}/*`) })]
  yield ['tsconfig.json', json({ compilerOptions: { ...compilerOptions, paths: Object.fromEntries(packages.flatMap(aliases)) }, exclude: ['node_modules'] })]
  yield ['bulkhead.yaml', config]
  yield ['.gitignore', 'node_modules/\ndist/\n']
  for (const { layer, name, dependencies } of packages) {
    const folder = `${layer}/${name}`
    yield [`${folder}/package.json`, json({ name: `@harbour/${name}`, version: '1.0.0', type: 'module', exports: { '.': './src/index.ts', './*': './src/*/index.ts' }, dependencies: Object.fromEntries(dependencies.map((each) => [each, each.startsWith('@harbour/') ? 'workspace:*' : '1.0.0'])) })]
    yield [`${folder}/tsconfig.json`, json({ extends: '../../tsconfig.json', include: ['src'] })]
  }
  for (const file of files) yield [file.path, codeOf(file)]
  for (const [stub, name] of Object.entries(stubs)) {
    yield [`node_modules/${stub}/package.json`, json({ name: stub, version: '1.0.0', type: 'module', exports: { '.': './index.d.ts' } })]
    yield [`node_modules/${stub}/index.d.ts`, `export declare class ${name} {}\n`]
  }
}

/** Into a folder that is empty, with the links that an install makes. */
export function writeMonorepo(plan: Plan, root: string): void {
  const made = new Set<string>()
  for (const [path, text] of monorepo(plan)) {
    const folder = dirname(join(root, path))
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'node_modules/@harbour'), { recursive: true })
  for (const { layer, name } of plan.packages) symlinkSync(join(root, layer, name), join(root, 'node_modules/@harbour', name), 'junction')
}

const compilerOptions = { target: 'es2023', module: 'esnext', moduleResolution: 'bundler', strict: true, jsx: 'react-jsx', noEmit: true, skipLibCheck: true }

export const config = `version: 1
layers: [${layers.toReversed().join(', ')}]
modules:
  "{layer}/{name}": { files: "{layer}/{name}", api: exports }
rules:
  - { id: drivers-below, from: [apps, features], forbid: "pkg:pg", why: The database is behind the foundation }
cycles: forbid
vendors: { allow: foundation }
`

/** Foundations are known by a short name, too. */
function aliases({ layer, name }: PlannedPackage): readonly (readonly [string, readonly string[]])[] {
  if (layer !== 'foundation') return []
  return [[`~${name}`, [`./foundation/${name}/src/index.ts`]], [`~${name}/*`, [`./foundation/${name}/src/*`]]]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
