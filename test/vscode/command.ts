import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a command is on this machine. */
export function command(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
