import type { ImportKind } from '../../rules/model/facts.ts'
import { atom } from '../../rules/model/link.ts'
import type { Address, Link } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import { wholeFile } from '../../rules/model/place.ts'
import { layoutOf } from '../../server/engine/resolve/layout.ts'
import type { ResolveLayout } from '../../server/engine/resolve/layout.ts'
import { resolver } from '../../server/engine/resolve/resolve.ts'

export interface Around {
  /** Paths that exist on disk and are not listed: node_modules, what git ignores. */
  readonly unlisted?: readonly string[]
  /** Symbolic links in node_modules, by folder. */
  readonly links?: Readonly<Record<string, string>>
  readonly pnpm?: readonly string[]
  readonly lookup?: (specifier: string, folder: Path) => Path | undefined
  readonly virtual?: (specifier: string) => boolean
  readonly ignored?: (path: Path) => boolean
}

/** A project as text: `// path` lines, each followed by its file. */
export function filesOf(text: string): ReadonlyMap<Path, string> {
  const files = new Map<Path, string>()
  const parts = text.split(/^[ \t]*\/\/ (\S+)[ \t]*$/m)
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i] ?? '', (parts[i + 1] ?? '').trim())
  return files
}

export interface Resolving {
  readonly layout: ResolveLayout
  readonly link: (from: Path, specifier: string, kind?: ImportKind) => Link
  /** A path or an atom; of what leads nowhere, why. */
  readonly leads: (from: Path, specifier: string, kind?: ImportKind) => string
  readonly written: (from: Path, specifier: string) => string
}

export function resolving(text: string, around: Around = {}): Resolving {
  return resolvingFiles(filesOf(text), around)
}

export function resolvingFiles(files: ReadonlyMap<Path, string>, around: Around = {}): Resolving {
  const links = Object.entries(around.links ?? {})
  const realPath = (path: Path): Path => {
    const link = links.find(([from]) => path.startsWith(`${from}/`))
    return link ? link[1] + path.slice(link[0].length) : path
  }
  const unlisted = (path: Path): boolean => path.includes('node_modules/') || (around.unlisted ?? []).includes(path)
  const layout = layoutOf({
    files: [...files.keys()].filter(path => !unlisted(path)).sort(),
    read: path => files.get(path) ?? files.get(realPath(path)),
    realPath,
    pnpmWorkspaces: new Map(around.pnpm ? [['', around.pnpm]] : []),
  })
  const resolve = resolver(layout, { lookup: around.lookup ?? (() => undefined), isVirtual: around.virtual ?? (() => false), isUnjudged: around.ignored ?? (() => false) })
  const link = (from: Path, specifier: string, kind: ImportKind = 'value'): Link => {
    const fact = { specifier, kind, span: wholeFile, statement: wholeFile }
    const [got] = resolve({ path: from, imports: [fact], ignores: [], barrel: false, problems: [] })
    if (!got) throw new Error('a resolver answers each import')
    return got
  }
  return {
    layout, link,
    leads: (from, specifier, kind) => told(link(from, specifier, kind).to),
    written: (from, specifier) => link(from, specifier).written,
  }
}

function told(to: Address): string {
  if (to.kind === 'unknown') return `unknown: ${to.reason}${to.nearest === undefined ? '' : ` (${to.nearest}?)`}`
  return to.kind === 'unjudged' ? 'unjudged' : atom(to)
}
