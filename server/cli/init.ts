import { join, relative, resolve } from 'node:path'
import { diff } from '../report/diff.ts'
import { renderProposal, renderText } from '../report/proposal.ts'
import { pathExists, propose, save } from '../session/index.ts'
import type { CliCommand } from './commands.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'

interface InitOptions extends CommonOptions {
  readonly yes?: true
}

/** `bulkhead init`: proposes a first bulkhead.yaml from the code as it is, and writes it when told to. */
export const init: CliCommand = {
  define: (program, terminal, answer) => program
    .command('init')
    .description('propose a first bulkhead.yaml from the code and its imports')
    .option('--yes', 'write it without asking')
    .action(async (options: InitOptions) => answer(await run(options, terminal))),
}

async function run(options: InitOptions, terminal: Terminal): Promise<ExitStatus> {
  const project = openProject(terminal, options)
  const path = relative(resolve(terminal.cwd, options.cwd ?? '.'), join(project.root, project.configPath))
  const proposal = propose(project.session.snapshot())
  const { text } = proposal
  const drawing = { paint: paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal), linesOf: (file: string) => project.session.lines(file) }
  const seen = renderProposal(proposal, drawing)

  if (pathExists(project.root, project.configPath)) {
    const change = diff(new Map([[project.configPath, project.session.text(project.configPath) ?? '']]), new Map([[project.configPath, text]]))
    printText(terminal, options, change === '' ? seen : `${seen}\n${change}`)
    throw new CannotDo(`${path} is there already: what a person wrote is not rewritten`,
      change === '' ? 'it says what would be proposed' : 'take over what you like of the proposal, which is shown as a diff')
  }
  printText(terminal, options, seen + renderText(path, proposal, tried(project, text), drawing))
  const consent = options.yes === true ? 'yes' : await ask(terminal)
  if (consent !== 'yes') {
    terminal.err(consent === 'no' ? 'Nothing is written.\n' : 'Nothing is written, since there is no terminal to ask on. To write it: bulkhead init --yes\n')
    return 0
  }
  save(project.root, new Map([[project.configPath, text]]))
  terminal.err(`Wrote ${path}.\n${next}`)
  return 0
}

const next = `Next: bulkhead check           see what is enforced
      bulkhead baseline        let only new findings count
      bulkhead check --staged  what a pre-commit hook runs\n`

/** What a check would say with this configuration. It must not find fault with the configuration itself. */
function tried(project: OpenedProject, text: string): ReturnType<OpenedProject['report']> {
  const report = project.report({ buffers: [{ path: project.configPath, text }] })
  const problem = report.problems.find(({ at }) => at?.path === project.configPath)
  if (problem !== undefined) throw new Error(`the proposed configuration has a problem: ${problem.message}\n${text}`)
  return report
}

async function ask(terminal: Terminal): Promise<'yes' | 'no' | 'nobody'> {
  if (!terminal.isInTerminal || !terminal.isOutTerminal) return 'nobody'
  const answer = await terminal.ask('Write it? (Y/n) ')
  if (answer === undefined) terminal.err('\n')
  return answer !== undefined && /^\s*(?:y|yes)?\s*$/i.test(answer) ? 'yes' : 'no'
}
