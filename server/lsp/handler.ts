import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node'
import type { Server } from './server.ts'

/** One request of LSP. `params` is whatever the client sent; what does not fit is answered with `invalidParams`. */
export interface RequestHandler {
  readonly method: string
  answer(server: Server, params: unknown, cancelled: CancellationToken): unknown
}

/** One or several notifications of LSP. What does not fit is passed over: there is nobody to answer to. */
export interface NotificationHandler {
  readonly methods: readonly string[]
  take(server: Server, params: unknown, method: string): void | Promise<void>
}

export function invalidParams(method: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} with parameters of another shape`)
}

/** The text moved on while the answer was made. */
export function contentModified(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, message)
}

export function requestFailed(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message)
}
