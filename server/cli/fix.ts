import { diff } from '../report/diff.ts'
import { plural } from '../report/plural.ts'
import { fixAll } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { isAtOrBelow, openProject } from './open-project.ts'
import { printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'
import { write } from './write.ts'

interface FixOptions extends CommonOptions {
  readonly dryRun?: true
}

/** `bulkhead fix [path...]`: applies the safe fixes. */
export const fix: CliCommand = {
  define: (program, terminal, answer) => program
    .command('fix')
    .description('apply the safe fixes: those that leave no finding of their rule')
    .argument('[path...]', 'files or folders to fix (all, if none)')
    .option('--dry-run', 'print what would change, as a diff')
    .action(async (paths: string[], options: FixOptions) => answer(await run(paths, options, terminal))),
}

async function run(typed: readonly string[], options: FixOptions, terminal: Terminal): Promise<ExitStatus> {
  const project = openProject(terminal, options)
  const paths = typed.map(project.existingPathOf)
  if (!project.report({}).isConfigValid) throw new CannotDo('the configuration has problems', 'see them with: bulkhead check')
  const fixed = await fixAll(project.session, ({ at }) => paths.length === 0 || paths.some((path) => isAtOrBelow(at.path, path)))
  if (options.dryRun === true) {
    printText(terminal, options, diff(fixed.before, fixed.after))
    return 0
  }
  write(project.root, fixed.after)
  printText(terminal, options, fixed.count === 0 ? 'nothing to fix\n' : `put right ${plural(fixed.count, 'finding')} in ${plural(fixed.after.size, 'file')}\n`)
  return 0
}
