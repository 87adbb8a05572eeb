// What lock files say of packages beside their versions: npm's their licences and deprecations, pnpm's deprecations. Yarn's and Bun's say neither.
import type { Path } from '../../../rules/model/place.ts'
import { isObject, parseJson, text, type JsonObject } from './json.ts'
import { folderOf, join } from './posix-path.ts'

export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly deprecated?: string
}

/** What a lock file says of a package, as a file sees it whose path starts at the lock's folder; of this version, where one is known to be installed. */
export type Locked = (name: string, importer: Path, version: string | undefined) => LockedPackage | undefined

const npmFiles = ['package-lock.json', 'npm-shrinkwrap.json']
const pnpmFile = 'pnpm-lock.yaml'

/** Those that are read. */
export const lockFiles: readonly string[] = [...npmFiles, pnpmFile]

/** By the first lock file that a folder has; undefined where it has none that tells. */
export function locked(read: (name: string) => string | undefined): Locked | undefined {
  for (const name of npmFiles) {
    const source = read(name)
    const json = source === undefined ? undefined : parseJson(source)
    if (json?.kind === 'value' && isObject(json.value) && isObject(json.value.packages)) return ofNpm(json.value.packages)
  }
  const source = read(pnpmFile)
  return source === undefined ? undefined : ofPnpm(source)
}

/** Its keys are folders: 'packages/cart/node_modules/lodash' is seen from there, 'node_modules/lodash' from everywhere. */
function ofNpm(packages: JsonObject): Locked {
  return (name, importer) => {
    for (let folder = folderOf(importer); ; folder = folderOf(folder)) {
      const found = packages[join(folder, `node_modules/${name}`)]
      if (isObject(found)) return packageOf(found)
      if (folder === '') return undefined
    }
  }
}

function packageOf({ version, license, deprecated }: JsonObject): LockedPackage {
  const [of, under, because] = [text(version), text(license), deprecated === true ? '' : text(deprecated)]
  return { ...(of !== undefined && { version: of }), ...(under !== undefined && { license: under }), ...(because !== undefined && { deprecated: because }) }
}

/** Read line by line: as YAML a lock file of 20,000 lines would take a second. What is installed of several versions is not told here: then all have to be deprecated. */
function ofPnpm(source: string): Locked {
  const versions = new Map<string, Map<string, string | undefined>>()
  let current: { readonly of: Map<string, string | undefined>; readonly version: string } | undefined
  const start = /^packages:/m.exec(source)?.index
  if (start === undefined) return () => undefined
  for (const line of source.slice(start).split('\n').slice(1)) {
    if (/^\S/.test(line)) break
    const key = /^ {2}['"]?\/?((?:@[^/@'"]+\/)?[^/@'"\s]+)[@/]([^('"_:\s]+)/.exec(line)
    if (key !== null) {
      const [, name = '', version = ''] = key
      const of = versions.get(name) ?? new Map<string, string | undefined>()
      versions.set(name, of)
      of.set(version, of.get(version))
      current = { of, version }
    }
    const because = /^ {4}deprecated:\s*(.*)$/.exec(line)?.[1]
    if (because !== undefined && current !== undefined) current.of.set(current.version, because.replace(/^(['"])(.*)\1$/, '$2'))
  }
  return (name, _importer, version) => {
    const known = versions.get(name)
    if (known === undefined) return undefined
    if (version !== undefined && known.has(version)) return { version, ...because(known.get(version)) }
    const all = [...known.values()]
    return all.every((each) => each !== undefined) ? { ...because(all[0]) } : {}
  }
}

function because(deprecated: string | undefined): Pick<LockedPackage, 'deprecated'> {
  return deprecated === undefined ? {} : { deprecated }
}
