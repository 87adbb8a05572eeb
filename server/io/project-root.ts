import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { statOf } from './stat-of.ts'

export const configName = 'bulkhead.yaml'

/** The project of a folder: that of the nearest bulkhead.yaml at or above it, else the git repository, else the folder itself. Absolute. */
export function projectRoot(folder: string): string {
  return nearest(folder, configName) ?? nearest(folder, '.git') ?? folder
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}

export function pathExists(root: string, path: string): boolean {
  return existsSync(join(root, path))
}

/** The nearest folder, this one or one above it, that has something of this name. */
export function nearest(folder: string, name: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, name))) return here
    if (dirname(here) === here) return undefined
  }
}
