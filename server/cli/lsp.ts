import type { CliCommand } from './commands.ts'
import { CannotDo } from './terminal.ts'

/** `bulkhead lsp --stdio`: the language server, for any editor. It is a program of its own beside this one, so that the other commands do not carry it. */
export const lsp: CliCommand = {
  define: (program, _terminal, answer) => program
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'speak over standard input and output (the only way there is)')
    .action(async (options: { readonly stdio?: true }) => {
      if (options.stdio !== true) throw new CannotDo('the language server speaks over standard input and output', 'say so: bulkhead lsp --stdio')
      await import(new URL('./lsp.js', import.meta.url).href)
      answer(0)
    }),
}
