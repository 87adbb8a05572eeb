import type { ByStatus, Circle, EndsExplained, EntryExplained, EntryInForce, EntryNamed, FileExplained, Hop, Line, OutsideExplained, PartExplained, Taken } from '../../rules/model/explained.ts'
import type { Because, JudgedFinding } from '../../rules/model/finding.ts'
import { atom } from '../../rules/model/link.ts'
import { positionAt } from '../../rules/model/lines.ts'
import type { Path, Place } from '../../rules/model/place.ts'

export interface Page {
  readonly id: string
  readonly title: string
  readonly page?: string
  readonly level?: string
  /** Of a rule, in the project here. */
  readonly findings?: ByStatus
}

export type Explained =
  | { readonly kind: 'file'; readonly file: FileExplained }
  | { readonly kind: 'part'; readonly part: PartExplained }
  | { readonly kind: 'outside'; readonly outside: OutsideExplained }
  | { readonly kind: 'entry'; readonly entry: EntryInForce }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'ends'; readonly ends: EndsExplained }

/**
 * For scripts. Keys and their order are a promise: others compare these bytes. Lines and columns count from 1; `at` is a line of the
 * configuration, {path, line} and `preset` where a preset says so. Always `version` 1 and `kind`, then:
 *
 *   file     path, module?, mode?, owner?, why?, at? (of the module), layers[{name, at}], tags[], isTest, isOpen, api[{written, to?, names?, at}]
 *            (empty: all is open), entries[{id, says, why?, owner?, side, lacks[finding]?, at}], mayUse, mayUsePackages, mayBeUsedBy (each {allowed[],
 *            forbidden[{name, by[{rule, entry?, at?}]}]}), imports, importedBy[], findings[{rule, entry?, severity, status, message, path, line, column, target?}]
 *   module   and layer, tag, folder, selector: name, note?, files[], open?[], modules[], then as of a file, uses[{name, imports}], usedBy[…]
 *   outside  name, vendor?, entries[], mayBeUsedBy, importedBy[]
 *   entry    id, says, why?, owner?, at, severity, findings{new, known, allowed}, subject{written, files[], others[]}, object{…}
 *   rule     and preset: id, title, level?, page, findings{new, known, allowed}? (of a rule, where there is a project)
 *   ends     from, to, notes[], verdict (allowed, forbidden, noted, excepted, partly, unjudged, self), against[{rule, entry?, severity, message,
 *            because[{path, line, preset?, note}], help[], reach, chain[]?, exceptions[{path, line, note}], now{new, known, allowed}}], otherWords[{kinds[]?, names[]?, onlyNames[]?, written[]?, by: line}],
 *            share?{importers, imported: {may, of, examples[]}}, opens[finding], imports[hop], way[hop] or null, allowedWay[{name, module?}] or null, importers?;
 *            a hop is {from, to, path, line, column, findings[…]}
 */
export function renderExplainedJson(explained: Explained, linesOf: (path: Path) => readonly number[]): string {
  return `${JSON.stringify({ version: 1, ...valueOf(explained, { linesOf }) }, undefined, 2)}\n`
}

interface Rim {
  linesOf(path: Path): readonly number[]
}

function valueOf(explained: Explained, rim: Rim): object {
  switch (explained.kind) {
    case 'file': {
      const { file } = explained
      return { kind: 'file', path: file.path, ...standing(file, rim), isTest: file.isTest, isOpen: file.isOpen, ...relations(file, rim), imports: file.imports, importedBy: file.importedBy, findings: findings(file.findings, rim) }
    }
    case 'part': {
      const { part } = explained
      return { kind: part.sort, name: part.name, note: part.note, files: part.files, open: part.open, modules: part.modules, ...standing(part, rim), ...relations(part, rim), uses: part.uses, usedBy: part.usedBy, findings: findings(part.findings, rim) }
    }
    case 'outside': {
      const { name, vendor, entries, mayBeUsedBy, importedBy } = explained.outside
      return { kind: 'outside', name, vendor, entries: entries.map((entry) => namedEntry(entry, rim)), mayBeUsedBy: circle(mayBeUsedBy, rim), importedBy }
    }
    case 'entry': {
      const { entry } = explained
      return { kind: 'entry', ...plainEntry(entry, rim), severity: entry.severity, findings: entry.findings, subject: taken(entry.subject), object: taken(entry.object) }
    }
    case 'page': return { kind: explained.page.id.startsWith('preset:') ? 'preset' : 'rule', ...explained.page }
    case 'ends': return { kind: 'ends', ...ends(explained.ends, rim) }
  }
}

