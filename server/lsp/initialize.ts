import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver/node'
import manifest from '../../package.json' with { type: 'json' }
import type { Abilities } from './abilities.ts'
import { fixAllKind } from './code-action.ts'
import { completionTriggers } from './completion.ts'
import { field, list, text } from './from-lsp.ts'
import { applyCommand } from './protocol.ts'
import { pathOfUri } from './uri.ts'

const anyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] }

/** What the server can do for this client. */
export function initializeResult(abilities: Abilities): InitializeResult {
  return {
    serverInfo: { name: 'bulkhead', version: manifest.version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...(abilities.pulls && { diagnosticProvider: { identifier: 'bulkhead', interFileDependencies: true, workspaceDiagnostics: true } }),
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...completionTriggers] },
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: { resolveProvider: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
      executeCommandProvider: { commands: [applyCommand] },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
      },
    },
  }
}

/** The folders that are open, absolute; older clients name but one. */
export function foldersOf(params: unknown): readonly string[] {
  const given = list(field(params, 'workspaceFolders')).map((folder) => field(folder, 'uri'))
  const uris = given.length > 0 ? given : [field(params, 'rootUri')]
  const paths = uris.flatMap((uri) => pathOfUri(text(uri) ?? '') ?? [])
  const rootPath = text(field(params, 'rootPath'))
  const found = paths.length > 0 || rootPath === undefined ? paths : [rootPath]
  return [...new Set(found.map((path) => path.length > 1 ? path.replace(/[\\/]+$/, '') : path))]
}
