import { isAbsolute } from 'node:path'
import { Option } from 'commander'
import { nearest } from '../../rules/model/nearest.ts'
import type { Project } from '../../rules/model/rule.ts'
import { presetPages, rulePages } from '../../rules/index.ts'
import { renderEntry, renderFile, renderOutside, renderPage, renderPart } from '../report/explain.ts'
import { renderEnds } from '../report/explain-ends.ts'
import { renderExplainedJson, type Explained, type Page } from '../report/explain-json.ts'
import type { Drawing } from '../report/explain-lines.ts'
import { byStatus, endOf, explainEnds, explainEntryInForce, explainFile, explainOutside, explainPart, namesOf, type TypedEnd } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

interface ExplainOptions extends CommonOptions {
  readonly format: 'text' | 'json'
}

/** `bulkhead explain <file | module | rule | preset:NAME | from to>` */
export const explain: CliCommand = {
  define: (program, terminal, answer) => program
    .command('explain')
    .description('what holds for a file or a module; the page of a rule or preset; whether one end may use another, by which line, and how to get there')
    .argument('<subject>', 'a file, a module, layer, tag or folder, a package, a rule, the id of an entry, preset:NAME; with a second argument who imports')
    .argument('[to]', 'a file, a module, or what bulkhead.yaml calls it: layer:shop, pkg:lodash, builtin:fs, env:TOKEN')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action((subject: string, to: string | undefined, options: ExplainOptions) => answer(run(subject, to, options, terminal))),
}

function run(subject: string, to: string | undefined, options: ExplainOptions, terminal: Terminal): ExitStatus {
  const page = pages.find(({ id }) => id === subject)
  if (to === undefined && page !== undefined) {
    print(terminal, options, { kind: 'page', page: { ...page, ...foundBy(terminal, options, subject) } }, { paint: (_style, text) => text, linesOf: () => [0] })
    return 0
  }
  const project = openProject(terminal, options)
  if (!project.report({}).isConfigValid) throw new CannotDo('the configuration has problems', 'see them with: bulkhead check')
  const paint = paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal)
  print(terminal, options, to === undefined ? ofOne(project, subject, terminal.today) : ofTwo(project, subject, to, terminal.today), { paint, linesOf: (path) => project.session.lines(path) })
  return 0
}

/** What a rule comes to in the project here, where one is configured: the page of a rule can be read anywhere. */
function foundBy(terminal: Terminal, options: ExplainOptions, id: string): Pick<Page, 'findings'> {
  if (!rulePages.some((rule) => rule.id === id)) return {}
  const project = openProject(terminal, options)
  if (project.session.text(project.configPath) === undefined) return {}
  const { isConfigValid, findings } = project.report({})
  return isConfigValid ? { findings: byStatus(findings.filter(({ rule }) => rule === id)) } : {}
}

const pages = [...rulePages, ...presetPages]

function print(terminal: Terminal, options: ExplainOptions, explained: Explained, drawing: Drawing): void {
  printText(terminal, options, options.format === 'json' ? renderExplainedJson(explained, drawing.linesOf) : textOf(explained, drawing))
}

function textOf(explained: Explained, drawing: Drawing): string {
  switch (explained.kind) {
    case 'page': return renderPage(explained.page)
    case 'file': return renderFile(explained.file, drawing)
    case 'part': return renderPart(explained.part, drawing)
    case 'outside': return renderOutside(explained.outside, drawing)
    case 'entry': return renderEntry(explained.entry, drawing)
    case 'ends': return renderEnds(explained.ends, drawing)
  }
}

/** Ids of rules and entries come first, then files, then what is called so. */
function ofOne(project: OpenedProject, subject: string, today: string): Explained {
  const snapshot = project.session.snapshot()
  const entry = snapshot.project.policy.entries.find(({ id }) => id === subject)
  if (entry !== undefined) return { kind: 'entry', entry: explainEntryInForce(snapshot, entry) }
  const end = typedEnd(project, snapshot.project, subject, (hint) => hintForOne(snapshot.project, subject) ?? hint)
  if (end.kind === 'outside') {
    const outside = explainOutside(snapshot, today, end)
    const isKnown = outside.importedBy.length > 0 || outside.vendor !== undefined || subject.includes(':') || end.address.kind === 'builtin'
    if (!isKnown) throw new CannotDo(`nothing is called ${subject} here`, hintForOne(snapshot.project, subject) ?? `give a file, a module, a rule (boundaries/layers), the id of an entry; of a package: pkg:${subject}`)
    return { kind: 'outside', outside }
  }
  const [path = ''] = end.paths
  return end.sort === 'file' ? { kind: 'file', file: explainFile(snapshot, today, path) } : { kind: 'part', part: explainPart(snapshot, today, end) }
}

function hintForOne(project: Project, subject: string): string | undefined {
  const ids = [...pages.map(({ id }) => id), ...project.policy.entries.map(({ id }) => id)]
  const like = ids.find((id) => id.endsWith(`/${subject}`) || id === `preset:${subject}`) ?? nearest(subject, [...ids, ...namesOf(project)])
  return like === undefined ? undefined : `did you mean ${like}?`
}

function ofTwo(project: OpenedProject, from: string, to: string, today: string): Explained {
  const snapshot = project.session.snapshot()
  const importer = typedEnd(project, snapshot.project, from)
  if (importer.kind !== 'files') throw new CannotDo(`${from} is no file and no module of this project`, 'what imports is a file, or the module that it is in')
  return { kind: 'ends', ends: explainEnds(snapshot, today, importer, typedEnd(project, snapshot.project, to)) }
}

function typedEnd(project: OpenedProject, judged: Project, typed: string, hintOf = (hint: string | undefined): string | undefined => hint): TypedEnd {
  // Of an absolute path on Windows the colon is the drive's.
  const end = endOf(judged, typed, typed.includes(':') && !isAbsolute(typed) ? undefined : project.pathOf(typed))
  if (end.kind === 'none') throw new CannotDo(end.message, hintOf(end.hint))
  return end
}
