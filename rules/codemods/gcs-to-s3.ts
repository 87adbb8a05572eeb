import type { Edit } from '../model/edit.ts'
import type { Rewrite, RewriteInput, Rewritten } from '../model/rewrite.ts'
import { codeStyleOf } from './code-style.ts'
import { clientsOf } from './gcs-to-s3/clients.ts'
import { remarkOnErrors } from './gcs-to-s3/errors.ts'
import { importEdits, remainingNames } from './gcs-to-s3/imports.ts'
import { kindsOf } from './gcs-to-s3/kinds.ts'
import { google, namesOf } from './gcs-to-s3/names.ts'
import { leftPatterns, patternsOf, replacePatterns } from './gcs-to-s3/patterns.ts'
import { plansFor, settled } from './gcs-to-s3/plans.ts'
import { replaceCalls, replaceValues } from './gcs-to-s3/replace.ts'
import { replaceTypes } from './gcs-to-s3/replace-types.ts'
import { stayingOf } from './gcs-to-s3/staying.ts'
import { usesOf } from './gcs-to-s3/uses.ts'
import { writerOf } from './gcs-to-s3/writer.ts'
import { keepComments } from './lost-comments.ts'
import { manifestEdits } from './manifest.ts'
import { neededImports } from './needed-imports.ts'
import { parse } from './parse.ts'
import { printerOf } from './printer.ts'
import { refusal } from './refusal.ts'
import { remarksOf } from './remarks.ts'

/** The newest on 2026-11-21 (npm). The checksum settings need 3.729.0. */
const versions: Readonly<Record<string, string>> = {
  '@aws-sdk/client-s3': '^3.1169.0', '@aws-sdk/lib-storage': '^3.1169.0', '@aws-sdk/s3-request-presigner': '^3.1162.0',
}

/**
 * One file from @google-cloud/storage to the S3 API: imports, types, clients, calls. A Storage becomes an S3Client that takes
 * endpoint, path style and region from the environment; a Bucket becomes its name, a File `{ Bucket, Key }`. What has no
 * counterpart keeps its call, with a comment above it, and everything that it needs.
 * Arguments, all optional: `manifest`, the nearest package.json; `others`, how many other files import Google's package (at 0 it
 * leaves the manifest, if nothing here was left over).
 */
export const gcsToS3: Rewrite = {
  id: 'gcs-to-s3',
  async run(input) {
    if (!input.text.includes(google)) return { edits: [], problems: [] }
    const start = input.text.indexOf(google)
    const at = { start, end: start + google.length }
    if (!/\.[cm]?[jt]sx?$/u.test(input.path)) return refusal('not-a-script', input.path, at, 'only JavaScript and TypeScript can be rewritten', 'move what talks to the storage to a file of its own')
    const code = await parse(input.path, input.text)
    if (!code.isWhole) return refusal('syntax', input.path, at, 'this file can not be read as it is', 'correct it first')
    const names = namesOf(code)
    if (names.statements.length === 0) return refusal('left-over', input.path, at, "Google's package is handed on, or loaded within a function, where nothing can be rewritten", 'import it at the top of the files that use it')

    const style = codeStyleOf(input.text)
    const printer = printerOf(code)
    const remarks = remarksOf(code)
    const imports = neededImports(code, style, names.form, 's3')
    const kinds = kindsOf(code, names)
    const staying = stayingOf(code, kinds)
    const writer = writerOf(code, style, kinds, staying, printer, imports)
    const clients = clientsOf(code, kinds, staying, writer, imports)

    const uses = usesOf(code, kinds)
    const patterns = patternsOf(code, kinds)
    const planned = plansFor(uses, kinds, writer, clients)
    const plans = settled({ ...planned, left: [...planned.left, ...leftPatterns(patterns, kinds)] }, staying)

    const replacing = { names, kinds, staying, writer, clients, printer, remarks }
    replaceCalls(replacing, plans)
    replaceValues(replacing, uses)
    replacePatterns(patterns, staying, printer)
    replaceTypes(replacing)
    if (plans.calls.length > 0) remarkOnErrors(code, remarks)

    const body = printer.edits(input.path)
    keepComments(code, body, remarks)
    const functions = writer.promised()
    const client = clients.added()
    const remaining = remainingNames(code, names, printer)
    const head = importEdits(input.path, code, names, remaining, imports, client, style)
    const edits = [...body, ...head, ...remarks.edits(input.path), ...imports.edits(input.path), ...appended(input, functions)]
    return { edits: [...edits, ...await inManifest(input, edits, remaining.size === 0)], problems: remarks.problems(input.path) }
  },
}

function appended({ path, text }: RewriteInput, functions: readonly string[]): readonly Edit[] {
  if (functions.length === 0) return []
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const open = text.endsWith('\n') ? '' : newline
  return [{ kind: 'text', path, span: { start: text.length, end: text.length }, text: `${open}${functions.map((code) => newline + code + newline).join('')}` }]
}

/** What the new text imports, and no more. */
async function inManifest({ arguments: given, read }: RewriteInput, edits: Rewritten['edits'], isFree: boolean): Promise<readonly Edit[]> {
  const text = typeof given.manifest === 'string' ? read(given.manifest) : undefined
  if (typeof given.manifest !== 'string' || text === undefined || edits.length === 0) return []
  const written = edits.map((edit) => edit.kind === 'text' ? edit.text : '').join('\n')
  const added = Object.fromEntries(Object.entries(versions).filter(([name]) => written.includes(`'${name}'`) || written.includes(`"${name}"`)))
  return manifestEdits(given.manifest, text, added, isFree && given.others === 0 ? google : undefined)
}
