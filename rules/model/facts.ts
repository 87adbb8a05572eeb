import type { Path, Span } from './place.ts'
import type { Problem } from './problem.ts'

/** What an import is by its own words. 'elided' is never in facts: only symbol facts and the tsconfig can tell. */
export type ImportKind = 'value' | 'type' | 'elided' | 'reexport' | 'require' | 'dynamic' | 'jsdoc' | 'url' | 'call'

/** In the order in which a graph stores them as numbers. */
export const importKinds: readonly ImportKind[] = ['value', 'type', 'elided', 'reexport', 'require', 'dynamic', 'jsdoc', 'url', 'call']

/** Which imports count: kinds, of calls perhaps those of some functions alone. */
export type Kinds = ReadonlySet<ImportKind | CallKind>

/** 'call:jest.mock' */
export type CallKind = `call:${string}`

/** What names a file without importing it, and so counts only where the configuration names the kind. */
export type MentionKind = 'jsdoc' | 'url' | 'call'

export interface AskedMentions {
  readonly kinds: ReadonlySet<MentionKind>
  /** The functions whose first argument counts as 'call': 'jest.mock'. */
  readonly calls: readonly string[]
}

export function isMention(kind: ImportKind): kind is MentionKind {
  return kind === 'jsdoc' || kind === 'url' || kind === 'call'
}

/** The bytes of one file, borrowed: valid until `extract` returns. */
export interface Source {
  readonly path: Path
  readonly bytes: Uint8Array
}

export interface ImportFact {
  /** As the runtime sees it: escapes decoded. */
  readonly specifier: string
  readonly kind: ImportKind
  /** The specifier with its quotes. */
  readonly span: Span
  /** The whole statement, or the call or type where the import is an expression. */
  readonly statement: Span
  /** Of a call: the function, 'jest.mock'. */
  readonly called?: string
}

/** `// bulkhead-ignore-next-line <rule> -- <reason>` */
export interface IgnoreComment {
  readonly span: Span
  /** Ids of rules or of entries, as written; never empty for a well-formed comment. */
  readonly rules: readonly string[]
  /** Empty where the comment gives none. */
  readonly reason: string
  /** The next line that is no ignore comment itself: what starts on it is covered. */
  readonly line: Span
}

/** What one file's bytes alone say. Imports in source order. */
export interface Facts {
  readonly path: Path
  readonly imports: readonly ImportFact[]
  readonly ignores: readonly IgnoreComment[]
  /** May hand on a name that it does not define (`export … from`, or an export of an imported name). */
  readonly barrel: boolean
  readonly problems: readonly Problem[]
}

/** The names that one import brings in. */
export interface ImportedNames {
  /** Index in the file's `Facts.imports`. */
  readonly import: number
  /** Names as the target exports them: 'default', 'charge'; '*' for a namespace, `export *`, and an `import()` or `require` that is not taken apart at once. Sorted, once each. */
  readonly names: readonly string[]
}

export interface ExportFact {
  /** '*' for `export * from`. */
  readonly name: string
  /** Absent where this file defines the name. `name` is what the target calls it; '*' for a whole namespace. */
  readonly from?: { readonly import: number; readonly name: string }
}

/** An environment variable that the file reads: `process.env.X`, `import.meta.env.X`, `const { X } = process.env`, `Deno.env.get('X')`, `Bun.env.X`. */
export interface EnvRead {
  readonly name: string
  /** Of the name, with its quotes if it has any. */
  readonly span: Span
  readonly statement: Span
}

/** A variable, or a static field, that outlives the calls that change it: 'cache', 'Cart.count'. */
export interface ModuleState {
  readonly name: string
  /** Of the name where it is declared. */
  readonly span: Span
  readonly statement: Span
}

/** What a real parser tells of one file's names; asked for only where a rule needs it. */
export interface SymbolFacts {
  readonly imports: readonly ImportedNames[]
  readonly exports: readonly ExportFact[]
}
