import { positionAt } from '../../rules/model/lines.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import { isKnowable } from '../../rules/model/known.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Paint } from './paint.ts'
import { plural } from './plural.ts'

/** The parts of a proposal that words are made of; adopt/propose.ts makes them. */
export interface ProposalWords {
  readonly text: string
  readonly files: number
  readonly packages: number
  readonly layers: readonly (readonly { readonly name: string; readonly folders: readonly Path[]; readonly files: number; readonly importsOut: number; readonly importsDown: number }[])[]
  readonly flat?: 'no-sources' | 'no-parts' | 'too-many-parts' | 'no-imports' | 'few-imports' | 'no-direction' | 'no-names'
  readonly between: number
  readonly fit: number
  readonly misfits: readonly { readonly at: Place; readonly from: string; readonly into: string; readonly to: Path }[]
  readonly vendors: readonly string[]
}

interface Drawing {
  readonly paint: Paint
  linesOf(path: Path): readonly number[]
}

/** More than this many imports that do not fit, or circles, are a count. */
const shown = 5
/** Of a circle. */
const shownMembers = 6

/** What was seen, which layers follow from it, and what does not fit. `trial`: what a check says with them. */
export function renderProposal(proposal: ProposalWords, trial: Report, drawing: Drawing): string {
  return [
    `Looked at ${plural(proposal.files, 'file')}${proposal.packages === 0 ? '' : ` in ${plural(proposal.packages, 'package')}`}`
      + `${proposal.between === 0 ? '' : `, ${plural(proposal.between, 'import')} between their parts`}. Tests and examples are left out.\n\n`,
    proposal.layers.length === 0 ? `No layers suggested: ${whyFlat(proposal)}.\n` : renderLayers(proposal, drawing),
    ...renderCircles('files', trial, drawing),
    ...renderCircles('modules', trial, drawing),
    ...(proposal.vendors.length === 0 ? [] : [`Vendor SDKs of ${proposal.vendors.join(', ')}.\n`]),
    ...renderLost(trial),
  ].join('')
}

/** Above this share, it is no slips of people but files that are not there yet. */
const lostShare = 0.05

function renderLost({ stats: { edges, unresolved } }: Report): readonly string[] {
  return unresolved <= lostShare * edges ? [] : [`${unresolved} of ${plural(edges, 'import')} lead nowhere: where a tool writes what they lead to, or installs it, run that first.\n`]
}

function renderCircles(of: 'files' | 'modules', { findings }: Report, { paint }: Drawing): readonly string[] {
  const circles = findings.filter(({ rule, key }) => rule === 'boundaries/cycles' && key.startsWith(`${rule} ${of === 'files' ? 'file' : 'module'}: `))
  if (circles.length === 0) return []
  return [
    `${plural(circles.length, 'group')} of ${of} that import each other in a circle:\n`,
    ...circles.slice(0, shown).map(({ help }) => `  ${shortened(help[0]?.replace('cycle: ', '').split(' > ') ?? [], paint)}\n`),
    ...(circles.length > shown ? [`  and ${circles.length - shown} more\n`] : []),
  ]
}

function shortened(members: readonly string[], paint: Paint): string {
  const [first = '', ...others] = members.length <= shownMembers + 1 ? members : [...members.slice(0, shownMembers - 1), '…', ...members.slice(-1)]
  return [paint('bold', first), ...others].join(' > ')
}

/** The files that would be written, the configuration in full and set off from what is said of it. */
export function renderFiles(files: ReadonlyMap<Path, string>, trial: Report, { paint }: Drawing): string {
  const [[config = '', text = ''] = [], ...others] = files
  const width = Math.max(...[...files.keys()].map((path) => path.length)) + 2
  const line = (path: Path, says: string): string => `  ${paint('bold', path)}${' '.repeat(width - path.length)}${says}\n`
  return [
    '\nWill write\n',
    line(config, plural(text.split('\n').length - 1, 'line')),
    ...others.map(([path]) => line(path, path === '.gitattributes' ? 'so that branches which both shrink the baseline merge' : knownSays(trial))),
    `and touch nothing else. ${afterwards(trial)}\n\n`,
    `${text.replace(/^(?=.)/gm, '    ')}\n`,
  ].join('')
}

