import { references as referencesOf } from '../session/index.ts'
import { asksOfPlace, placeIn } from './config-document.ts'
import { field } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

/** All lines of a configuration, and of what it extends, that ask for a module, a layer, a tag or an entry by its name. */
export const references: RequestHandler = {
  method: 'textDocument/references',
  async answer(server, params) {
    if (!asksOfPlace(params)) return invalidParams(this.method)
    await server.start()
    const place = placeIn(server, params)
    if (place === undefined) return null
    const withDefinition = field(field(params, 'context'), 'includeDeclaration') === true
    return referencesOf(place.around, place.path, place.offset, { withDefinition }).map(place.location)
  },
}
