// What holds, in words: for a file, a part of the project, what lies outside it, an entry, two ends.

import type { Circle, Counted, EndsExplained, EntryExplained, EntryInForce, EntryNamed, FileExplained, Hop, Line, Objection, OutsideExplained, PartExplained, Share, Taken } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, type Path, type Place } from '../../rules/model/place.ts'
import { styleOfSeverity, type Paint } from './paint.ts'
import { plural } from './plural.ts'
import { visible } from './visible.ts'

export interface Drawing {
  readonly paint: Paint
  linesOf(path: Path): readonly number[]
}

type Row = readonly [name: string, value: string]

/** Of a list; the rest is a number. */
const mostNamed = 8
const mostReasons = 4

export function renderFile(file: FileExplained, drawing: Drawing): string {
  const { module } = file
  const api: Row = ['api', module === undefined || file.api.length === 0 ? 'open: any file may be imported' : `${exposures(file, drawing)}; this file is ${file.isOpen ? 'part of it' : 'inside, for its own module only'}`]
  return page(file.path, [
    ...standing(file, drawing),
    ...(module === undefined ? [] : [api]),
    ...(file.isTest ? [['test', 'a test file may import what it likes'] as const] : []),
    ...entries(file.entries, drawing),
    ...(file.isTest ? [] : [...circle('may use', file.mayUse, drawing), ...circle('packages', file.mayUsePackages, drawing)]),
    ...circle('for use by', file.mayBeUsedBy, drawing, 'by '),
    ['imports', String(file.imports)],
    ['importers', file.importedBy.length === 0 ? 'nobody' : few(file.importedBy)],
    ...findings(file.findings, drawing),
  ], drawing)
}

export function renderPart(part: PartExplained, drawing: Drawing): string {
  const { module, name, sort, files } = part
  const api: Row = ['api', part.open === undefined ? 'open: any file may be imported' : `${exposures(part, drawing)}; takes ${part.open.length === 0 ? 'no file' : few(part.open)}`]
  return page(sort === 'selector' ? name : `${sort} ${name}`, [
    ...(part.note === undefined ? [] : [['note', part.note] as const]),
    ['files', `${files.length}: ${few(files)}`],
    ...(part.modules.length === 0 ? [] : [['modules', few(part.modules)] as const]),
    ...standing(part, drawing, sort),
    ...(module === undefined ? [] : [api]),
    ...entries(part.entries, drawing),
    ...circle('may use', part.mayUse, drawing), ...circle('packages', part.mayUsePackages, drawing), ...circle('for use by', part.mayBeUsedBy, drawing, 'by '),
    ['uses now', counted(part.uses)], ['users now', counted(part.usedBy)],
    ...findings(part.findings, drawing),
  ], drawing)
}

export function renderOutside(outside: OutsideExplained, drawing: Drawing): string {
  return page(outside.name, [
    ...(outside.vendor === undefined ? [] : [['vendor', outside.vendor] as const]),
    ...entries(outside.entries, drawing),
    ...circle('for use by', outside.mayBeUsedBy, drawing, 'by '),
    ['importers', outside.importedBy.length === 0 ? 'nobody' : `${outside.importedBy.length}: ${few(outside.importedBy)}`],
  ], drawing)
}

export function renderEntry(entry: EntryInForce, drawing: Drawing): string {
  const { new: news, known, allowed } = entry.findings
  return page(`${entry.id} ${place(entry.at, drawing)}`, [
    ['says', visible(entry.says)],
    ...(entry.why === undefined ? [] : [['why', visible(entry.why)] as const]),
    ...(entry.owner === undefined ? [] : [['owner', visible(entry.owner)] as const]),
    ['severity', entry.severity],
    ['takes', taken(entry.subject)], ['of', taken(entry.object)],
    ['findings', `${news} new, ${known} known in the baseline, ${allowed} allowed`],
  ], drawing)
}