function standing({ module, layers, tags }: FileExplained | PartExplained, rim: Rim) {
  return {
    module: module?.name, mode: module?.mode, owner: module?.owner, why: module?.why, at: module && place(module.at, rim),
    layers: layers.map(({ name, at }) => ({ name, at: place(at, rim) })),
    tags,
  }
}

function relations({ api, entries, mayUse, mayUsePackages, mayBeUsedBy }: FileExplained | PartExplained, rim: Rim) {
  return {
    api: api.map(({ written, to, names, at }) => ({ written, to, names, at: place(at, rim) })),
    entries: entries.map((entry) => namedEntry(entry, rim)),
    mayUse: circle(mayUse, rim), mayUsePackages: circle(mayUsePackages, rim), mayBeUsedBy: circle(mayBeUsedBy, rim),
  }
}

function ends({ from, to, notes, verdict, against, otherWords, share, opens, imports, way, allowedWay, importers }: EndsExplained, rim: Rim) {
  return {
    from, to, notes, verdict,
    against: against.map(({ rule, entry, severity, message, because, help, reach, chain, exceptions, now }) => ({ rule, entry, severity, message, because: because.map((line) => reason(line, rim)), help, reach, chain, exceptions: exceptions.map((line) => reason(line, rim)), now })),
    otherWords: otherWords.map(({ by, ...words }) => ({ ...words, by: line(by, rim) })),
    share,
    opens: findings(opens, rim),
    imports: imports.map((each) => hop(each, rim)),
    way: way?.map((each) => hop(each, rim)) ?? null,
    allowedWay: allowedWay?.map(({ name, module }) => ({ name, module })) ?? null,
    importers,
  }
}

function hop({ from, to, at, findings: found }: Hop, rim: Rim) {
  return { from, to, path: at.path, ...position(at, rim), findings: findings(found, rim) }
}

function findings(found: readonly JudgedFinding[], rim: Rim) {
  return found.map(({ rule, entry, severity, status, message, at, target }) => ({ rule, entry, severity, status, message, path: at.path, ...position(at, rim), target: target && atom(target) }))
}

function circle({ allowed, forbidden }: Circle, rim: Rim) {
  return { allowed, forbidden: forbidden.map(({ name, by }) => ({ name, by: by.map((each) => line(each, rim)) })) }
}

function line({ rule, entry, at }: Line, rim: Rim) {
  return { rule, entry, at: at && place(at, rim) }
}

function plainEntry({ id, says, why, owner, at }: EntryExplained, rim: Rim) {
  return { id, says, why, owner, at: place(at, rim) }
}

function namedEntry(entry: EntryNamed, rim: Rim) {
  return { ...plainEntry(entry, rim), side: entry.side, lacks: entry.lacks && findings(entry.lacks, rim) }
}

function taken({ written, files, others }: Taken): Taken {
  return { written, files, others }
}

function reason({ at, note }: Because, rim: Rim) {
  return { ...place(at, rim), note }
}

function place(at: Place, rim: Rim) {
  return { path: at.path, line: position(at, rim).line, preset: at.preset }
}

function position({ path, span }: Place, { linesOf }: Rim) {
  const { line0, column0 } = positionAt(linesOf(path), span.start)
  return { line: line0 + 1, column: column0 + 1 }
}
