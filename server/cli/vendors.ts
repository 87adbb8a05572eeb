import { Option } from 'commander'
import { renderVendors, renderVendorsJson } from '../report/vendors.ts'
import { census } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import type { ExitStatus, Terminal } from './terminal.ts'

interface VendorsOptions extends CommonOptions {
  readonly format: 'text' | 'json'
}

/** `bulkhead vendors`: the census. */
export const vendors: CliCommand = {
  define: (program, terminal, answer) => program
    .command('vendors')
    .description('list the vendor SDKs that the code holds, who uses them, and the portable ways out')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action((options: VendorsOptions) => answer(run(options, terminal))),
}

function run(options: VendorsOptions, terminal: Terminal): ExitStatus {
  const project = openProject(terminal, options)
  const report = project.report({})
  const rows = census(project.session.snapshot().project)
  const paint = paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal)
  printText(terminal, options, options.format === 'json' ? renderVendorsJson(rows) : renderVendors(rows, paint))
  return report.isConfigValid ? 0 : 2
}
