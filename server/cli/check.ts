import { Option } from 'commander'
import type { Report } from '../../rules/model/report.ts'
import { reporters } from '../report/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject } from './open-project.ts'
import { print } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

interface CheckOptions extends CommonOptions {
  readonly format: string
  readonly staged?: true
  readonly since?: string
  readonly maxWarnings?: number
  readonly baseline: boolean
  readonly stdinFilename?: string
}

/** `bulkhead check [path...]`: the main job. */
export const check: CliCommand = {
  define: (program, terminal, answer) => program
    .command('check')
    .description('judge every import of the project, and report on the given paths and what leads through them (all, if none)')
    .argument('[path...]', 'files or folders to report on, cycles and barrels through them included; the whole graph is always built')
    .addOption(new Option('--format <format>', 'how to print the report').choices(reporters.map(({ name }) => name)).default('text'))
    .option('--staged', 'judge what is staged, as a commit made now would hold it')
    .addOption(new Option('--since <ref>', 'report on what changed since the branch left this commit').conflicts('staged'))
    .option('--max-warnings <n>', 'exit with 1 when there are more new warnings', wholeNumber)
    .option('--no-baseline', 'count what bulkhead-baseline.yaml knows as new')
    .addOption(new Option('--stdin-filename <path>', 'take the text of this file from standard input').conflicts(['staged', 'since']))
    .action(async (paths: string[], options: CheckOptions) => answer(await run(paths, options, terminal))),
}

async function run(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const project = openProject(terminal, options, options.staged === true ? { kind: 'staged' } : options.since === undefined ? { kind: 'tree' } : { kind: 'since', ref: options.since })
  const buffers = options.stdinFilename === undefined ? [] : [{ path: project.pathOf(options.stdinFilename), text: await terminal.readInput() }]
  const report = project.report({ paths: paths.map(project.existingPathOf), buffers, withBaseline: options.baseline })
  print(terminal, options, report, options.format, project.stopwatch)
  return statusOf(report, options)
}

/** Only findings that are new count. A problem that lies in no file is one of the whole project: what was judged then is not what is there. */
function statusOf(report: Report, options: CheckOptions): ExitStatus {
  if (!report.isConfigValid || report.problems.some(({ at }) => at === undefined)) return 2
  const count = (severity: string): number => report.findings.filter((finding) => finding.status === 'new' && finding.severity === severity).length
  return count('error') > 0 || count('warning') > (options.maxWarnings ?? Infinity) ? 1 : 0
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new CannotDo(`--max-warnings takes a whole number, not '${text}'`)
  return Number(text)
}
