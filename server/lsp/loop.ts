// The life of one connection. Messages are taken one at a time, in the order in which they came; whatever a handler throws becomes
// an error answer and a line in the log, and the next message is taken as if nothing had been.

import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken, type MessageConnection } from 'vscode-languageserver/node'
import { abilitiesOf } from './abilities.ts'
import { codeAction } from './code-action.ts'
import { codeLens, codeLensResolve } from './code-lens.ts'
import { completion } from './completion.ts'
import { codeActionResolve } from './code-action-resolve.ts'
import { configurationChanged, foldersChanged } from './configuration.ts'
import { definition } from './definition.ts'
import { documentDiagnostic } from './document-diagnostic.ts'
import { documentLink } from './document-link.ts'
import { documentSymbol } from './document-symbol.ts'
import type { Editor } from './editor.ts'
import { executeCommand } from './execute-command.ts'
import { fileOperations, watchedFiles } from './files-changed.ts'
import { field, isRecord } from './from-lsp.ts'
import { invalidParams, type NotificationHandler, type RequestHandler } from './handler.ts'
import { hover } from './hover.ts'
import { foldersOf, initializeResult } from './initialize.ts'
import { references } from './references.ts'
import { prepareRename, rename } from './rename.ts'
import { Server } from './server.ts'
import { didChange, didClose, didOpen, didSave } from './text-sync.ts'
import { workspaceDiagnostic } from './workspace-diagnostic.ts'

const requests: readonly RequestHandler[] = [
  documentDiagnostic, workspaceDiagnostic, hover, codeAction, codeActionResolve, executeCommand,
  completion, definition, references, prepareRename, rename, documentSymbol, documentLink, codeLens, codeLensResolve,
]
const notifications: readonly NotificationHandler[] = [didOpen, didChange, didSave, didClose, watchedFiles, fileOperations, configurationChanged, foldersChanged]

export interface Outside {
  readonly today: () => string
  /** Ends the process. */
  readonly exit: (code: 0 | 1) => void
  /** Ends it too when that process, the editor, is no more. */
  readonly watchParent: (processId: number) => void
  /** Where an editor does not look: standard error. */
  readonly complain: (message: string) => void
}

export interface Loop {
  /** The editor is gone without a word. */
  closed(): void
}

export function serve(connection: MessageConnection, outside: Outside): Loop {
  const requestHandlers = new Map(requests.map((handler) => [handler.method, handler]))
  const notificationHandlers = new Map(notifications.flatMap((handler) => handler.methods.map((method) => [method, handler] as const)))
  let server: Server | undefined
  let isShutDown = false

  const notify = (method: string, params: unknown): void => {
    connection.sendNotification(method, params).then(undefined, (error: unknown) => outside.complain(`${method} did not reach the editor: ${String(error)}`))
  }
  const log: Editor['log'] = (level, message) => {
    if (server === undefined) outside.complain(message)
    else notify('window/logMessage', { type: { error: 1, warning: 2, info: 3 }[level], message })
  }
  const attempt = async <T>(name: string, run: () => T | Promise<T>): Promise<T | ResponseError> => {
    try {
      return await run()
    } catch (error) {
      log('error', `${name}: this is a mistake of bulkhead itself, please report it\n${error instanceof Error ? error.stack : String(error)}`)
      return new ResponseError(ErrorCodes.InternalError, `${name} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const editorOf = (params: unknown): Editor => ({
    abilities: abilitiesOf(params),
    notify,
    request: (method, content) => connection.sendRequest(method, content).then(
      (result) => ({ kind: 'answer', result }),
      (error: unknown) => ({ kind: 'refused', message: String(error) }),
    ),
    log,
  })
  const initialize = (params: unknown): unknown => {
    if (server !== undefined) return new ResponseError(ErrorCodes.InvalidRequest, 'initialized already')
    if (!isRecord(params)) return invalidParams('initialize')
    const processId = field(params, 'processId')
    if (typeof processId === 'number') outside.watchParent(processId)
    const editor = editorOf(params)
    server = new Server({ editor, folders: foldersOf(params), today: outside.today, attempt: (name, run) => { void attempt(name, run) } })
    return initializeResult(editor.abilities)
  }
  const answer = (method: string, params: unknown, cancelled: CancellationToken): unknown => {
    if (isShutDown) return new ResponseError(ErrorCodes.InvalidRequest, `${method} after shutdown`)
    if (method === 'initialize') return initialize(params)
    if (server === undefined) return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`)
    if (method === 'shutdown') {
      isShutDown = true
      server.end()
      return null
    }
    const handler = requestHandlers.get(method)
    if (handler === undefined) return new ResponseError(ErrorCodes.MethodNotFound, `no method ${method}`)
    return handler.answer(server, params, cancelled)
  }
  const take = (method: string, params: unknown): void | Promise<void> => {
    if (method === 'exit') return outside.exit(isShutDown ? 0 : 1)
    if (server === undefined || isShutDown) return
    if (method === 'initialized') return server.start()
    return notificationHandlers.get(method)?.take(server, params, method)
  }

  connection.onRequest((method: string, params: unknown, cancelled: CancellationToken) => {
    const refusal = new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)
    // Cancelled before its turn came: such a token tells nobody.
    if (cancelled.isCancellationRequested) return refusal
    return Promise.race([
      attempt(method, () => answer(method, params, cancelled)),
      new Promise<ResponseError>((resolve) => { cancelled.onCancellationRequested(() => resolve(refusal)) }),
    ])
  })
  connection.onNotification((method: string, params: unknown) => { void attempt(method, () => take(method, params)) })
  connection.onError(([error]) => log('warning', `a message could not be read: ${error.message}`))
  connection.listen()
  return { closed: () => outside.exit(isShutDown ? 0 : 1) }
}
