import { join, relative, resolve } from 'node:path'
import type { Finding } from '../../rules/model/finding.ts'
import { plural } from '../report/plural.ts'
import { renderTranslation } from '../report/translation.ts'
import { baselineName, pathExists, withBaseline, type BaselineChange } from '../session/index.ts'
import { findOtherConfig, otherTools, readBeside, readOtherConfig, runOtherConfig, translate, type OtherConfig, type OtherTool } from '../session/other-tools/index.ts'
import { openProject, type OpenedProject } from './open-project.ts'
import { paintFor, printText } from './print.ts'
import type { CommonOptions } from './run.ts'
import { CannotDo, type ExitStatus, type Terminal } from './terminal.ts'
import { write } from './write.ts'

export interface FromOptions extends CommonOptions {
  readonly from: string
  readonly yes?: true
  readonly force?: true
}

/** `bulkhead init --from TOOL [config]`: another tool's configuration, said in bulkhead's words. */
export async function initFrom(typed: string | undefined, options: FromOptions, terminal: Terminal): Promise<ExitStatus> {
  const tool = otherTools.find(({ id, title }) => [id, title.toLowerCase()].includes(options.from.toLowerCase()))
  if (tool === undefined) throw new CannotDo(`bulkhead reads no configuration of ${options.from}`, `it reads those of ${otherTools.map(({ id }) => id).join(', ')}`)
  const project = openProject(terminal, options)
  const path = relative(resolve(terminal.cwd, options.cwd ?? '.'), join(project.root, project.configPath))
  if (options.force !== true && pathExists(project.root, project.configPath)) throw new CannotDo(`${path} is there already: what a person wrote is not rewritten`, 'to write over it: --force')

  const source = typed === undefined ? findOtherConfig(project.root, tool) : project.existingPathOf(typed)
  if (source === undefined) throw new CannotDo(`there is no configuration of ${tool.title} in ${project.root}`, `it is looked for as ${tool.configs.join(', ')}; another one is named after the tool`)
  const config = await loaded(project, tool, source, options, terminal)
  const { layout, project: { graph } } = project.session.snapshot()
  const imported = new Set(graph.ends.flatMap((end) => (end.kind === 'package' ? end.name : [])))
  const translation = translate(tool, config, source, layout, readBeside(project.root, tool, layout.files), [...imported].sort())
  printText(terminal, options, renderTranslation({ title: tool.title, source, ...translation }, { paint: paintFor(terminal, options, options.output === undefined && terminal.isOutTerminal) }))
  const baseline = translation.isKnown === undefined || pathExists(project.root, baselineName) ? undefined : knownNow(project, translation.text, translation.isKnown)
  write(project.root, new Map([[project.configPath, translation.text], ...baseline?.files ?? []]))
  terminal.err(`Wrote ${path}${baseline === undefined ? '' : ` and ${baselineName} with ${plural(baseline.known, 'finding')} that ${tool.title} was told to pass over`}${translation.unsaid.length === 0 ? '' : '; what could not be said stands in it as comments'}.\n${next}`)
  return 0
}

const next = `Next: bulkhead check           see what is enforced
      bulkhead baseline        let only new findings count\n`

/** What the other tool was told to pass over, as far as it is there. */
function knownNow(project: OpenedProject, text: string, isKnown: (finding: Finding) => boolean): BaselineChange {
  const report = project.report({ buffers: [{ path: project.configPath, text }] })
  return withBaseline(project.session, { ...report, findings: report.findings.filter(isKnown) }, true)
}

async function loaded({ root }: OpenedProject, tool: OtherTool, source: string, options: FromOptions, terminal: Terminal): Promise<unknown> {
  const read = readOtherConfig(root, source, tool)
  const config = read.kind === 'code' ? await run(root, source, read.path, tool, options, terminal) : read
  if (config.kind === 'value') return config.value
  throw config.kind === 'failed' ? new CannotDo(config.message, config.hint) : new Error(`${config.path} was run and is code still`)
}

/** Code runs only where someone knows that it does. */
async function run(root: string, source: string, code: string, tool: OtherTool, options: FromOptions, terminal: Terminal): Promise<OtherConfig> {
  const what = code === source ? `${source} is code` : `${source} extends ${code}, which may be code`
  if (options.yes !== true) {
    if (!terminal.isInTerminal || !terminal.isOutTerminal) throw new CannotDo(`${what}, and has to be run to be read`, 'to run it once: --yes')
    if (await terminal.confirm(`${what}: to read it, it is run once. Run it?`) !== true) throw new CannotDo('nothing was run, and nothing is written')
  } else terminal.err(`${what}: it is run once, to be read.\n`)
  return runOtherConfig(root, source, tool)
}
