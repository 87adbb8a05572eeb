import { Argument } from 'commander'
import { presetPages, rulePages } from '../../rules/index.ts'
import { keyTable } from '../report/key-tables.ts'
import { renderRuleIndex } from '../report/rule-index.ts'
import { jsonSchema } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { printText } from './print.ts'
import type { CommonOptions } from './run.ts'

const pages = {
  rules: () => renderRuleIndex(rulePages, presetPages, 'https://bulkhead.dev/rules'),
  keys: () => `# The keys of bulkhead.yaml\n\n${keyPlaces.map((place) => `## ${place === '' ? 'At the top' : place}\n\n${keyTable(jsonSchema(), place)}\n`).join('\n')}`,
}

/** Where maps of keys stand in bulkhead.yaml, in the order of the reference. */
const keyPlaces = ['', 'imports', 'layers[]', 'modules.*', 'rules[]', 'cycles[]', 'vendors', 'checks.*', 'checks.*.options', 'exceptions[]']

/** `bulkhead docs [page]`: what the code knows of itself, as markdown. */
export const docs: CliCommand = {
  define: (program, terminal, answer) => program
    .command('docs')
    .description('print the index of rules and presets, or the keys of bulkhead.yaml, as markdown')
    .addArgument(new Argument('[page]', 'which').choices(Object.keys(pages)).default('rules'))
    .action((page: keyof typeof pages, options: CommonOptions) => {
      printText(terminal, options, pages[page]())
      answer(0)
    }),
}
