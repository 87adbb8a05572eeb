// Whether one end may use another, in words.

import type { EndsExplained, Hop, Objection, OtherWords, Share } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { few, line1, lineText, placeOf, type Drawing } from './explain-lines.ts'
import { styleOfSeverity } from './paint.ts'
import { plural } from './plural.ts'
import { visible } from './visible.ts'

export function renderEnds(ends: EndsExplained, drawing: Drawing): string {
  const { from, to, verdict, against, share } = ends
  if (verdict === 'self') return `${from} may use ${to}: ${drawing.paint('green', 'allowed')}, a module may always use itself\n`
  return [
    `${from} ${verdict === 'forbidden' ? 'may not' : 'may'} use ${to}: ${verdictText(ends, drawing)}\n`,
    ...ends.notes.map((note) => `  note: ${note}\n`),
    ...(share === undefined ? [] : [`  ${shareText(from, to, share)}\n`]),
    ...ends.otherWords.map((words) => `  but not ${wordsText(words)}: ${lineText(words.by, drawing)}\n`),
    ...opensText(ends.opens, drawing),
    ...against.flatMap((objection) => objectionText(objection, drawing)),
    importsText(ends.imports, drawing),
    ...(ends.imports.length > 0 ? [] : [ends.way === undefined ? 'no chain of imports leads there now\n' : `the shortest way there is: ${wayText(ends.way, drawing)} (${plural(ends.way.length, 'import')})\n`]),
    ...(verdict === 'forbidden' || verdict === 'excepted' ? [allowedText(ends)] : []),
    ...(ends.importers === undefined ? [] : [`${plural(ends.importers, 'file')} of the project import${ends.importers === 1 ? 's' : ''} it\n`]),
  ].join('')
}

function verdictText({ verdict, against, from, opens }: EndsExplained, { paint }: Drawing): string {
  switch (verdict) {
    case 'forbidden': return paint('red', 'not allowed')
    case 'partly': return paint('yellow', 'in part')
    case 'excepted': return `${paint('green', 'allowed')}, by an exception`
    case 'noted': return `${paint('green', 'allowed')}, and noted`
    case 'unjudged': return `${paint('green', 'allowed')}, nobody judges ${/\.[^/.]+$/.test(from) ? 'a test, or a project without a configuration' : 'tests, or a project without a configuration'}`
    default: return `${paint('green', 'allowed')}${opens.length > 0 ? ', but it leads on' : against.length === 0 ? ', no line forbids it' : ''}`
  }
}

/** 'by an import of kind type, as secret*, written relative' */
function wordsText({ kinds, names, onlyNames, written }: OtherWords): string {
  return [
    ...(kinds === undefined ? [] : [`by an import of kind ${kinds.join(' or ')}`]),
    ...(names === undefined ? [] : [`by the names ${visible(names.join(', '))}`]),
    ...(onlyNames === undefined ? [] : [`by other names than ${visible(onlyNames.join(', '))}`]),
    ...(written === undefined ? [] : [`written ${written.join(' or ')}`]),
  ].join(', ')
}

/** Of each line one chain, which stands for as many as there are. */
function opensText(opens: readonly JudgedFinding[], drawing: Drawing): readonly string[] {
  return [...groupBy(opens, ({ rule, entry, because: [first] }) => lineText({ rule, ...(entry !== undefined && { entry }), ...(first !== undefined && { at: first.at }) }, drawing))].map(([line, chains]) => {
    const said = chains.map(({ message, at }) => `${message} (${at.path}:${line1(at, drawing)})`)
    return `  ${visible(said[0] ?? '')}${said.length > 1 ? ` and ${said.length - 1} more` : ''}: ${line}\n`
  })
}

function shareText(from: string, to: string, { importers, imported }: { readonly importers: Share; readonly imported: Share }): string {
  const said = ({ may, of, examples }: Share, whose: string, verb: string): string[] => may === of ? [] : [`${may} of ${of} files of ${whose} ${verb}${examples.length === 0 ? '' : ` (${visible(examples.join(', '))})`}`]
  const parts = [...said(importers, from, 'may'), ...said(imported, to, 'may be used')]
  return parts.length === 0 ? 'each file may use some, and none all' : parts.join('; ')
}

function objectionText({ rule, entry, severity, because, help, reach, chain, exceptions, now }: Objection, drawing: Drawing): readonly string[] {
  const { paint } = drawing
  const there = [...(now.new > 0 ? [`${now.new} new`] : []), ...(now.known > 0 ? [`${now.known} known in the baseline`] : []), ...(now.allowed > 0 ? [`${now.allowed} allowed`] : [])]
  return [
    `  ${paint('bold', entry ?? rule)}${entry === undefined ? '' : `  ${paint('dim', rule)}`}  ${paint(styleOfSeverity[severity], severity)}${there.length === 0 ? '' : `, now ${there.join(', ')}`}\n`,
    ...because.map(({ at, note }) => `    ${visible(note)} (${placeOf(at, drawing)})\n`),
    ...(chain === undefined ? [] : [`    it leads on: ${few(chain)}\n`]),
    ...(reach && chain === undefined ? ['    not even through others\n'] : []),
    ...exceptions.map(({ at, note }) => `    excepted: ${visible(note)} (${placeOf(at, drawing)})\n`),
    ...help.map((line) => `    ${visible(line)}\n`),
  ]
}

/** Those that are wrong first. */
function importsText(imports: readonly Hop[], drawing: Drawing): string {
  if (imports.length === 0) return 'there is no import from one straight to the other\n'
  const sorted = imports.toSorted((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0))
  return `${plural(imports.length, 'import')} now: ${few(sorted.map((hop) => `${hopAt(hop, drawing)}${statusOf(hop)}`))}\n`
}

function statusOf({ findings: found }: Hop): string {
  if (found.some(({ status, severity }) => status === 'new' && severity !== 'info')) return ' (not allowed)'
  if (found.some(({ status }) => status === 'known')) return ' (known)'
  return found.some(({ status }) => status === 'allowed') ? ' (excepted)' : ''
}

function wayText(way: readonly Hop[], drawing: Drawing): string {
  return [...way.map((hop) => `${hopAt(hop, drawing)}${statusOf(hop)}`), visible(way.at(-1)?.to ?? '')].join(' > ')
}

function hopAt({ from, at }: Hop, drawing: Drawing): string {
  return visible(`${from}:${line1(at, drawing)}`)
}

function allowedText({ from, to, allowedWay: way }: EndsExplained): string {
  if (way === undefined) return 'no allowed way leads there, through whatever module\n'
  const between = way.slice(1, -1).map(({ name, module, isDoor }) => module === undefined || isDoor ? name : module)
  return `the shortest allowed way: ${visible([from, ...between, to].join(' > '))}\n`
}
