// What is installed of packages, and what is said of them: by their own manifests, else by the lock file that says what would be installed.
// Nothing here is read before somebody asks for a package.
import type { Packages } from '../../../rules/model/packages.ts'
import type { Path } from '../../../rules/model/place.ts'
import { remembered } from '../../../rules/model/remembered.ts'
import { isObject, parseJson, text, type Json, type JsonObject } from './json.ts'
import type { ResolveLayout } from './layout.ts'
import { locked, type Locked, type LockedPackage } from './locked.ts'
import { folderOf, join } from './posix-path.ts'

interface Asked {
  readonly layout: Pick<ResolveLayout, 'known' | 'packageAround'>
  /** Those in node_modules too; undefined where there is none. */
  readonly read: (path: Path) => string | undefined
}

interface About {
  readonly installed: LockedPackage | undefined
  readonly locked: LockedPackage | undefined
}

export function packagesIn({ layout, read }: Asked): Packages {
  /** Where packages may be installed, from the inside: beside manifests, and above the project as far as a monorepo goes. */
  const foldersAbove = remembered((folder: Path): readonly Path[] => {
    const own = folder === '' || layout.known.has(join(folder, 'package.json')) ? [folder] : []
    return [...own, ...folder === '' ? outside : foldersAbove(folderOf(folder))]
  })
  const installedIn = remembered((path: Path): LockedPackage | undefined => {
    const source = read(path)
    const json = source === undefined ? undefined : parseJson(source)
    return json === undefined || json.kind === 'broken' || !isObject(json.value) ? undefined : packageOf(json.value)
  })
  const lockIn = remembered((folder: Path): Locked | undefined => locked(name => read(join(folder, name))))
  const first = <V>(folders: readonly Path[], of: (folder: Path) => V | undefined): V | undefined => {
    for (const folder of folders) {
      const found = of(folder)
      if (found !== undefined) return found
    }
    return undefined
  }
  const inFolder = remembered((folder: Path) => remembered((name: string): About => {
    const folders = foldersAbove(folder)
    const installed = first(folders, folder => installedIn(join(folder, `node_modules/${name}/package.json`)))
    const home = first(folders, folder => lockIn(folder) && { folder, lock: lockIn(folder) })
    return { installed, locked: home?.lock?.(name, inside(home.folder, join(folder, 'package.json')), installed?.version) }
  }))
  const about = (name: string, importer: Path): About => inFolder(folderOf(importer))(name)
  return {
    lists(name, importer) {
      const manifest = layout.packageAround(importer)
      return manifest === undefined ? undefined : manifest.lists.get(name) ?? []
    },
    license(name, importer) {
      const { installed, locked: expected } = about(name, importer)
      return installed === undefined ? expected?.license : installed.license
    },
    deprecation(name, importer) {
      const { installed, locked: expected } = about(name, importer)
      return installed?.deprecated ?? expected?.deprecated
    },
  }
}

/** As many folders above a project as one has that lies in a monorepo. */
const outside: readonly Path[] = ['..', '../..', '../../..', '../../../..']

/** A path as a folder sees it that it lies in, be that above the project. */
function inside(folder: Path, path: Path): Path {
  return folder === '' || folder.startsWith('..') ? path : path.slice(folder.length + 1)
}

/** `licenses` is how it was said before npm 2. */
function packageOf({ version, license, licenses, deprecated }: JsonObject): LockedPackage {
  const said = [license ?? null, ...(Array.isArray(licenses) ? licenses as readonly Json[] : [licenses ?? null])].map(nameOf).filter(name => name !== undefined)
  const [of, because] = [text(version), deprecated === true ? '' : text(deprecated)]
  return {
    ...(of !== undefined && { version: of }),
    ...(said.length > 0 && { license: said.join(' OR ') }),
    ...(because !== undefined && { deprecated: because }),
  }
}

function nameOf(license: Json): string | undefined {
  return text(isObject(license) ? license.type : license)
}
