import type { Location, Result } from 'sarif'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { spokenLine, wholeFile, type Path, type Place } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { rangeOf } from './positions.ts'

/** GitHub takes no more of a result. */
const mostLocations = 1_000

/** Where a finding is, what else it points at, and the words that link there: GitHub shows a related location only where the message links to it. */
export function sarifLocations(report: Report, finding: JudgedFinding): Pick<Result, 'message' | 'locations' | 'relatedLocations'> {
  const related = relatedPlaces(report, finding).slice(0, mostLocations - 1)
  return {
    message: { text: [escaped(finding.message), ...finding.help.map(escaped), ...related.map(({ words }, index) => linked(words, index + 1))].join('\n') },
    locations: [locationOf(report, finding.at)],
    relatedLocations: related.map(({ location, words }, index) => ({ id: index + 1, ...location, message: { text: words.before } })),
  }
}

export function locationOf(report: Report, at: Place): Location {
  const { start, end } = rangeOf(report.lines, at)
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(at.path), uriBaseId: 'ROOT' },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  }
}

interface Words {
  readonly before: string
  readonly link: string
}

function relatedPlaces(report: Report, finding: JudgedFinding): readonly { readonly location: Location; readonly words: Words }[] {
  return [
    ...finding.because.map(({ at, note }) => ({
      location: locationOf(report, at),
      words: { before: note, link: spokenLine(at, rangeOf(report.lines, at).start.line) },
    })),
    ...filesBetween(finding).map((path) => ({
      location: locationOf(report, { path, span: wholeFile }),
      words: { before: 'through', link: path },
    })),
  ]
}

/** A cycle of modules goes through names, not files; one of files starts where its import leads. */
function filesBetween({ via, breakers, target }: JudgedFinding): readonly Path[] {
  const isOfFiles = target?.kind === 'file' && via[0] === target.path
  return breakers === undefined || isOfFiles ? via : []
}

function linked({ before, link }: Words, id: number): string {
  return `${escaped(before)} [${escaped(link)}](${id})`
}

/** Brackets are links in a message. Section 3.11.6 of the specification. */
function escaped(text: string): string {
  return text.replaceAll(/[\\[\]]/g, '\\$&')
}

function uriOf(path: Path): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
