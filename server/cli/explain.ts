import { isAbsolute } from 'node:path'
import { Option } from 'commander'
import type { Project } from '../../rules/model/rule.ts'
import { presetPages, rulePages } from '../../rules/index.ts'
import { renderEnds, renderEntry, renderFile } from '../report/explain.ts'
import { endOf, explainEnds, explainEntry, explainFile, type TypedEnd } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

interface ExplainOptions extends CommonOptions {
  readonly format: 'text' | 'json'
}

/** `bulkhead explain <file | rule | preset:NAME | from to>` */
export const explain: CliCommand = {
  define: (program, terminal, answer) => program
    .command('explain')
    .description('what holds for a file; the page of a rule or preset; whether one end may use another, and by which line')
    .argument('<subject>', 'a file, a rule, an entry or preset:NAME; with a second argument the importing file or module')
    .argument('[to]', 'a file, a module, or what bulkhead.yaml calls it: pkg:lodash, builtin:fs, env:TOKEN')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action((subject: string, to: string | undefined, options: ExplainOptions) => answer(run(subject, to, options, terminal))),
}

function run(subject: string, to: string | undefined, options: ExplainOptions, terminal: Terminal): ExitStatus {
  const page = rulePages.find(({ id }) => id === subject) ?? presetPages.find(({ id }) => id === subject)
  if (to === undefined && page !== undefined) {
    printText(terminal, options, options.format === 'json' ? json(page) : `${page.page ?? page.title}\n`)
    return 0
  }
  const project = openProject(terminal, options)
  if (!project.report({}).isConfigValid) throw new CannotDo('the configuration has problems', 'see them with: bulkhead check')
  printText(terminal, options, to === undefined ? ofOne(project, subject, options, terminal) : ofTwo(project, subject, to, options, terminal))
  return 0
}

function ofOne(project: OpenedProject, subject: string, options: ExplainOptions, terminal: Terminal): string {
  const { project: judged, report } = project.session.snapshot()
  const drawing = drawingFor(project, options, terminal)
  const entry = judged.policy.entries.find(({ id }) => id === subject)
  if (entry !== undefined) {
    const findings = report.findings.filter((finding) => finding.entry === subject).length
    const explained = explainEntry(entry)
    return options.format === 'json' ? json({ ...explained, findings }) : renderEntry(explained, findings, drawing)
  }
  const path = project.existingPathOf(subject)
  if (!judged.graph.idOf.has(path)) throw new CannotDo(`${subject} is no source of this project`, 'give a file, a rule (boundaries/layers) or the id of an entry')
  const explained = explainFile(judged, path)
  return options.format === 'json' ? json({ ...explained, module: explained.module?.name }) : renderFile(explained, drawing)
}

function ofTwo(project: OpenedProject, from: string, to: string, options: ExplainOptions, terminal: Terminal): string {
  const { project: judged } = project.session.snapshot()
  const importer = typedEnd(project, judged, from)
  if (importer.kind !== 'files') throw new CannotDo(`${from} is no file and no module of this project`, 'what imports is a file, or the module that it is in')
  const explained = explainEnds(judged, importer, typedEnd(project, judged, to))
  return options.format === 'json' ? json(explained) : renderEnds(explained, drawingFor(project, options, terminal))
}

function typedEnd(project: OpenedProject, judged: Project, typed: string): TypedEnd {
  // Of an absolute path on Windows the colon is the drive's.
  const end = endOf(judged, typed, typed.includes(':') && !isAbsolute(typed) ? undefined : project.pathOf(typed))
  if (end.kind === 'none') throw new CannotDo(end.message, end.hint)
  return end
}

function drawingFor(project: OpenedProject, options: CommonOptions, terminal: Terminal): Parameters<typeof renderFile>[1] {
  return { paint: paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal), linesOf: (path) => project.session.lines(path) }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
