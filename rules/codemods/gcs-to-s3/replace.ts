import type { Node } from '../parse.ts'
import type { Printer } from '../printer.ts'
import type { Remarks } from '../remarks.ts'
import { lineStart } from '../newline.ts'
import type { Clients } from './clients.ts'
import type { Kind, Kinds } from './kinds.ts'
import type { Names } from './names.ts'
import { optionsOf } from './options.ts'
import type { Plans } from './plans.ts'
import { replaceTaken } from './results.ts'
import type { Staying } from './staying.ts'
import type { Use } from './uses.ts'
import type { Writer } from './writer.ts'

export interface Replacing {
  readonly names: Names
  readonly kinds: Kinds
  readonly staying: Staying
  readonly writer: Writer
  readonly clients: Clients
  readonly printer: Printer
  readonly remarks: Remarks
}

export function replaceCalls({ printer, remarks, writer }: Replacing, { calls, left }: Plans): void {
  for (const { at, why } of left) remarks.add(at, 'left-over', why)
  for (const { called, replacement, taken } of calls) {
    replaceTaken(printer, called.call, replacement, taken, writer.code.isTypeScript)
    if (replacement.options?.inlined !== undefined) printer.remove(replacement.options.inlined)
    for (const text of replacement.differs ?? []) remarks.add(called.call, 'differs', text)
  }
}

/** Clients, buckets and files that are not called at once, but kept, handed on or asked for their names. */
export function replaceValues(replacing: Replacing, uses: readonly Use[]): void {
  const { kinds, staying, writer, printer, remarks, clients } = replacing
  const { Node } = writer.code.morph
  writer.code.source.forEachDescendant((node) => {
    if (staying.keeps(node) || kinds.of(node) === undefined) return
    if (Node.isNewExpression(node)) {
      const indent = /^[ \t]*/u.exec(writer.code.text.slice(lineStart(writer.code.text, node.getStart())))?.[0] ?? ''
      printer.replace(node, () => clients.made(indent))
      remarkOnSettings(replacing, node)
    }
    const callee = Node.isCallExpression(node) ? node.getExpression() : undefined
    if (!Node.isPropertyAccessExpression(callee) || kinds.of(callee.getExpression()) === undefined) return
    if (callee.getName() === 'bucket') printer.replace(node, () => writer.bucket(node))
    if (callee.getName() === 'file') printer.replace(node, () => asValue(writer, node))
  })
  for (const use of uses) {
    if (use.sort === 'property') replaceProperty(replacing, use)
    if (use.sort === 'crossing' && !staying.expression(use.handle)) remarks.add(use.handle, 'differs', crossing(use.of))
  }
}

function asValue(writer: Writer, file: Node): string {
  const text = writer.braced(file, writer.fields(file))
  return beginsStatement(writer, file) ? `(${text})` : text
}

/** There a brace would open a block. */
function beginsStatement({ code: { morph: { Node } } }: Writer, file: Node): boolean {
  for (let around = file; ;) {
    const parent = around.getParent()
    if (Node.isArrowFunction(parent)) return parent.getBody() === around
    if (parent === undefined || Node.isExpressionStatement(parent)) return parent !== undefined
    if (parent.getStart() !== file.getStart()) return false
    around = parent
  }
}

function replaceProperty({ staying, writer, printer }: Replacing, { access, of }: Extract<Use, { readonly sort: 'property' }>): void {
  const { Node } = writer.code.morph
  const owner = access.getExpression()
  if (staying.expression(owner) && !Node.isCallExpression(owner)) return
  if (access.getName() === 'bucket' && of === 'file' && !staying.expression(access)) return printer.replace(access, () => writer.bucket(access))
  if (access.getName() !== 'name') return
  if (of === 'bucket') return printer.replace(access, () => writer.bucket(owner))
  if (of !== 'file') return
  const isBuilt = Node.isCallExpression(owner) && writer.fields(owner).length > 1
  if (!isBuilt) return printer.replace(access.getNameNode(), () => 'Key')
  printer.replace(access, () => writer.fields(owner).find((field) => field.startsWith('Key: '))?.slice('Key: '.length) ?? access.getText())
}

const into: Readonly<Record<Kind, string>> = {
  client: 'a Storage is an S3Client now', bucket: 'a Bucket is its name now, a string', file: 'a File is { Bucket, Key } now', files: 'Files are a list of { Bucket, Key } now',
}

/** Of what other files see. */
export function crossing(of: Kind): string {
  return `other files see this: ${into[of]}, so they need the same rewrite`
}

function remarkOnSettings({ writer, remarks }: Replacing, created: Node): void {
  const { Node } = writer.code.morph
  const [given] = Node.isNewExpression(created) ? created.getArguments() : []
  if (given === undefined) return
  const named = optionsOf(writer.code, given)
  const settings = named === undefined ? given.getText() : [...named.values.keys()].join(', ')
  if (settings !== '') remarks.add(created, 'differs', `${settings} went with Google's client: region, endpoint, path style and keys come from S3_REGION, S3_ENDPOINT, S3_FORCE_PATH_STYLE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`)
}
