import { links } from '../session/index.ts'
import { configDocument } from './config-document.ts'
import { documentUri } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

/** Files that a configuration names in full. */
export const documentLink: RequestHandler = {
  method: 'textDocument/documentLink',
  async answer(server, params) {
    const uri = documentUri(params)
    if (uri === undefined) return invalidParams(this.method)
    await server.start()
    const config = configDocument(server, uri)
    return config === undefined ? null : links(config.around, config.path).map(({ span, target }) => ({
      range: config.range(span), target: config.location({ path: target, span: { start: 0, end: 0 } }).uri,
    }))
  },
}
