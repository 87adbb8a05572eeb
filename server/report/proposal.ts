import { positionAt } from '../../rules/model/lines.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Paint } from './paint.ts'
import { plural } from './plural.ts'

/** The parts of a proposal that words are made of; adopt/propose.ts makes them. */
export interface ProposalWords {
  readonly text: string
  readonly files: number
  readonly packages: number
  readonly layers: readonly (readonly { readonly name: string; readonly folders: readonly Path[]; readonly files: number; readonly importsDown: number }[])[]
  readonly flat?: 'no-sources' | 'no-parts' | 'too-many-parts' | 'no-imports' | 'no-direction' | 'no-names'
  readonly between: number
  readonly fit: number
  readonly misfits: readonly { readonly at: Place; readonly from: string; readonly into: string; readonly to: Path }[]
  readonly cycles: number
  readonly vendors: readonly string[]
}

interface Drawing {
  readonly paint: Paint
  linesOf(path: Path): readonly number[]
}

/** More than this many imports that do not fit are a count. */
const shownMisfits = 5

/** What was seen, and which layers follow from it. */
export function renderProposal(proposal: ProposalWords, drawing: Drawing): string {
  return [
    `Looked at ${plural(proposal.files, 'file')}${proposal.packages === 0 ? '' : ` in ${plural(proposal.packages, 'package')}`}`
      + `${proposal.between === 0 ? '' : `, ${plural(proposal.between, 'import')} between their parts`}. Tests are left out.\n\n`,
    proposal.layers.length === 0 ? `No layers suggested: ${whyFlat(proposal)}.\n` : renderLayers(proposal, drawing),
    ...(proposal.cycles === 0 ? [] : [`${plural(proposal.cycles, 'group')} of files that import each other in a circle.\n`]),
    ...(proposal.vendors.length === 0 ? [] : [`Vendor SDKs of ${proposal.vendors.join(', ')}.\n`]),
  ].join('')
}

/** The file that would be written, set off from what is said of it, and what a check says then. */
export function renderText(path: string, { text, misfits }: ProposalWords, trial: Report, { paint }: Drawing): string {
  const fresh = trial.findings.filter(({ status }) => status === 'new')
  const errors = fresh.filter(({ severity }) => severity === 'error')
  const warnings = fresh.filter(({ severity }) => severity === 'warning')
  const isAllShown = errors.length === misfits.length && errors.every(({ rule, via }) => rule === 'boundaries/layers' && via.length === 0)
  const says = `${plural(errors.length, 'error')}${isAllShown ? '' : ` (${byRule(errors).join(', ')})`}, ${plural(warnings.length, 'warning')}`
  return `\nWill write ${paint('bold', path)}, after which bulkhead check says: ${says}.\n\n${text.replace(/^(?=.)/gm, '    ')}\n`
}

/** How many of each rule, if there are several; what an import does not show by where it leads stands apart. */
function byRule(errors: Report['findings']): readonly string[] {
  const counts = new Map<string, number>()
  for (const { rule, via } of errors) {
    const name = rule !== 'boundaries/cycles' && via.length > 0 ? `${rule} through files that hand names on` : rule
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => counts.size === 1 ? name : `${count} of ${name}`)
}

function renderLayers({ layers, between, fit, misfits }: ProposalWords, { paint, linesOf }: Drawing): string {
  const rows = layers.flatMap((side) => side.map((layer, index) => ({ ...layer, isBeside: index > 0, where: layer.folders.join(', ') })))
  const names = Math.max(...rows.map(({ name }) => name.length)) + 3
  const folders = Math.max(...rows.map(({ where }) => where.length), 'Suggested layers, top to bottom'.length - names)
  const head = `${'Suggested layers, top to bottom'.padEnd(names + folders + 2)}  files  imports down\n`
  return [
    paint('bold', head),
    ...rows.map(({ name, where, isBeside, files, importsDown }) =>
      `${isBeside ? paint('dim', '| ') : '  '}${name.padEnd(names)}${where.padEnd(folders)}  ${String(files).padStart(5)}  ${String(importsDown).padStart(12)}\n`),
    ...(rows.some(({ isBeside }) => isBeside) ? [paint('dim', '| stands beside the one above: neither uses the other\n')] : []),
    `${fit} of ${plural(between, 'import')} fit (${Math.floor(100 * fit / between)}%).${misfits.length === 0 ? '' : ` ${misfits.length === 1 ? 'One leads' : `${misfits.length} lead`} upwards:`}\n`,
    ...misfits.slice(0, shownMisfits).map(({ at, from, into, to }) =>
      `  ${paint('bold', `${at.path}:${positionAt(linesOf(at.path), at.span.start).line0 + 1}`)}  ${from} uses ${into} (${to})\n`),
    ...(misfits.length > shownMisfits ? [`  and ${misfits.length - shownMisfits} more\n`] : []),
  ].join('')
}

function whyFlat({ flat, between, fit }: ProposalWords): string {
  switch (flat) {
    case 'no-sources': return 'there are no sources here yet'
    case 'no-parts': return 'the code lies in no folders that could be layers'
    case 'too-many-parts': return 'there are too many parts to put them into one list'
    case 'no-names': return 'those that the imports suggest cannot be told apart by the folders of this project'
    case 'no-imports': return 'the parts do not import each other'
    default: return `the imports point both ways, at best ${fit} of ${between} would fit (${Math.floor(100 * fit / Math.max(1, between))}%)`
  }
}
