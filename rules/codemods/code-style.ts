import { newlineOf } from './newline.ts'

/** How a file is written, so that what is added to it looks as if it had been there. */
export interface CodeStyle {
  readonly quote: "'" | '"'
  readonly semicolons: boolean
  readonly indent: string
  readonly newline: '\n' | '\r\n'
}

export function codeStyleOf(text: string): CodeStyle {
  const lines = text.split(/\r?\n/u)
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length
  return {
    quote: count(/(?:from|require\()\s*"/u) > count(/(?:from|require\()\s*'/u) ? '"' : "'",
    semicolons: count(/;\s*(?:\/\/.*)?$/u) > count(/^(?:import|export|const|let|\s+(?:return|await|const|let))\b.*[\w)'"\]]\s*$/u),
    indent: /^(?:\t| {2,8})(?=\S)/mu.exec(text)?.[0] ?? '  ',
    newline: newlineOf(text),
  }
}

/** Code written with semicolons, single quotes and two spaces, as the file would have it. */
export function styled(style: CodeStyle, code: string): string {
  let text = code
  if (!style.semicolons) text = text.replace(/;$/gmu, '')
  if (style.quote === '"') text = text.replaceAll("'", '"')
  if (style.indent !== '  ') text = text.replace(/^(?: {2})+/gmu, (spaces) => style.indent.repeat(spaces.length / 2))
  return style.newline === '\n' ? text : text.replaceAll('\n', style.newline)
}