export function renderEnds(ends: EndsExplained, drawing: Drawing): string {
  const { from, to, verdict, against, share } = ends
  if (verdict === 'self') return `${from} may use ${to}: ${drawing.paint('green', 'allowed')}, a module may always use itself\n`
  return [
    `${from} ${verdict === 'forbidden' ? 'may not' : 'may'} use ${to}: ${verdictText(ends, drawing)}\n`,
    ...ends.notes.map((note) => `  note: ${note}\n`),
    ...(share === undefined ? [] : [`  ${shareText(from, to, share)}\n`]),
    ...ends.otherKinds.map(({ kind, by }) => `  but not by an import of kind ${kind}: ${by.map((line) => lineText(line, drawing)).join(', ')}\n`),
    ...against.flatMap((objection) => objectionText(objection, drawing)),
    importsText(ends.imports, drawing),
    ...(ends.imports.length > 0 ? [] : [ends.way === undefined ? 'no chain of imports leads there now\n' : `the shortest way there is: ${wayText(ends.way, drawing)} (${plural(ends.way.length, 'import')})\n`]),
    ...(verdict === 'forbidden' || verdict === 'excepted' ? [allowedText(ends)] : []),
    ...(ends.importers === undefined ? [] : [`${plural(ends.importers, 'file')} of the project import${ends.importers === 1 ? 's' : ''} it\n`]),
  ].join('')
}

function verdictText({ verdict, against, from }: EndsExplained, { paint }: Drawing): string {
  switch (verdict) {
    case 'forbidden': return paint('red', 'not allowed')
    case 'partly': return paint('yellow', 'in part')
    case 'excepted': return `${paint('green', 'allowed')}, by an exception`
    case 'noted': return `${paint('green', 'allowed')}, and noted`
    case 'unjudged': return `${paint('green', 'allowed')}, nobody judges ${/\.[^/.]+$/.test(from) ? 'a test, or a project without a configuration' : 'tests, or a project without a configuration'}`
    default: return `${paint('green', 'allowed')}${against.length === 0 ? ', no line forbids it' : ''}`
  }
}

function shareText(from: string, to: string, { importers, imported }: { readonly importers: Share; readonly imported: Share }): string {
  const said = ({ may, of, examples }: Share, whose: string, verb: string): string[] => may === of ? [] : [`${may} of ${of} files of ${whose} ${verb}${examples.length === 0 ? '' : ` (${visible(examples.join(', '))})`}`]
  const parts = [...said(importers, from, 'may'), ...said(imported, to, 'may be used')]
  return parts.length === 0 ? 'each file may use some, and none all' : parts.join('; ')
}

