import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node'
import { outlineOf, type OutlineItem } from '../session/index.ts'
import { configDocument, type ConfigDocument } from './config-document.ts'
import { documentUri } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

export const documentSymbol: RequestHandler = {
  method: 'textDocument/documentSymbol',
  async answer(server, params) {
    const uri = documentUri(params)
    if (uri === undefined) return invalidParams(this.method)
    await server.start()
    const config = configDocument(server, uri)
    return config === undefined ? null : outlineOf(config.text.sketch).map((item) => toSymbol(config, item))
  },
}

const kinds: Readonly<Record<OutlineItem['sort'], SymbolKind>> = {
  section: SymbolKind.Namespace, module: SymbolKind.Module, layer: SymbolKind.Struct, tag: SymbolKind.Constant, entry: SymbolKind.Event, key: SymbolKind.Property, value: SymbolKind.String,
}

function toSymbol(config: ConfigDocument, { name, detail, sort, span, nameSpan, children }: OutlineItem): DocumentSymbol {
  return {
    name, kind: kinds[sort], range: config.range(span), selectionRange: config.range(nameSpan),
    ...(detail !== undefined && { detail }),
    children: children.map((item) => toSymbol(config, item)),
  }
}
