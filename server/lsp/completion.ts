import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem } from 'vscode-languageserver/node'
import { lineStarts } from '../../rules/model/lines.ts'
import { completions, type Completion, type OfferKind } from '../session/index.ts'
import { asksOfPlace, configDocument, type ConfigDocument } from './config-document.ts'
import { documentUri, field, offsetAt, position } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'

/** Letters behind which something else may be meant than before. */
export const completionTriggers: readonly string[] = [':', '/', ' ', '[', '{', '"', "'", '-', '.']

/** In a configuration: keys, names, patterns. It waits for no judgement. */
export const completion: RequestHandler = {
  method: 'textDocument/completion',
  async answer(server, params) {
    if (!asksOfPlace(params)) return invalidParams(this.method)
    await server.start()
    const at = position(field(params, 'position'))
    const place = at && configDocument(server, documentUri(params), (text) => offsetAt(lineStarts(text), text.length, at))
    if (place === undefined) return null
    const { snippets, knowsCommands } = server.editor.abilities
    const offered = completions(place.around, place.path, { withStops: snippets })
    // What comes behind a slash or a colon is another list.
    return { isIncomplete: offered.some(({ goesOn, kind }) => goesOn === true || kind === 'folder'), items: offered.map((each) => toItem(place, each, knowsCommands)) }
  },
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property, word: CompletionItemKind.EnumMember, prefix: CompletionItemKind.Keyword,
  module: CompletionItemKind.Module, layer: CompletionItemKind.Struct, tag: CompletionItemKind.Constant, entry: CompletionItemKind.Event, check: CompletionItemKind.Event,
  vendor: CompletionItemKind.Interface, capability: CompletionItemKind.Interface, package: CompletionItemKind.Module, builtin: CompletionItemKind.Module,
  env: CompletionItemKind.Variable, specifier: CompletionItemKind.Reference, folder: CompletionItemKind.Folder, file: CompletionItemKind.File, preset: CompletionItemKind.File,
}

function toItem({ range }: ConfigDocument, { kind, label, text, detail, says, isFirst, goesOn, span, written }: Completion, knowsCommands: boolean): CompletionItem {
  const hasStop = written.includes('$1')
  return {
    label, kind: kinds[kind],
    ...(detail !== undefined && { detail }),
    ...(says !== undefined && { documentation: { kind: 'markdown', value: says } }),
    sortText: `${isFirst === true ? 0 : kind === 'prefix' ? 2 : 1}${label}`,
    filterText: text,
    ...(hasStop && { insertTextFormat: InsertTextFormat.Snippet }),
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: range(span), newText: hasStop ? asSnippet(written) : written },
    ...(goesOn === true && knowsCommands && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  }
}

/** With its one stop, and nothing else that a snippet would take for its own. */
function asSnippet(written: string): string {
  const [before = '', after = ''] = written.split('$1')
  const plain = (part: string): string => part.replace(/[\\$}]/g, '\\$&')
  return `${plain(before)}$1${plain(after)}`
}
