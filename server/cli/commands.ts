import type { Command } from 'commander'
import { baseline } from './baseline.ts'
import { check } from './check.ts'
import { explain } from './explain.ts'
import { fix } from './fix.ts'
import { graph } from './graph.ts'
import { init } from './init.ts'
import { lsp } from './lsp.ts'
import { schema } from './schema.ts'
import type { ExitStatus, Terminal } from './terminal.ts'
import { vendors } from './vendors.ts'

/** One subcommand: adds itself to the program, and answers with an exit status when it has run. */
export interface CliCommand {
  define(program: Command, terminal: Terminal, answer: (status: ExitStatus) => void): Command
}

/** In the order of the help. */
export const commands: readonly CliCommand[] = [check, init, explain, graph, vendors, fix, baseline, lsp, schema]
