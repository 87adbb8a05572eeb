import { plural } from '../report/plural.ts'
import { baselineName, pathExists, withBaseline, type BaselineChange } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'
import { write } from './write.ts'

interface BaselineOptions extends CommonOptions {
  readonly add?: true
}

/** `bulkhead baseline`: writes the findings of today down, so that only new ones count; later it only shrinks. */
export const baseline: CliCommand = {
  define: (program, terminal, answer) => program
    .command('baseline')
    .description('write down the findings of today, so that only new ones count; later, remove those put right')
    .option('--add', 'add what is new, too')
    .action((options: BaselineOptions) => answer(run(options, terminal))),
}

function run(options: BaselineOptions, terminal: Terminal): ExitStatus {
  const project = openProject(terminal, options)
  // One that cannot be read is written anew when asked to add: it would be empty otherwise.
  const report = project.report(options.add === true && isBroken(project) ? { buffers: [{ path: baselineName, text: '' }] } : {})
  if (report.problems.some(({ at }) => at?.path === baselineName)) throw new CannotDo(`${baselineName} cannot be read`, 'see why with: bulkhead check; write it anew with: bulkhead baseline --add')
  if (!report.isConfigValid) throw new CannotDo('the configuration has problems', 'see them with: bulkhead check')
  const isFirst = !pathExists(project.root, baselineName)
  const change = withBaseline(project.session, report, isFirst || options.add === true)
  write(project.root, change.files)
  printText(terminal, options, says(change))
  return 0
}

function isBroken(project: OpenedProject): boolean {
  return project.report({}).problems.some(({ at }) => at?.path === baselineName)
}

function says({ known, added, removed }: BaselineChange): string {
  return `${baselineName}: ${plural(known, 'finding')} known, ${added} added, ${removed} removed\n`
}
