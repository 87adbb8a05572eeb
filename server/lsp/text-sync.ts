import { documentUri, field } from './from-lsp.ts'
import type { NotificationHandler } from './handler.ts'

export const didOpen: NotificationHandler = {
  methods: ['textDocument/didOpen'],
  take(server, params) {
    const open = server.documents.open(field(params, 'textDocument'))
    if (open !== undefined) server.opened(open)
  },
}

export const didChange: NotificationHandler = {
  methods: ['textDocument/didChange'],
  take(server, params) {
    const open = server.documents.change(documentUri(params) ?? '', field(field(params, 'textDocument'), 'version'), field(params, 'contentChanges'))
    if (open !== undefined) server.edited(open)
  },
}

export const didSave: NotificationHandler = {
  methods: ['textDocument/didSave'],
  take(server, params) {
    const open = server.documents.get(documentUri(params) ?? '')
    if (open !== undefined) server.saved(open)
  },
}

export const didClose: NotificationHandler = {
  methods: ['textDocument/didClose'],
  take(server, params) {
    const open = server.documents.close(documentUri(params) ?? '')
    if (open !== undefined) server.closed(open)
  },
}
