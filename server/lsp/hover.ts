import type { Hover } from 'vscode-languageserver/node'
import { documentUri, field, offsetAt, position } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'
import { cardAt, explainImport } from '../session/index.ts'
import { importCard } from './import-card.ts'
import { toRange } from './to-lsp.ts'
import { configCard } from './config-card.ts'
import { placeIn, type ConfigDocument } from './config-document.ts'

/** On the specifier of an import: from where to where, whether it may, and why. In a configuration: what is meant by a word, and what it takes. */
export const hover: RequestHandler = {
  method: 'textDocument/hover',
  async answer(server, params) {
    const uri = documentUri(params)
    const at = position(field(params, 'position'))
    if (uri === undefined || at === undefined) return invalidParams(this.method)
    await server.current()
    const config = placeIn(server, params)
    if (config !== undefined) return hoverInConfig(config)
    const open = server.documents.get(uri)
    const project = open?.path === undefined ? undefined : server.projects.of(open.path)
    const path = open?.path === undefined ? undefined : project?.pathOf(open.path)
    if (open === undefined || project === undefined || path === undefined || !server.isCurrent(project, open)) return null
    const lines = project.session.lines(path)
    const explained = explainImport(project.session.snapshot(), path, offsetAt(lines, open.document.getText().length, at))
    if (explained === undefined) return null
    return { contents: { kind: 'markdown', value: importCard(project, server.documents, explained) }, range: toRange(lines, explained.edge.at.span) }
  },
}

function hoverInConfig(config: ConfigDocument & { readonly offset: number }): Hover | null {
  const card = cardAt(config.around, config.path, config.offset)
  return card === undefined ? null : { contents: { kind: 'markdown', value: configCard(config, card) }, range: config.range(card.span) }
}
