import type { Severity } from '../../rules/model/finding.ts'
import { lineStarts, positionAt } from '../../rules/model/lines.ts'
import type { Path, Span } from '../../rules/model/place.ts'

/** A finding that an example announces. */
export interface Expectation {
  readonly path: Path
  readonly span: Span
  readonly rule: string
  /** Absent where the example does not care. */
  readonly severity?: Severity
  readonly message: string
}

export interface WrittenProject {
  readonly files: ReadonlyMap<Path, string>
  readonly expected: readonly Expectation[]
}

/**
 * A small project as tests and rule pages write it. A comment that is nothing but a path (`// shop/cart.ts`, `# bulkhead.yaml`) begins a file.
 * A comment below a line announces a finding there, and is no part of the file:
 * `//   ^^^^ boundaries/rules: shop may not use billing` where the carets point, `//<- policy/reason: …` on the whole line;
 * directly below the path, on the file as a whole. `info vendors/sdk: …` says the severity, too.
 */
export function readProject(text: string): WrittenProject {
  const files = new Map<Path, string>()
  const expected: Expectation[] = []
  let path: Path | undefined
  let lines: string[] = []

  const close = (): void => {
    if (path !== undefined) files.set(path, `${lines.join('\n').trimEnd()}\n`)
    lines = []
  }
  for (const line of outdented(text)) {
    const heading = /^(?:\/\/|#) ((?:[\w@.{}[\]-]+\/)*[\w@.[\]-]*\.\w+)$/.exec(line)?.[1]
    const announced = announcement.exec(line)?.groups
    if (heading !== undefined) {
      close()
      if (files.has(heading)) throw new Error(`${heading} is written twice`)
      path = heading
    } else if (path === undefined) {
      if (line.trim() !== '') throw new Error(`a file's path is missing above: ${line}`)
    } else if (announced !== undefined) {
      expected.push({ path, span: spanOf(lines, line), ...told(announced) })
    } else if (/^\s*(?:\/\/|#)(?: *\^|<-)/.test(line)) {
      throw new Error(`this announces no finding: ${line}`)
    } else if (lines.length > 0 || line.trim() !== '') {
      lines.push(line)
    }
  }
  close()
  return { files, expected }
}

/** Findings and expectations in one form, so that a difference reads well: `shop/cart.ts:1:24-36 boundaries/rules: shop may not use billing`. */
export function asLine(text: string, { path, span, severity, rule, message }: Expectation): string {
  const starts = lineStarts(text)
  const from = positionAt(starts, span.start)
  const to = positionAt(starts, span.end)
  const end = to.line0 === from.line0 ? to.column0 + 1 : `${to.line0 + 1}:${to.column0 + 1}`
  return `${path}:${from.line0 + 1}:${from.column0 + 1}-${end} ${severity === undefined ? '' : `${severity} `}${rule}: ${message}`
}

const announcement = /^\s*(?:\/\/|#)(?: *\^+|<-) (?:(?<severity>error|warning|info) )?(?<rule>[a-z]+\/[a-z-]+): (?<message>.+)$/

function told(groups: Readonly<Record<string, string | undefined>>): Omit<Expectation, 'path' | 'span'> {
  const { severity, rule = '', message = '' } = groups
  return { rule, message, ...(severity !== undefined && { severity: severity as Severity }) }
}

function spanOf(linesAbove: readonly string[], line: string): Span {
  const above = linesAbove.at(-1)
  if (above === undefined) return { start: 0, end: 0 }
  const start = linesAbove.slice(0, -1).reduce((sum, { length }) => sum + length + 1, 0)
  const carets = /\^+/.exec(line.slice(0, line.search(/[a-z]/)))
  if (carets === null) return { start: start + above.search(/\S/), end: start + above.trimEnd().length }
  return { start: start + carets.index, end: start + carets.index + carets[0].length }
}

/** Without the indentation that all lines share, so that a test may indent its project. */
function outdented(text: string): readonly string[] {
  const lines = text.split('\n')
  const shared = Math.min(...lines.filter((each) => each.trim() !== '').map((each) => each.search(/\S/)))
  return lines.map((each) => each.slice(Math.min(shared, each.length)))
}