function objectionText({ rule, entry, severity, because, help, exceptions, now }: Objection, drawing: Drawing): readonly string[] {
  const { paint } = drawing
  const there = [...(now.new > 0 ? [`${now.new} new`] : []), ...(now.known > 0 ? [`${now.known} known in the baseline`] : []), ...(now.allowed > 0 ? [`${now.allowed} allowed`] : [])]
  return [
    `  ${paint('bold', entry ?? rule)}${entry === undefined ? '' : `  ${paint('dim', rule)}`}  ${paint(styleOfSeverity[severity], severity)}${there.length === 0 ? '' : `, now ${there.join(', ')}`}\n`,
    ...because.map(({ at, note }) => `    ${visible(note)} (${placeOf(at, drawing)})\n`),
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

function page(title: string, rows: readonly Row[], { paint }: Drawing): string {
  return `${paint('bold', visible(title))}\n${rows.map(([name, value]) => `  ${paint('dim', name.padEnd(12))}${value}\n`).join('')}`
}

function standing({ module, layers, tags }: FileExplained | PartExplained, drawing: Drawing, sort?: string): readonly Row[] {
  return [
    ...(sort !== undefined && module === undefined ? [] : [['module', module === undefined ? 'none' : `${module.name} ${place(module.at, drawing)}${module.mode === 'checked' ? '' : `, mode ${module.mode}`}`] as const]),
    ...(module?.why === undefined ? [] : [['', visible(module.why)] as const]),
    ...(module?.owner === undefined ? [] : [['owner', visible(module.owner)] as const]),
    ['layer', layers.map(({ name, at }) => `${name} ${place(at, drawing)}`).join(', ') || 'none'],
    ...(tags.length === 0 ? [] : [['tags', few(tags)] as const]),
  ]
}

function exposures({ api }: FileExplained | PartExplained, drawing: Drawing): string {
  return api.map(({ written, at }) => `${visible(written)} ${place(at, drawing)}`).join(', ')
}

function entries(named: readonly EntryNamed[], drawing: Drawing): readonly Row[] {
  return named.map((entry, index) => [index === 0 ? 'rules' : '', entryText(entry, drawing)])
}

function entryText({ id, says, why, at }: EntryExplained, drawing: Drawing): string {
  return `${id}: ${visible(says)} ${place(at, drawing)}${why === undefined ? '' : `; ${visible(why)}`}`
}

/** Who may, then who may not and by which lines; where each has its own, the first few. */
function circle(name: string, { allowed, forbidden }: Circle, drawing: Drawing, by = ''): readonly Row[] {
  if (allowed.length + forbidden.length === 0) return []
  const may = allowed.length === 0 ? 'none' : forbidden.length === 0 && allowed.length > mostNamed ? `all ${allowed.length} others` : few(allowed)
  const reasons = [...groupBy(forbidden, (each) => each.by.map((line) => lineText(line, drawing)).join(', '))]
  const rest = reasons.slice(mostReasons).flatMap(([, those]) => those)
  return [
    [name, may],
    ...reasons.slice(0, mostReasons).map(([lines, those]): Row => ['', `not ${by}${few(those.map((each) => each.name))}: ${lines}`]),
    ...(rest.length === 0 ? [] : [['', `not ${by}${few(rest.map((each) => each.name))}: by lines of their own`] as const]),
  ]
}

function lineText({ rule, entry, at }: Line, drawing: Drawing): string {
  return `${entry ?? rule}${at === undefined ? '' : ` ${place(at, drawing)}`}`
}

function findings(found: readonly JudgedFinding[], drawing: Drawing): readonly Row[] {
  if (found.length === 0) return [['findings', 'none']]
  const shown = found.slice(0, mostNamed).map((finding): string => {
    const { at, severity, message, rule, entry, status } = finding
    return `${visible(at.path)}:${line1(at, drawing)} ${severity} ${visible(message)} ${drawing.paint('dim', entry ?? rule)}${status === 'new' ? '' : `, ${status}`}`
  })
  const rest = found.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map((text, index) => [index === 0 ? 'findings' : '', text])
}

function counted(counts: readonly Counted[]): string {
  return counts.length === 0 ? 'nothing' : few(counts.map(({ name, imports }) => `${name} (${imports})`))
}

function taken({ written, files, others }: Taken): string {
  const parts = [...(files.length > 0 ? [`${plural(files.length, 'file')} (${few(files.slice(0, 3), files.length)})`] : []), ...(others.length > 0 ? [`imported now: ${few(others)}`] : [])]
  return `${visible(written)}: ${parts.join('; ') || 'nothing that there is now'}`
}

function few(names: readonly string[], of = names.length): string {
  const shown = names.slice(0, mostNamed)
  return `${visible(shown.join(', '))}${of > shown.length ? ` and ${of - shown.length} more` : ''}`
}

function place(at: Place, drawing: Drawing): string {
  return drawing.paint('dim', `(${placeOf(at, drawing)})`)
}

function placeOf(at: Place, drawing: Drawing): string {
  return visible(spokenLine(at, line1(at, drawing)))
}

function line1(at: Place, drawing: Drawing): number {
  return positionAt(drawing.linesOf(at.path), at.span.start).line0 + 1
}
