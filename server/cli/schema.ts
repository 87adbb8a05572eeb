import { jsonSchema } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { printText } from './print.ts'
import type { CommonOptions } from './run.ts'

/** `bulkhead schema`: the JSON schema of bulkhead.yaml. */
export const schema: CliCommand = {
  define: (program, terminal, answer) => program
    .command('schema')
    .description('print the JSON schema of bulkhead.yaml')
    .action((options: CommonOptions) => {
      printText(terminal, options, `${JSON.stringify(jsonSchema(), null, 2)}\n`)
      answer(0)
    }),
}
