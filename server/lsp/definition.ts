import { definitions } from '../session/index.ts'
import { asksOfPlace, placeIn } from './config-document.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

/** From a name in a configuration to the line that gives it, from a pattern to the first file that it takes. */
export const definition: RequestHandler = {
  method: 'textDocument/definition',
  async answer(server, params) {
    if (!asksOfPlace(params)) return invalidParams(this.method)
    await server.start()
    const place = placeIn(server, params)
    return place === undefined ? null : definitions(place.around, place.path, place.offset).map(place.location)
  },
}
