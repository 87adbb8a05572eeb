import { commands, Location, Position, Range, Uri } from 'vscode'
import type { ShownPlaces } from '../server/lsp/protocol.ts'

/** What a lens counts, beside it. */
export async function showPlaces({ uri, position, places }: ShownPlaces): Promise<void> {
  const at = ({ line, character }: ShownPlaces['position']): Position => new Position(line, character)
  const locations = places.map((place) => new Location(Uri.parse(place.uri), new Range(at(place.range.start), at(place.range.end))))
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at(position), locations)
}
