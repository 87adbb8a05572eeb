// What lies beside a configuration and says a part of it: manifests, and the configurations of packages.

import type { Path } from '../../../rules/model/place.ts'
import type { Data } from './data.ts'
import type { Unsaid } from './draft.ts'
import { isSettings, type Settings } from './reading.ts'

/** By path, sorted. */
export type Beside = ReadonlyMap<Path, Data>

export const nothingBeside: Beside = new Map()

export interface SettingsBeside {
  readonly path: Path
  /** '' for the root. */
  readonly folder: Path
  readonly settings: Settings
}

/** The maps of the files of this name; an empty file is an empty one. */
export function settingsBeside(beside: Beside, name: string): readonly SettingsBeside[] {
  return [...beside].flatMap(([path, data]) => {
    const settings = data.kind === 'value' ? data.value ?? {} : undefined
    return nameOf(path) === name && isSettings(settings) ? [{ path, folder: path.slice(0, Math.max(0, path.length - name.length - 1)), settings }] : []
  })
}

/** What could not be read is not passed over. */
export function unreadBeside(beside: Beside): readonly Unsaid[] {
  return [...beside].flatMap(([path, data]) => (data.kind === 'broken' ? [{ what: path, reason: `it could not be read: ${data.message}` }] : []))
}

export function nameOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
