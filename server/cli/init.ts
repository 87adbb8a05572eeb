import { join, relative, resolve } from 'node:path'
import type { Report } from '../../rules/model/report.ts'
import { diff } from '../report/diff.ts'
import { renderFiles, renderProposal } from '../report/proposal.ts'
import { baselineName, pathExists, proposals, withBaseline, type Proposal } from '../session/index.ts'
import { otherTools } from '../session/other-tools/index.ts'
import type { CliCommand } from './commands.ts'
import { initFrom } from './init-from.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'
import { write } from './write.ts'

interface InitOptions extends CommonOptions {
  readonly yes?: true
  readonly from?: string
  readonly force?: true
}

/** `bulkhead init`: proposes a first bulkhead.yaml from the code as it is, and writes it when told to, with a baseline of all that it finds wrong today. */
export const init: CliCommand = {
  define: (program, terminal, answer) => program
    .command('init')
    .description('propose a first bulkhead.yaml from the code and its imports, or from another tool\'s configuration')
    .argument('[config]', 'with --from: the configuration of that tool, where it is not in its usual place')
    .option('--yes', 'write it, or run a configuration that is code, without asking')
    .option('--from <tool>', `carry over the configuration of ${otherTools.map(({ id }) => id).join(', ')}`)
    .option('--force', 'with --from: write over a bulkhead.yaml that is there')
    .action(async (config: string | undefined, options: InitOptions) => answer(await answered(config, options, terminal))),
}

async function answered(config: string | undefined, options: InitOptions, terminal: Terminal): Promise<ExitStatus> {
  const { from } = options
  if (from !== undefined) return initFrom(config, { ...options, from }, terminal)
  if (config !== undefined || options.force === true) throw new CannotDo(config === undefined ? '--force goes with --from' : `init takes ${config} with --from only`, 'name the tool that it belongs to: bulkhead init --from TOOL')
  return run(options, terminal)
}

async function run(options: InitOptions, terminal: Terminal): Promise<ExitStatus> {
  const project = openProject(terminal, options)
  const path = relative(resolve(terminal.cwd, options.cwd ?? '.'), join(project.root, project.configPath))
  const written = project.session.text(project.configPath) ?? ''
  const { proposal, trial } = borne(project)
  const { text } = proposal
  const drawing = { paint: paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal), linesOf: (file: string) => project.session.lines(file) }
  const seen = renderProposal(proposal, trial, drawing)

  if (pathExists(project.root, project.configPath)) {
    const change = diff(new Map([[project.configPath, written]]), new Map([[project.configPath, text]]))
    printText(terminal, options, change === '' ? seen : `${seen}\n${change}`)
    throw new CannotDo(`${path} is there already: what a person wrote is not rewritten`,
      change === '' ? 'it says what would be proposed' : 'take over what you like of the proposal, which is shown as a diff')
  }
  if (trial.problems.some(({ at }) => at?.path === baselineName)) throw new CannotDo(`${baselineName} cannot be read`, 'delete it, or see why with: bulkhead check')
  const { files } = withBaseline(project.session, trial, true)
  const texts = new Map([[project.configPath, text], ...files])
  printText(terminal, options, seen + renderFiles(texts, trial, drawing))
  if (options.yes !== true) {
    if (!terminal.isInTerminal || !terminal.isOutTerminal) {
      terminal.err('Nothing is written, since there is no terminal to ask on. To write it: bulkhead init --yes\n')
      return 0
    }
    if (await terminal.confirm(`Write ${listed([...texts.keys()])}?`) !== true) {
      terminal.err('Nothing is written.\n')
      return 0
    }
  }
  write(project.root, texts)
  terminal.err(`Wrote ${listed([path, ...files.keys()])}.\n${next}`)
  return 0
}

const next = `Next: bulkhead check                see that nothing new is wrong
      bulkhead check --no-baseline  see what was wrong before
      bulkhead check --staged       what a pre-commit hook runs\n`

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
}

interface Tried {
  readonly proposal: Proposal
  /** What a check would say with it. */
  readonly trial: Report
}

/** The first proposal in which a check finds no fault: what folders and packages are called may be more than a configuration can say. */
function borne(project: OpenedProject): Tried {
  let fault: string | undefined
  for (const proposal of proposals(project.session.snapshot())) {
    const trial = project.report({ buffers: [{ path: project.configPath, text: proposal.text }] })
    const problem = trial.problems.find(({ at }) => at?.path === project.configPath)
    if (problem === undefined) return { proposal, trial }
    fault = `${problem.message}\n${proposal.text}`
  }
  throw new Error(`the simplest configuration has a problem: ${fault}`)
}
