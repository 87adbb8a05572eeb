// Files that came, went or changed outside the open documents: as watchers tell, or as the editor did it itself.

import { basename, dirname, sep } from 'node:path'
import { FileChangeType } from 'vscode-languageserver/node'
import { field, isWithin, list, text } from './from-lsp.ts'
import type { NotificationHandler } from './handler.ts'
import type { Server } from './server.ts'
import { pathOfUri } from './uri.ts'

const lockfiles: ReadonlySet<string> = new Set(['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'])

export const watchedFiles: NotificationHandler = {
  methods: ['workspace/didChangeWatchedFiles'],
  take(server, params) {
    for (const change of list(field(params, 'changes'))) {
      const path = pathOfUri(text(field(change, 'uri')) ?? '')
      if (path !== undefined) fileChanged(server, path, field(change, 'type') === FileChangeType.Changed)
    }
  },
}

/** A renamed folder arrives as the folder alone. */
export const fileOperations: NotificationHandler = {
  methods: ['workspace/didCreateFiles', 'workspace/didRenameFiles', 'workspace/didDeleteFiles'],
  take(server, params) {
    const uris = list(field(params, 'files')).flatMap((file) => [field(file, 'uri'), field(file, 'oldUri'), field(file, 'newUri')])
    for (const uri of uris) {
      const path = pathOfUri(text(uri) ?? '')
      if (path !== undefined) fileChanged(server, path, false)
    }
  },
}

function fileChanged(server: Server, path: string, isSameFile: boolean): void {
  if (basename(path) === 'HEAD' && basename(dirname(path)) === '.git') {
    const repository = dirname(dirname(path))
    server.everythingChanged((project) => isWithin(project.root, repository))
  } else if (path.includes(`${sep}.git${sep}`) || path.includes(`${sep}node_modules${sep}`)) {
    // What is installed is heard of through the lockfiles.
  } else if (lockfiles.has(basename(path)) || isFolder(server, path)) {
    server.everythingChanged((project) => project.pathOf(path) !== undefined)
  } else if (!isSameFile || server.isUnread(path)) {
    server.changed(path, (inside) => ({ kind: 'disk', paths: [inside] }))
  }
}

/** By what is known to lie below it: a folder that is gone can not be asked. Not looked for where a name has an ending, as thousands at once do. */
function isFolder(server: Server, path: string): boolean {
  if (/\.\w+$/.test(basename(path))) return false
  return server.projects.around(path).some((project) => {
    const folder = project.pathOf(path)
    return folder !== undefined && project.report !== undefined && project.session.snapshot().layout.files.some((file) => file.startsWith(`${folder}/`))
  })
}
