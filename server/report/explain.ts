// What holds, in words: for a file, a part of the project, what lies outside it, an entry.

import type { ByStatus, Circle, Counted, EntryInForce, EntryNamed, FileExplained, OutsideExplained, PartExplained, Taken } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import type { Page } from './explain-json.ts'
import { few, line1, lineText, mostNamed, place, type Drawing } from './explain-lines.ts'
import { plural } from './plural.ts'
import { visible } from './visible.ts'

type Row = readonly [name: string, value: string]

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
  return page(`${entry.id} ${place(entry.at, drawing)}`, [
    ['says', visible(entry.says)],
    ...(entry.why === undefined ? [] : [['why', visible(entry.why)] as const]),
    ...(entry.owner === undefined ? [] : [['owner', visible(entry.owner)] as const]),
    ['severity', entry.severity],
    ['takes', taken(entry.subject)], ['of', taken(entry.object)],
    ['findings', byStatusText(entry.findings)],
  ], drawing)
}

export function renderPage({ page, title, findings: found }: Page): string {
  return `${page ?? title}\n${found === undefined ? '' : `\nIn this project: ${byStatusText(found)}\n`}`
}

function byStatusText({ new: news, known, allowed }: ByStatus): string {
  return `${news} new, ${known} known in the baseline, ${allowed} allowed`
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

function entryText({ id, says, why, at, lacks }: EntryNamed, drawing: Drawing): string {
  return `${id}: ${visible(says)} ${place(at, drawing)}${why === undefined ? '' : `; ${visible(why)}`}${lacks === undefined ? '' : `; ${lacksText(lacks)}`}`
}

/** Of what is required. */
function lacksText(lacks: readonly JudgedFinding[]): string {
  if (lacks.length === 0) return 'met now'
  const [first] = lacks
  return `not met now: ${lacks.length === 1 && first !== undefined ? `${visible(first.message)}${first.status === 'new' ? '' : ` (${first.status})`}` : few(lacks.map(({ at }) => at.path))}`
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
