import type { CodeLens, Command } from 'vscode-languageserver/node'
import { plural } from '../report/plural.ts'
import { countedIn, tallyOf, type Tally } from '../session/index.ts'
import { configDocument, type ConfigDocument } from './config-document.ts'
import { documentUri, field, isRecord, list, text } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'
import { showPlacesCommand, type ShownPlaces } from './protocol.ts'

/** A lens at each entry of a configuration; what it counts is counted when it is shown. */
export const codeLens: RequestHandler = {
  method: 'textDocument/codeLens',
  async answer(server, params) {
    const uri = documentUri(params)
    if (uri === undefined) return invalidParams(this.method)
    await server.start()
    const config = configDocument(server, uri)
    return config === undefined ? null : countedIn(config.text).map(({ way, span }): CodeLens => ({ range: config.range(span), data: { uri, way } }))
  },
}

export const codeLensResolve: RequestHandler = {
  method: 'codeLens/resolve',
  async answer(server, params) {
    const uri = text(field(field(params, 'data'), 'uri'))
    if (!isRecord(params) || uri === undefined) return invalidParams(this.method)
    await server.current()
    const way = list(field(field(params, 'data'), 'way')).filter((step) => typeof step === 'string' || typeof step === 'number')
    const config = configDocument(server, uri)
    const tally = config && tallyOf(config.around, config.text, way)
    return { ...params, command: config === undefined || tally === undefined ? { title: 'not judged', command: '' } : toCommand(config, tally, { uri, params, shows: server.editor.abilities.knowsCommands }) }
  },
}

/** More than anybody looks at. */
const mostShown = 500

function toCommand(config: ConfigDocument, tally: Tally, { uri, params, shows }: { readonly uri: string; readonly params: unknown; readonly shows: boolean }): Command {
  const { files, findings, areAllowed } = tally
  const counts = areAllowed === true ? [`${plural(findings.length, 'finding')} allowed`] : [...(files === undefined ? [] : [plural(files, 'file')]), plural(findings.length, 'finding')]
  const title = counts.join(' · ')
  if (!shows || findings.length === 0) return { title, command: '' }
  const shown: ShownPlaces = { uri, position: rangeStart(params), places: findings.slice(0, mostShown).map(({ at }) => config.location(at)) }
  return { title, command: showPlacesCommand, arguments: [shown] }
}

function rangeStart(lens: unknown): ShownPlaces['position'] {
  const start = field(field(lens, 'range'), 'start')
  const [line, character] = [field(start, 'line'), field(start, 'character')]
  return { line: typeof line === 'number' ? line : 0, character: typeof character === 'number' ? character : 0 }
}
