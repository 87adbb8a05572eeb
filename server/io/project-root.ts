import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from './error-code.ts'
import { statOf } from './stat-of.ts'

export const configName = 'bulkhead.yaml'

/** The project of a folder: that of the nearest bulkhead.yaml at or above it that does not inherit, else the git repository, else the folder itself. Absolute. */
export function projectRoot(folder: string): string {
  return nearest(folder, configName, (path) => !saysInherit(path)) ?? nearest(folder, '.git') ?? folder
}

/** Whether the text of a bulkhead.yaml makes it a part of the outer project; be it no YAML while someone types in it. */
export function inherits(text: string): boolean {
  return /^\uFEFF?["']?inherit["']?[ \t]*:[ \t]+(?:true|True|TRUE)[ \t]*(?:#.*)?\r?$/m.test(text) || /^\s*\{(?:[^]*,)?\s*["']?inherit["']?\s*:\s+(?:true|True|TRUE)\s*[,}]/.test(text)
}

/** What cannot be read says nothing. */
function saysInherit(path: string): boolean {
  try {
    return inherits(readFileSync(path, 'utf8'))
  } catch (error) {
    codeOf(error)
    return false
  }
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}

export function pathExists(root: string, path: string): boolean {
  return existsSync(join(root, path))
}

/** The nearest folder, this one or one above it, that has something of this name. */
export function nearest(folder: string, name: string, counts: (path: string) => boolean = () => true): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, name)) && counts(join(here, name))) return here
    if (dirname(here) === here) return undefined
  }
}
