import type { EndsExplained, EntryExplained, FileExplained } from '../../rules/model/explained.ts'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, type Path, type Place } from '../../rules/model/place.ts'
import type { Paint } from './paint.ts'
import { plural } from './plural.ts'
import { visible } from './visible.ts'

interface Drawing {
  readonly paint: Paint
  linesOf(path: Path): readonly number[]
}

export function renderFile(file: FileExplained, drawing: Drawing): string {
  const { module } = file
  const row = (name: string, value: string): string => `  ${drawing.paint('dim', name.padEnd(10))}${value}\n`
  const place = (at: Place): string => drawing.paint('dim', `(${placeOf(at, drawing)})`)
  return [
    `${drawing.paint('bold', visible(file.path))}\n`,
    row('module', module === undefined ? 'none' : `${module.name} ${place(module.at)}${module.mode === 'checked' ? '' : `, mode ${module.mode}`}`),
    ...(module?.why === undefined ? [] : [row('', module.why)]),
    ...(module?.owner === undefined ? [] : [row('owner', module.owner)]),
    row('layer', file.layers.map(({ name, at }) => `${name} ${place(at)}`).join(', ') || 'none'),
    ...(file.tags.length === 0 ? [] : [row('tags', file.tags.join(', '))]),
    ...(module === undefined ? [] : [row('api', module.api === 'open' ? 'open: any file may be imported' : `${module.api.written}; this file is ${file.isOpen ? 'part of it' : 'inside, for its own module only'}`)]),
    ...(file.isTest ? [row('test', 'a test file may import what it likes')] : []),
    ...file.entries.map((entry, index) => row(index === 0 ? 'rules' : '', `${entry.id}: ${entry.says} ${place(entry.at)}${entry.why === undefined ? '' : `; ${entry.why}`}`)),
    row('imports', String(file.imports)),
    row('used by', file.importedBy.length === 0 ? 'nobody' : visible(file.importedBy.join(', '))),
  ].join('')
}

export function renderEnds(ends: EndsExplained, drawing: Drawing): string {
  const { paint } = drawing
  if (ends.isSelf) return `${ends.from} may use ${ends.to}: ${paint('green', 'allowed')}, a module may always use itself\n`
  const head = ends.against.length === 0
    ? `${ends.from} may use ${ends.to}: ${paint('green', 'allowed')}, no line forbids it\n`
    : `${ends.from} may not use ${ends.to}: ${paint('red', 'not allowed')}\n`
  const reasons = ends.against.map(({ rule, entry, because, help }) => [
    `  ${paint('bold', entry ?? rule)}${entry === undefined ? '' : `  ${paint('dim', rule)}`}\n`,
    ...because.map(({ at, note }) => `    ${note} (${placeOf(at, drawing)})\n`),
    ...help.map((line) => `    ${line}\n`),
  ].join(''))
  const way = ends.way === undefined ? 'no chain of imports leads there now\n' : `the shortest way there is: ${visible(ends.way.join(' > '))} (${plural(ends.way.length - 1, 'import')})\n`
  const importers = ends.importers === undefined ? '' : `${plural(ends.importers, 'file')} of the project import${ends.importers === 1 ? 's' : ''} it\n`
  return [head, ...reasons, way, importers].join('')
}

export function renderEntry(entry: EntryExplained, findings: number, drawing: Drawing): string {
  return `${drawing.paint('bold', entry.id)} (${placeOf(entry.at, drawing)})\n  ${entry.says}\n${entry.why === undefined ? '' : `  ${entry.why}\n`}  ${plural(findings, 'finding')} now\n`
}

function placeOf(at: Place, drawing: Drawing): string {
  return visible(spokenLine(at, positionAt(drawing.linesOf(at.path), at.span.start).line0 + 1))
}
