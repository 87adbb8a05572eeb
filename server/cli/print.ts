import { basename, dirname, resolve } from 'node:path'
import { styleText } from 'node:util'
import { rulePages } from '../../rules/index.ts'
import type { Report } from '../../rules/model/report.ts'
import { isFolder, stages, type StageTimes, type Stopwatch } from '../session/index.ts'
import { reporters } from '../report/index.ts'
import { plain, type Paint } from '../report/paint.ts'
import { renderNotes } from '../report/text.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type Terminal } from './terminal.ts'
import { version } from './version.ts'
import { write } from './write.ts'

/** The report goes to standard output, or into a file; notes and times to standard error. */
export function print(terminal: Terminal, options: CommonOptions, report: Report, format: string, watch: Stopwatch): void {
  const reporter = reporters.find(({ name }) => name === format)
  if (reporter === undefined) throw new Error(`no reporter '${format}'`)
  // Colours are for eyes: a file gets none, unless they were asked for.
  const paint = paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal)
  watch.time('output', () => printText(terminal, options, reporter.render(report, { paint, version, rules: rulePages })))
  if (options.quiet !== true) terminal.err(renderNotes(report, { paint: paintFor(terminal, options, terminal.isErrTerminal) }))
  if (options.verbose === true) terminal.err(`${timesText(watch.times())}\n${Math.round(terminal.cpuMs())} ms of CPU, ${Math.round(terminal.peakMiB())} MiB at most\n`)
}

function timesText(times: StageTimes): string {
  return `ms by stage: ${stages.map((stage) => `${stage} ${Math.round(times[stage])}`).join(', ')}`
}

/** What a command answers with, in whatever format. */
export function printText(terminal: Terminal, options: CommonOptions, text: string): void {
  if (options.output === undefined) { terminal.out(text); return }
  const folder = resolve(terminal.cwd, dirname(options.output))
  if (!isFolder(folder)) throw new CannotDo(`there is no folder ${dirname(options.output)} to write ${basename(options.output)} into`)
  write(folder, new Map([[basename(options.output), text]]))
}

export function paintFor(terminal: Terminal, options: CommonOptions, isTerminal: boolean): Paint {
  const { NO_COLOR, FORCE_COLOR } = terminal.env
  const wanted = options.color ?? (NO_COLOR !== undefined && NO_COLOR !== '' ? false : FORCE_COLOR !== undefined ? FORCE_COLOR !== '0' : isTerminal)
  return wanted ? (style, text) => styleText(style, text, { validateStream: false }) : plain
}
