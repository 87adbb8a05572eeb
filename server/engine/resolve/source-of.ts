import type { Path } from '../../../rules/model/place.ts'
import { moduleExtension } from './known-files.ts'
import { below, isInside, join } from './posix-path.ts'

/** Where a compiler puts what it makes of a folder. */
export interface Output {
  readonly to: Path
  readonly from: Path
}

/**
 * Where the source of a built file may lie: paths without extension, best first. A manifest speaks of what will be published,
 * and a fresh checkout has nothing but sources. What the tsconfigs say comes first, then the habits of bundlers.
 */
export function sourceStems(folder: Path, built: Path, outputs: readonly Output[]): readonly Path[] {
  const stem = stemOf(built)
  const stems: Path[] = [...saidStems(folder, stem, outputs)]
  const segments = below(folder, stem).split('/')
  if (isInside(folder, stem) && buildFolders.has(segments[0] ?? '')) {
    for (let formats = 1; formats === 1 || formatFolders.has(segments[formats - 1] ?? ''); formats++) {
      const rest = segments.slice(formats).join('/')
      if (rest === '') break
      stems.push(join(folder, `src/${rest}`), join(folder, rest), join(folder, `lib/${rest}`), join(folder, `source/${rest}`))
    }
  }
  return stems.filter(candidate => candidate !== stem)
}

/** The same, only as far as it is sure for a file that is there: what tsconfigs say, and the folder that all have for sources. */
export function madeStems(folder: Path, made: Path, outputs: readonly Output[]): { readonly said: readonly Path[]; readonly usual: readonly Path[] } {
  const stem = stemOf(made)
  const [first = '', ...rest] = below(folder, stem).split('/')
  const isUsual = isInside(folder, stem) && buildFolders.has(first)
  const formats = rest.findIndex(segment => !formatFolders.has(segment))
  return { said: saidStems(folder, stem, outputs), usual: isUsual && formats !== -1 ? [join(folder, `src/${rest.slice(formats).join('/')}`)] : [] }
}

/** Whether people write code into folders of this name, too. */
export function isAmbiguous(folder: Path, made: Path): boolean {
  return ambiguousFolders.has(below(folder, made).split('/')[0] ?? '')
}

function saidStems(folder: Path, stem: Path, outputs: readonly Output[]): readonly Path[] {
  return outputs.flatMap(({ to, from }) => to !== folder && isInside(to, stem) ? join(from, below(to, stem)) : []).filter(candidate => candidate !== stem)
}

function stemOf(built: Path): Path {
  return built.slice(0, built.length - (outputExtension.exec(built)?.[0].length ?? 0))
}

/** Where a package's entry lies by habit, whatever a bundler calls its output. */
export function entryStems(folder: Path, subpath: string): readonly Path[] {
  const names = subpath === '' ? ['src/index', 'src/main', 'index', 'lib/index', 'source/index'] : [`src/${subpath}`, subpath, `lib/${subpath}`]
  return names.map(name => join(folder, name))
}

export function isBuilt(folder: Path, path: Path): boolean {
  return moduleExtension(path) !== '' && moduleExtension(path) !== '.json'
    && isInside(folder, path) && buildFolders.has(below(folder, path).split('/')[0] ?? '')
}

const outputExtension = /(?:\.d)?\.(?:[cm]?[jt]sx?)$/
const buildFolders = new Set(['dist', 'lib', 'build', 'out', 'output', 'esm', 'cjs', 'es', 'types', 'typings', 'dist-types', 'dist-esm', 'dist-cjs', 'umd', '.build', 'compiled'])
const ambiguousFolders = new Set(['lib', 'types', 'typings', 'es', 'esm', 'cjs', 'build'])
const formatFolders = new Set(['esm', 'cjs', 'es', 'mjs', 'umd', 'types', 'typings', 'dts', 'commonjs', 'module', 'modern', 'legacy', 'node', 'browser', 'src'])
