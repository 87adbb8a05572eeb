// A project checks itself with the bulkhead that it installed, so that editor and command line agree. Code out of a folder
// runs only when the folder is trusted.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { workspace } from 'vscode'

export interface Bulkhead {
  /** What to run. */
  readonly module: string
  /** For people: "the project's own 0.1.0". */
  readonly name: string
}

export function whichBulkhead(extensionPath: string): Bulkhead {
  const bundled = bulkheadIn(extensionPath, 'bundled')
  if (bundled === undefined) throw new Error(`no dist/lsp.js in ${extensionPath}`)
  if (!workspace.isTrusted) return bundled
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath)
  return chosen(folders) ?? installed(folders) ?? bundled
}

/** As the setting names it: a bulkhead's folder, or its dist/lsp.js. */
function chosen(folders: readonly string[]): Bulkhead | undefined {
  const path = workspace.getConfiguration('bulkhead').get<string | null>('server.path')
  if (path == null || path === '') return undefined
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => resolve(folder, path))
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue
    if (statSync(candidate).isFile()) return { module: candidate, name: `as bulkhead.server.path says, ${candidate}` }
    return bulkheadIn(candidate, 'as bulkhead.server.path says,')
  }
  throw new Error(`bulkhead.server.path leads nowhere: ${path}`)
}

function installed(folders: readonly string[]): Bulkhead | undefined {
  return folders.flatMap(upwards).map((folder) => bulkheadIn(join(folder, 'node_modules', 'bulkhead'), "the project's own")).find((found) => found !== undefined)
}

function upwards(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...upwards(above)]
}

function bulkheadIn(folder: string, whose: string): Bulkhead | undefined {
  const module = join(folder, 'dist', 'lsp.js')
  if (!existsSync(module)) return undefined
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { module, name: `${whose} ${version}` }
}
