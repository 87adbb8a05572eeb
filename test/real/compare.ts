import { basename, dirname } from 'node:path'
import type { ImportKind } from '../../rules/model/facts.ts'
import { endName, type End, type ReadImport } from './imports.ts'

export interface Difference {
  readonly from: string
  readonly line1: number
  readonly what: string
  /** Why it is right that we differ; absent where nothing explains it. */
  readonly reason?: string
}

/** What two readers of the same files do not agree on. Kinds that count only where named are left out. */
export function differences(ours: readonly ReadImport[], theirs: readonly ReadImport[], declaresRequire: (path: string) => boolean = () => false): readonly Difference[] {
  const mine = new Map(ours.filter(({ kind }) => !onlyWhereNamed.has(kind)).map((each) => [asWritten(each), each]))
  const others = new Map(theirs.map((each) => [asWritten(each), each]))
  const found: Difference[] = []
  for (const [written, each] of mine) if (!others.has(written)) found.push({ ...each, what: `only bulkhead reads ${written}` })
  for (const [written, each] of others) {
    const own = mine.get(written)
    if (own === undefined) found.push({ ...each, what: `only TypeScript reads ${written}`, ...(each.kind === 'require' && declaresRequire(each.from) && { reason: ownRequire }) })
    else if (!isSameEnd(own.to, each.to)) {
      const reason = reasonOf(own.to, each.to) ?? byConditions(own, each)
      found.push({ ...each, what: `${written} leads to ${endName(own.to)}; TypeScript: ${endName(each.to)}`, ...(reason !== undefined && { reason }) })
    }
  }
  return found
}

const onlyWhereNamed: ReadonlySet<ImportKind> = new Set(['jsdoc', 'url', 'call'])

function asWritten({ line1, column1, kind, specifier }: ReadImport): string {
  return `${kind} '${specifier}' at ${line1}:${column1}`
}

function isSameEnd(ours: End, theirs: End): boolean {
  return ours.kind === 'unknown' ? theirs.kind === 'unknown' : endName(ours) === endName(theirs)
}

const ownRequire = 'a require that the file declares itself loads what that one likes; TypeScript looks at the name alone'

/** One name of a package may lead to several files. */
function byConditions(ours: ReadImport, theirs: ReadImport): string | undefined {
  if (ours.specifier.startsWith('.') || ours.to.kind !== 'file' || theirs.to.kind !== 'file') return undefined
  return 'the manifest tells declarations and code, or runtimes, apart by conditions; TypeScript reads declarations, and knows no runtime without a config'
}

function reasonOf(ours: End, theirs: End): string | undefined {
  if (theirs.kind === 'file' && ours.kind === 'file' && /\.d\.[cm]?ts$/.test(theirs.path) && ours.path === theirs.path.replace(/\.d\.([cm]?)ts$/, '.$1js')) {
    return 'TypeScript stops at declarations; dependencies run through the code beside them'
  }
  if (theirs.kind === 'file' && ours.kind === 'file' && isMadeOf(theirs.path, ours.path)) return 'the manifest leads to what is made; its source lies beside it, and is what people write'
  if (theirs.kind === 'unknown' && ours.kind === 'package') return 'a package is one by its name, installed or not'
  if (theirs.kind === 'unknown' && ours.kind === 'file') return 'the manifest leads to what is not built yet; its source stands for it'
  return undefined
}

/** A declaration, and a source of that name in another folder. */
function isMadeOf(made: string, source: string): boolean {
  const [folder, name] = [dirname(made), basename(made).replace(/\.d\.[cm]?ts$/, '')]
  return name !== basename(made) && folder !== dirname(source) && !/\.d\.[cm]?ts$/.test(source) && basename(source).replace(/\.[cm]?[jt]sx?$/, '') === name
}
