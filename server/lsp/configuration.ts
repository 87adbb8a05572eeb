import { field, isRecord, list, text } from './from-lsp.ts'
import type { NotificationHandler } from './handler.ts'
import { pathOfUri } from './uri.ts'

export const configurationChanged: NotificationHandler = {
  methods: ['workspace/didChangeConfiguration'],
  take(server, params) {
    const sent = field(field(params, 'settings'), 'bulkhead')
    return server.settingsChanged(isRecord(sent) ? sent : undefined)
  },
}

export const foldersChanged: NotificationHandler = {
  methods: ['workspace/didChangeWorkspaceFolders'],
  take(server, params) {
    const paths = (which: string): string[] => list(field(field(params, 'event'), which)).flatMap((folder) => pathOfUri(text(field(folder, 'uri')) ?? '')?.replace(/(?<=.)[\\/]+$/, '') ?? [])
    return server.foldersChanged(paths('added'), paths('removed'))
  },
}
