import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node'
import { documentUri, field, text } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

export const documentDiagnostic: RequestHandler = {
  method: 'textDocument/diagnostic',
  async answer(server, params) {
    const uri = documentUri(params)
    if (uri === undefined) return invalidParams(this.method)
    const version = server.documents.get(uri)?.document.version
    await server.settled()
    // Typed on meanwhile: the answer would be about another text than was asked about.
    if (server.documents.get(uri)?.document.version !== version) return new ResponseError(LSPErrorCodes.ServerCancelled, 'the text moved on', { retriggerRequest: true })
    return server.pull.document(uri, text(field(params, 'previousResultId')))
  },
}
