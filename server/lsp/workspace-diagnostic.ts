import { isRecord } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

export const workspaceDiagnostic: RequestHandler = {
  method: 'workspace/diagnostic',
  async answer(server, params, cancelled) {
    if (!isRecord(params)) return invalidParams(this.method)
    await server.settled()
    return server.pull.workspace(params, cancelled)
  },
}
