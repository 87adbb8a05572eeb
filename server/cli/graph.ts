import { Option } from 'commander'
import { rulePages } from '../../rules/index.ts'
import { graphReporters } from '../report/index.ts'
import { graphLevels, type GraphLevel } from '../report/graph-view.ts'
import type { CliCommand } from './commands.ts'
import { isAtOrBelow, openProject } from './open-project.ts'
import { printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

interface GraphOptions extends CommonOptions {
  readonly format: string
  readonly level: GraphLevel
}

/** `bulkhead graph [path...]` */
export const graph: CliCommand = {
  define: (program, terminal, answer) => program
    .command('graph')
    .description('print the dependency graph')
    .argument('[path...]', 'files or folders whose imports to show (all, if none)')
    .addOption(new Option('--format <format>', 'how to print it').choices(graphReporters.map(({ name }) => name)).default('json'))
    .addOption(new Option('--level <level>', 'what a node is').choices(graphLevels).default('file'))
    .action((paths: string[], options: GraphOptions) => answer(run(paths, options, terminal))),
}

function run(typed: readonly string[], options: GraphOptions, terminal: Terminal): ExitStatus {
  const reporter = graphReporters.find(({ name }) => name === options.format)
  if (reporter === undefined) throw new Error(`no graph format '${options.format}'`)
  if (!reporter.levels.includes(options.level)) throw new CannotDo(`--format ${reporter.name} shows files only`, `--level ${options.level} goes with: ${graphReporters.filter(({ levels }) => levels.includes(options.level)).map(({ name }) => name).join(', ')}`)
  const project = openProject(terminal, options)
  const paths = typed.map(project.existingPathOf)
  const report = project.report({})
  const { graph, policy } = project.session.snapshot().project
  const shows = (path: string): boolean => paths.length === 0 || paths.some((one) => isAtOrBelow(path, one))
  printText(terminal, options, reporter.render({ graph, policy, report, shows, linesOf: (path) => project.session.lines(path) }, { level: options.level, rules: rulePages }))
  return report.isConfigValid ? 0 : 2
}
