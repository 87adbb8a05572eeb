// Packs the extension for this platform: bulkhead-PLATFORM-VERSION.vsix. What esbuild could not bundle comes along in node_modules, without
// what only compilers and people read.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { createVSIX } from '@vscode/vsce'

process.chdir(join(import.meta.dirname, '..'))
const manifest = JSON.parse(await readFile('package.json', 'utf8'))
const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
const target = `${isMusl() ? 'alpine' : process.platform}-${process.arch}`
const packagePath = join(process.cwd(), `bulkhead-${target}-${manifest.version}.vsix`)

const stage = await mkdtemp(join(tmpdir(), 'bulkhead-vsix-'))
const pieces = ['dist/client.cjs', 'dist/lsp.js', 'client/icon.png', 'docs/squiggle.png', 'bulkhead.schema.json', 'LICENSE', 'README.md', 'CHANGELOG.md']
for (const piece of pieces.filter((path) => existsSync(path))) await cp(piece, join(stage, piece))
for (const folder of Object.keys(packages).filter(isShipped)) await cp(folder, join(stage, folder), { recursive: true, filter: isRun })
// `files` is about the npm package, and nobody builds or publishes from within a VSIX.
const { files, scripts, devDependencies, ...shipped } = manifest
await writeFile(join(stage, 'package.json'), JSON.stringify(shipped, null, 2))
await writeFile(join(stage, '.vscodeignore'), '')
await createVSIX({ cwd: stage, packagePath, target, allowMissingRepository: true, rewriteRelativeLinks: false })
await rm(stage, { recursive: true })

/** A production dependency that npm installed here: of bindings, this platform's. */
function isShipped(folder) {
  const { dev, devOptional } = packages[folder]
  return folder !== '' && !dev && !devOptional && existsSync(folder)
}

function isRun(path) {
  const name = basename(path)
  if (!name.includes('.') || name.startsWith('license') || name.startsWith('LICENSE')) return name !== 'test'
  if (/\.(d\.[cm]?ts|map|md|wasm)$/.test(name)) return false
  return ['.js', '.cjs', '.mjs', '.json', '.node'].includes(extname(name)) || !extname(name)
}

function isMusl() {
  return process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined
}
