import type { Path } from '../../../rules/model/place.ts'
import type { Answer, Answers } from './answers.ts'
import type { ResolveLayout } from './layout.ts'
import { fileOrFolder, firstOf, folderEntry } from './package-files.ts'
import { below, folderOf, isInside, isOutside, join } from './posix-path.ts'
import { bareSpecifier, slashed } from './specifier.ts'
import type { Tsconfig } from './tsconfig.ts'

/** './cart', '../cart.js', '.', '..': a path from the importing file's folder. */
export function relativeImport(layout: ResolveLayout, answers: Answers): (folder: Path, config: Tsconfig | undefined, specifier: string) => Answer {
  return (folder, config, specifier) => {
    const written = slashed(bareSpecifier(specifier))
    const path = join(folder, written)
    const found = isOutside(path) ? undefined : namesFolder(written) ? folderEntry(layout, path) : fileOrFolder(layout, path)
    if (found !== undefined) return answers.file(found, 'relative')
    const others = laidOver(config, path)
    const file = firstOf(others, other => fileOrFolder(layout, other)) ?? withoutFragment(layout, path) ?? onSomePlatform(layout, path)
    if (file !== undefined) return answers.file(file, 'relative')
    return answers.beyond(path, specifier, 'relative')
      ?? answers.throughLink(written, folder, 'relative')
      ?? answers.miss({ specifier, paths: [path, ...others], reason: `no file is at ${path === '' ? 'the index of the root' : path}`, written: 'relative' })
  }
}

/** In `new URL('worker.js', import.meta.url)` a bare word is a path, and a folder is a folder. */
export function urlImport(layout: ResolveLayout, answers: Answers): (folder: Path, specifier: string) => Answer {
  let folders: ReadonlySet<Path> | undefined
  return (folder, specifier) => {
    const path = join(folder, slashed(bareSpecifier(specifier)).replace(/#.*$/, ''))
    if (layout.known.has(path)) return answers.file(path, 'relative')
    const built = namesFolder(specifier) ? undefined : layout.known.module(path)
    if (built !== undefined) return answers.file(built, 'relative')
    folders ??= new Set(layout.files.map(folderOf))
    if (path === '' || folders.has(path)) return answers.end({ kind: 'unjudged', specifier }, 'relative')
    return answers.beyond(path, specifier, 'relative') ?? answers.miss({ specifier, paths: [path], reason: `no file is at ${path}`, written: 'relative' })
  }
}

function namesFolder(written: string): boolean {
  const last = written.charCodeAt(written.length - 1)
  if (last !== 46 && last !== 47) return false
  return written.endsWith('/') || written === '.' || written === '..' || written.endsWith('/.') || written.endsWith('/..')
}

/** The same path in the folders that the build lays over each other: `rootDirs`. */
function laidOver(config: Tsconfig | undefined, path: Path): readonly Path[] {
  if (!config) return []
  const own = config.rootDirs.filter(root => isInside(root, path)).sort((a, b) => b.length - a.length)[0]
  return own === undefined ? [] : config.rootDirs.filter(root => root !== own).map(root => join(root, below(own, path)))
}

/** './icons.svg#home' */
function withoutFragment(layout: ResolveLayout, path: Path): Path | undefined {
  const hash = path.lastIndexOf('#')
  return hash > 0 ? fileOrFolder(layout, path.slice(0, hash)) : undefined
}

/** './button' is button.ios.tsx and button.android.tsx; one of them stands for all. */
function onSomePlatform(layout: ResolveLayout, path: Path): Path | undefined {
  return firstOf(['.native', '.web', '.ios', '.android', '.windows', '.macos'], platform => layout.known.module(path + platform))
}
