import type { Path } from '../../../rules/model/place.ts'
import type { ResolveLayout } from './layout.ts'
import { folderOf, join } from './posix-path.ts'
import { openedFiles } from './opened-files.ts'
import { packageEntry, targetFile } from './package-files.ts'

/** The sources at which packages are entered from outside: by their name, by what they export, as programs. Sorted. */
export function entryFiles(layout: ResolveLayout): readonly Path[] {
  const entries = new Set<Path>()
  for (const path of layout.files) {
    if (!/(?:^|\/)package\.json$/.test(path)) continue
    const manifest = layout.manifestIn(folderOf(path))
    if (manifest === undefined) continue
    const { folder, exports, programs } = manifest
    const found = [packageEntry(layout, manifest), ...programs.map(program => targetFile(layout, folder, [join(folder, program)])), ...exports === undefined ? [] : openedFiles(layout, manifest, exports)]
    for (const entry of found) if (entry !== undefined) entries.add(entry)
  }
  return [...entries].sort()
}
