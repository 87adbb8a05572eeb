import type { Command } from 'commander'
import type { ExitStatus, Terminal } from './terminal.ts'

/** One subcommand: adds itself to the program, and answers with an exit status when it has run. */
export interface CliCommand {
  define(program: Command, terminal: Terminal, answer: (status: ExitStatus) => void): Command
}

/** In the order of the help. Each is loaded only where it may be meant. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  check: async () => (await import('./check.ts')).check,
  init: async () => (await import('./init.ts')).init,
  explain: async () => (await import('./explain.ts')).explain,
  graph: async () => (await import('./graph.ts')).graph,
  vendors: async () => (await import('./vendors.ts')).vendors,
  fix: async () => (await import('./fix.ts')).fix,
  baseline: async () => (await import('./baseline.ts')).baseline,
  lsp: async () => (await import('./lsp.ts')).lsp,
  schema: async () => (await import('./schema.ts')).schema,
  docs: async () => (await import('./docs.ts')).docs,
}

/** Those whose names are among the arguments; all, if none is: then it is help that is needed. */
export function commandsNamedIn(args: readonly string[]): Promise<readonly CliCommand[]> {
  const names = Object.keys(commands)
  const named = names.filter((name) => args.includes(name))
  return Promise.all((named.length === 0 || args.includes('help') ? names : named).flatMap((name) => commands[name]?.() ?? []))
}