function knownSays({ findings }: Report): string {
  const known = findings.filter(isKnowable)
  return known.length === 0 ? 'empty, since nothing is wrong today' : `${plural(known.length, 'finding')} of today, so that only new ones count: ${byRule(known).join(', ')}`
}

function afterwards({ findings }: Report): string {
  const left = findings.filter((finding) => finding.status !== 'allowed' && finding.severity !== 'info' && !isKnowable(finding))
  return left.length === 0 ? 'Then bulkhead check finds nothing new.' : `Then bulkhead check finds ${byRule(left).join(', ')}, which no baseline covers.`
}

/** How many of each rule; what an import does not show by where it leads stands apart. */
function byRule(findings: Report['findings']): readonly string[] {
  const counts = new Map<string, number>()
  for (const { rule, via } of findings) {
    const name = rule !== 'boundaries/cycles' && via.length > 0 ? `${rule} through files that hand names on` : rule
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count} of ${name}`)
}

function renderLayers({ layers, between, fit, misfits }: ProposalWords, { paint, linesOf }: Drawing): string {
  const rows = layers.flatMap((side) => side.map((layer, index) => ({ ...layer, isBeside: index > 0, where: layer.folders.join(', '), fits: shareOf(layer) })))
  const names = Math.max(...rows.map(({ name }) => name.length)) + 3
  const folders = Math.max(...rows.map(({ where }) => where.length), 'Suggested layers, top to bottom'.length - names)
  const fits = Math.max(...rows.map(({ fits }) => fits.length), 'imports that fit'.length)
  const head = `${'Suggested layers, top to bottom'.padEnd(names + folders + 2)}  files  ${'imports that fit'.padStart(fits)}\n`
  return [
    paint('bold', head),
    ...rows.map(({ name, where, isBeside, files, fits: says }) =>
      `${isBeside ? paint('dim', '| ') : '  '}${name.padEnd(names)}${where.padEnd(folders)}  ${String(files).padStart(5)}  ${says.padStart(fits)}\n`),
    ...(rows.some(({ isBeside }) => isBeside) ? [paint('dim', '| stands beside the one above: neither uses the other\n')] : []),
    `${fit} of ${plural(between, 'import')} between layers fit (${percent(fit, between)}).${misfits.length === 0 ? '' : ` ${misfits.length === 1 ? 'One leads' : `${misfits.length} lead`} upwards:`}\n`,
    ...misfits.slice(0, shown).map(({ at, from, into, to }) =>
      `  ${paint('bold', `${at.path}:${positionAt(linesOf(at.path), at.span.start).line0 + 1}`)}  ${from} uses ${into} (${to})\n`),
    ...(misfits.length > shown ? [`  and ${misfits.length - shown} more\n`] : []),
  ].join('')
}

function shareOf({ importsDown, importsOut }: { readonly importsDown: number; readonly importsOut: number }): string {
  return importsOut === 0 ? 'uses none' : `${importsDown} of ${importsOut} ${percent(importsDown, importsOut).padStart(4)}`
}

/** Rounded down: not everything fits until everything does. */
function percent(some: number, all: number): string {
  return `${Math.floor(100 * some / Math.max(1, all))}%`
}

function whyFlat({ flat, between, fit }: ProposalWords): string {
  switch (flat) {
    case 'no-sources': return 'there are no sources here yet'
    case 'no-parts': return 'the code lies in no folders that could be layers'
    case 'too-many-parts': return 'there are too many parts to put them into one list'
    case 'no-names': return 'those that the imports suggest cannot be told apart by the folders of this project'
    case 'few-imports': return `the parts import each other ${between === 1 ? 'once' : `${between} times`}, which is too little to tell`
    case 'no-imports': return 'the parts do not import each other'
    default: return `the imports point both ways, at best ${fit} of ${between} would fit (${percent(fit, between)})`
  }
}
