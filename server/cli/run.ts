import { Command, CommanderError, Option } from 'commander'
import { commandsNamedIn } from './commands.ts'
import { version } from './version.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

/** Options of all commands. */
export interface CommonOptions {
  readonly config?: string
  readonly cwd?: string
  readonly output?: string
  readonly quiet?: true
  readonly verbose?: true
  readonly color?: boolean
  readonly cache?: boolean
}

/** argv → exit status. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  if (isTooOld(terminal.nodeVersion)) {
    terminal.err(`bulkhead needs Node 20.19 or newer; this is ${terminal.nodeVersion}\n`)
    return 2
  }
  let status: ExitStatus = 0
  const program = new Command('bulkhead')
    .description('Keeps the parts of a system apart: boundaries between modules, and vendors out of the code.')
    .version(version, '--version')
    .addHelpText('after', '\nExamples:\n  $ bulkhead init                   propose a first bulkhead.yaml\n  $ bulkhead check                  judge the whole project\n  $ bulkhead check --staged         judge what is about to be committed\n  $ bulkhead explain src/a.ts       which module, layer and rules hold for a file')
    .configureHelp({ showGlobalOptions: true })
    .enablePositionalOptions(false)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
  for (const { define } of await commandsNamedIn(args)) {
    const command = define(program, terminal, (answer) => { status = answer })
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    for (const option of commonOptions()) command.addOption(option)
  }
  try {
    if (args.length === 0) { program.outputHelp({ error: true }); return 2 }
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof CannotDo)) throw error
    terminal.err(`bulkhead: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`)
    return 2
  }
  return status
}

function commonOptions(): readonly Option[] {
  return [
    new Option('--config <file>', 'the configuration, instead of the nearest bulkhead.yaml'),
    new Option('--cwd <dir>', 'work as if started in this folder'),
    new Option('--output <file>', 'write the report to a file instead of standard output'),
    new Option('--quiet', 'the report alone: no notes on standard error'),
    new Option('--verbose', 'times and memory on standard error'),
    new Option('--color', 'colours, even where the output is no terminal'),
    new Option('--no-color', 'no colours'),
    new Option('--no-cache', 'neither use nor keep what earlier runs read and compiled'),
  ]
}

function isTooOld(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}
