import { rename as renamed, renameable } from '../session/index.ts'
import { asksOfPlace, placeIn } from './config-document.ts'
import { field, text } from './from-lsp.ts'
import { invalidParams, requestFailed, type RequestHandler } from './handler.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** Whether what stands here has a name that can be another, and which. */
export const prepareRename: RequestHandler = {
  method: 'textDocument/prepareRename',
  async answer(server, params) {
    if (!asksOfPlace(params)) return invalidParams(this.method)
    await server.current()
    const place = placeIn(server, params)
    const found = place && renameable(place.around, place.path, place.offset)
    if (place === undefined || found === undefined) return null
    return 'refusal' in found ? requestFailed(found.refusal) : { range: place.range(found.span), placeholder: found.name }
  },
}

/** A module, a layer or a tag, in all files of the configuration at once. */
export const rename: RequestHandler = {
  method: 'textDocument/rename',
  async answer(server, params) {
    const name = text(field(params, 'newName'))
    if (!asksOfPlace(params) || name === undefined) return invalidParams(this.method)
    await server.current()
    const place = placeIn(server, params)
    if (place === undefined) return null
    const edits = renamed(place.around, place.path, place.offset, name)
    return 'refusal' in edits ? requestFailed(edits.refusal) : toWorkspaceEdit(server, place.project, edits)
  },
}
