import { lineStarts, positionAt } from '../../rules/model/lines.ts'
import type { Address } from '../../rules/model/link.ts'
import { decode, extract, isSource, resolver } from '../../server/engine/index.ts'
import { disk } from '../../server/io/disk.ts'
import { packageLookup } from '../../server/io/package-lookup.ts'
import { realPathIn } from '../../server/io/real-path.ts'
import { readLayout } from '../../server/session/read-layout.ts'
import type { End, ReadImport } from './imports.ts'

export interface OurImports {
  readonly byFile: ReadonlyMap<string, readonly ReadImport[]>
  /** Packages that some manifest of the project names. */
  readonly declared: ReadonlySet<string>
}

/** All imports of the project's sources, by file, in source order: what bulkhead extracts, and where it resolves that to. */
export function ourImports(root: string): OurImports {
  const files = disk(root)
  const listing = files.list()
  const read = (path: string): Uint8Array | undefined => {
    const reading = files.read(path)
    return reading.kind === 'bytes' ? reading.bytes : undefined
  }
  const layout = readLayout(files, listing, realPathIn(root))
  const resolve = resolver(layout, { lookup: packageLookup(root), isVirtual: () => false, isUnjudged: (path) => !layout.known.has(path) && listing.isIgnored(path) })
  const byFile = new Map(listing.files.filter(isSource).map((path) => {
    const bytes = read(path) ?? new Uint8Array()
    const facts = extract({ path, bytes })
    const starts = lineStarts(decode(bytes))
    const links = resolve(facts)
    return [path, facts.imports.map(({ specifier, kind, span }, i): ReadImport => {
      const { line0, column0 } = positionAt(starts, span.start)
      return { from: path, specifier, kind, line1: line0 + 1, column1: column0 + 1, to: endOf(links[i]?.to) }
    })]
  }))
  const manifests = listing.files.filter((path) => /(?:^|\/)package\.json$/.test(path)).map((path) => layout.manifestIn(path.replace(/\/?package\.json$/, '')))
  return { byFile, declared: new Set(manifests.flatMap((manifest) => manifest?.declared ?? [])) }
}

function endOf(to: Address | undefined): End {
  if (to?.kind === 'file' || to?.kind === 'package' || to?.kind === 'builtin' || to?.kind === 'unknown') return to
  return { kind: 'unknown', reason: to?.kind ?? 'none' }
}
