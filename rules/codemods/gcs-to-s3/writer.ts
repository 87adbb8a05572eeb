import { styled, type CodeStyle } from '../code-style.ts'
import { lineStart } from '../newline.ts'
import type { NeededImports } from '../needed-imports.ts'
import type { Code, Node } from '../parse.ts'
import type { Printer } from '../printer.ts'
import type { Kinds } from './kinds.ts'
import { helperText, originOf, type Helper } from './helpers.ts'
import type { Staying } from './staying.ts'

/** Parts of new code: what stands for a Bucket or a File, and names of what has to be imported or added. */
export interface Writer {
  readonly code: Code
  readonly style: CodeStyle
  print(node: Node): string
  /** The expression for a bucket's name. */
  bucket(node: Node): string
  /** The fields Bucket and Key of a command, or the object that has them, spread. */
  fields(node: Node): readonly string[]
  braced(at: Node, fields: readonly string[]): string
  /** What this file calls an export of the packages that the new code uses. */
  use(name: string): string
  help(helper: Helper): string
  /** The functions that `help` promised. */
  promised(): readonly string[]
}

export function writerOf(code: Code, style: CodeStyle, kinds: Kinds, staying: Staying, printer: Printer, imports: NeededImports): Writer {
  const { Node } = code.morph
  const helpersUsed = new Map<Helper, string>()
  const print = printer.print
  const use = (name: string) => imports.local(originOf(name).module, name, { isType: originOf(name).isType && code.isTypeScript })
  const builder = (node: Node, method: string) => {
    if (!Node.isCallExpression(node)) return undefined
    const callee = node.getExpression()
    const [argument] = node.getArguments()
    return Node.isPropertyAccessExpression(callee) && callee.getName() === method && argument !== undefined && kinds.of(callee.getExpression()) !== undefined ? { receiver: callee.getExpression(), argument } : undefined
  }

  function bucket(node: Node): string {
    if (Node.isParenthesizedExpression(node)) return bucket(node.getExpression())
    const built = builder(node, 'bucket')
    if (built !== undefined) return print(built.argument)
    if (Node.isPropertyAccessExpression(node) && node.getName() === 'bucket' && kinds.of(node.getExpression()) === 'file') return bucketOfFile(node.getExpression())
    return staying.expression(node) ? `${print(node)}.name` : print(node)
  }

  function bucketOfFile(file: Node): string {
    const built = builder(file, 'file')
    if (built !== undefined) return bucket(built.receiver)
    return staying.expression(file) ? `${print(file)}.bucket.name` : `${print(file)}.Bucket`
  }

  function fields(node: Node): readonly string[] {
    if (Node.isParenthesizedExpression(node)) return fields(node.getExpression())
    const built = builder(node, 'file')
    if (built !== undefined) return [`Bucket: ${bucket(built.receiver)}`, `Key: ${print(built.argument)}`]
    const text = print(node)
    return staying.expression(node) ? [`Bucket: ${text}.bucket.name`, `Key: ${text}.name`] : [`...${text}`]
  }

  function braced(at: Node, given: readonly string[]): string {
    const shortened = given.map((field) => field.replace(/^(\w+): \1$/u, '$1'))
    const [only] = shortened
    if (shortened.length === 1 && only?.startsWith('...')) return only.slice(3)
    const line = `{ ${shortened.join(', ')} }`
    if (line.length <= 100) return line
    const outer = /^[ \t]*/u.exec(code.text.slice(lineStart(code.text, at.getStart())))?.[0] ?? ''
    return `{${style.newline}${shortened.map((field) => `${outer}${style.indent}${field},${style.newline}`).join('')}${outer}}`
  }

  function help(helper: Helper): string {
    const known = helpersUsed.get(helper) ?? existing(helper)
    const name = known ?? imports.fresh(helper)
    if (known === undefined) helpersUsed.set(helper, name)
    return name
  }

  /** A function that an earlier rewrite of this file left, to the letter. */
  function existing(helper: Helper): string | undefined {
    const bare = (text: string) => text.replace(/[\s;'"]/gu, '')
    const written = code.source.getFunction(helper)?.getText()
    return written !== undefined && bare(written) === bare(helperText(helper, helper, code.isTypeScript, (name) => name)) ? helper : undefined
  }

  return {
    code, style, print, bucket, fields, braced, use, help,
    promised: () => [...helpersUsed].map(([helper, name]) => styled(style, helperText(helper, name, code.isTypeScript, use))),
  }
}
