import type { InitializationOptions } from './protocol.ts'
import { field, isRecord } from './from-lsp.ts'

/** What this client can do, as far as the server acts on it. */
export interface Abilities {
  /** It pulls diagnostics, and pulls again when told. */
  readonly pulls: boolean
  readonly relatedInformation: boolean
  /** Edits are computed when an action is taken. */
  readonly resolvesActions: boolean
  readonly versionedEdits: boolean
  readonly resourceOperations: ReadonlySet<string>
  readonly configuration: boolean
  readonly registersConfiguration: boolean
  readonly progress: boolean
  /** 'client': it reports files by itself; 'register': when asked to; 'nobody': only what is saved in the editor is heard of. */
  readonly watching: 'client' | 'register' | 'nobody'
  readonly asksReasons: boolean
  readonly knowsCommands: boolean
  /** Completions may say where typing goes on. */
  readonly snippets: boolean
  /** Lenses are asked for again when told. */
  readonly refreshesLenses: boolean
}

export function abilitiesOf(params: unknown): Abilities {
  const ask = (...path: readonly string[]): unknown => path.reduce(field, field(params, 'capabilities'))
  const is = (...path: readonly string[]): boolean => ask(...path) === true
  const options = optionsOf(field(params, 'initializationOptions'))
  return {
    pulls: isRecord(ask('textDocument', 'diagnostic')) && is('workspace', 'diagnostics', 'refreshSupport'),
    relatedInformation: is('textDocument', 'publishDiagnostics', 'relatedInformation') || is('textDocument', 'diagnostic', 'relatedInformation'),
    resolvesActions: strings(ask('textDocument', 'codeAction', 'resolveSupport', 'properties')).includes('edit') && is('textDocument', 'codeAction', 'dataSupport'),
    versionedEdits: is('workspace', 'workspaceEdit', 'documentChanges'),
    resourceOperations: new Set(strings(ask('workspace', 'workspaceEdit', 'resourceOperations'))),
    configuration: is('workspace', 'configuration'),
    registersConfiguration: is('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
    progress: is('window', 'workDoneProgress'),
    watching: options.watchesFiles === true ? 'client' : is('workspace', 'didChangeWatchedFiles', 'dynamicRegistration') ? 'register' : 'nobody',
    asksReasons: options.asksReasons === true,
    knowsCommands: options.knowsCommands === true,
    snippets: is('textDocument', 'completion', 'completionItem', 'snippetSupport'),
    refreshesLenses: is('workspace', 'codeLens', 'refreshSupport'),
  }
}

function optionsOf(given: unknown): InitializationOptions {
  return { watchesFiles: field(given, 'watchesFiles') === true, asksReasons: field(given, 'asksReasons') === true, knowsCommands: field(given, 'knowsCommands') === true }
}

function strings(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((each) => typeof each === 'string') : []
}
