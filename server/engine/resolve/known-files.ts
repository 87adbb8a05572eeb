import type { Path } from '../../../rules/model/place.ts'

/** The files of the project, asked as an import asks: by a path that may lack its extension or have that of the output. */
export interface KnownFiles {
  has(path: Path): boolean
  /** The file that `path` means, in TypeScript's order: './x.js' is x.ts, x.tsx, x.d.ts, x.js; './x' is x.ts, …, x.js. Never a folder's index. */
  module(path: Path): Path | undefined
  /** The file that it means to bundlers only, which try more endings: asked when neither a module nor a folder is there. */
  asBundled(path: Path): Path | undefined
  /** The index file of a folder. */
  index(folder: Path): Path | undefined
  /** The file that runs where only its declarations were found: x.js beside x.d.ts. */
  implementation(declaration: Path): Path | undefined
}

export function knownFiles(files: readonly Path[]): KnownFiles {
  const exact = new Set(files)
  // By path without extension, so that an import costs one look-up and no string for each extension that it may stand for.
  const byStem = new Map<string, Path | Path[]>()
  for (const path of files) {
    const extension = moduleExtension(path)
    if (extension === '') continue
    const stem = path.slice(0, -extension.length)
    const others = byStem.get(stem)
    if (others === undefined) byStem.set(stem, path)
    else if (typeof others === 'string') byStem.set(stem, [others, path])
    else others.push(path)
  }

  function first(stem: string, extensions: readonly string[]): Path | undefined {
    const found = byStem.get(stem)
    if (found === undefined) return undefined
    for (const extension of extensions) {
      if (typeof found !== 'string') for (const path of found) { if (isExtended(path, stem, extension)) return path }
      else if (isExtended(found, stem, extension)) return found
    }
    return undefined
  }

  function module(path: Path): Path | undefined {
    const dot = path.lastIndexOf('.')
    if (dot === -1) return first(path, script)
    const extension = moduleExtension(path, dot)
    const replacements = written[extension]
    if (replacements !== undefined) return first(path.slice(0, -extension.length), replacements) ?? first(path, script)
    if (dot <= path.lastIndexOf('/') + 1) return first(path, script)
    return exact.has(path) ? path : declarationOfOther(path) ?? first(path, script)
  }

  /** 'theme.css' is declared by 'theme.d.css.ts'. */
  function declarationOfOther(path: Path): Path | undefined {
    const dot = path.lastIndexOf('.')
    const declaration = `${path.slice(0, dot)}.d${path.slice(dot)}.ts`
    return exact.has(declaration) ? declaration : undefined
  }

  return {
    has: path => exact.has(path),
    module,
    asBundled: path => first(path, bundled) ?? (exact.has(path) ? path : undefined),
    index(folder) {
      const stem = folder === '' ? 'index' : `${folder}/index`
      return first(stem, script) ?? first(stem, bundled)
    },
    implementation(declaration) {
      const extension = moduleExtension(declaration)
      return first(declaration.slice(0, -extension.length), implementations[extension] ?? [])
    },
  }
}

export function isDeclaration(path: Path): boolean {
  return path.endsWith('ts') && (path.endsWith('.d.ts') || path.endsWith('.d.mts') || path.endsWith('.d.cts'))
}

/** The ending that an import may leave out or replace; '' for files of another kind. */
export function moduleExtension(path: Path, dot: number = path.lastIndexOf('.')): string {
  const last = dot === -1 ? '' : path.slice(dot)
  if (last === '.ts' && path.endsWith('.d.ts')) return '.d.ts'
  if (last === '.mts' && path.endsWith('.d.mts')) return '.d.mts'
  if (last === '.cts' && path.endsWith('.d.cts')) return '.d.cts'
  return stemmed.has(last) ? last : ''
}

function isExtended(path: Path, stem: string, extension: string): boolean {
  return path.length === stem.length + extension.length && path.endsWith(extension)
}

const script = ['.ts', '.tsx', '.d.ts', '.js', '.jsx']
const bundled = ['.mts', '.cts', '.mjs', '.cjs', '.d.mts', '.d.cts', '.json', '.vue', '.svelte', '.astro']
const stemmed = new Set([...script, ...bundled])

const markup = ['.tsx', '.ts', '.d.ts', '.jsx', '.js']
const esm = ['.mts', '.d.mts', '.mjs']
const cjs = ['.cts', '.d.cts', '.cjs']
const written: Readonly<Record<string, readonly string[] | undefined>> = {
  '.ts': script, '.d.ts': script, '.js': script, '.tsx': markup, '.jsx': markup,
  '.mts': esm, '.d.mts': esm, '.mjs': esm, '.cts': cjs, '.d.cts': cjs, '.cjs': cjs, '.json': ['.json'],
}
const implementations: Readonly<Record<string, readonly string[] | undefined>> = {
  '.d.ts': ['.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro'], '.d.mts': ['.mjs', '.js'], '.d.cts': ['.cjs', '.js'],
}
