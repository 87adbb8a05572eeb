import { ResponseError } from 'vscode-languageserver/node'
import { field, list, text } from './from-lsp.ts'
import { contentModified, invalidParams, requestFailed, type RequestHandler } from './handler.ts'
import { projectOf, tellProblems } from './code-action-resolve.ts'
import { fixOffer, foundAgain } from './offers.ts'
import { applyCommand } from './protocol.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** `bulkhead.apply`: takes a fix with the reason that the editor asked for. */
export const executeCommand: RequestHandler = {
  method: 'workspace/executeCommand',
  async answer(server, params) {
    const [argument] = list(field(params, 'arguments'))
    const offer = fixOffer(argument)
    const reason = text(field(argument, 'reason'))
    if (field(params, 'command') !== applyCommand || offer === undefined || reason === undefined) return invalidParams(this.method)
    await server.current()
    const project = projectOf(server, offer.uri)
    const fix = project && foundAgain(project, offer)
    if (project === undefined || fix === undefined) return contentModified('this finding is no longer there')
    const before = server.revision
    const rewritten = await project.session.edits(fix, { reason })
    if (server.revision !== before) return contentModified('the text moved on')
    tellProblems(server, project, rewritten)
    if (rewritten.edits.length === 0) return requestFailed(rewritten.problems[0]?.message ?? 'nothing is left to do')
    const edit = toWorkspaceEdit(server, project, rewritten.edits)
    if (edit instanceof ResponseError) return edit
    const applied = await server.editor.request('workspace/applyEdit', { label: fix.title, edit })
    return applied.kind === 'answer' && field(applied.result, 'applied') === true ? null : requestFailed('the editor did not apply the edit')
  },
}
