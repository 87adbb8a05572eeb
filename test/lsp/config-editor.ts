/* A configuration that is open in an editor, with a cursor in it. */
import assert from 'node:assert/strict'
import { applied, editor, pulling, result, type Action, type Diagnostic, type Editor, type EditorInput, type Ending, type TextEdit, type WorkspaceEdit } from './client.ts'

export interface Item {
  readonly label: string
  readonly detail?: string
  readonly documentation?: { readonly value: string }
  readonly filterText: string
  readonly textEdit: TextEdit
}

export interface Location { readonly uri: string; readonly range: Diagnostic['range'] }
export interface Symbol { readonly name: string; readonly detail?: string; readonly range: Diagnostic['range']; readonly selectionRange: Diagnostic['range']; readonly children: readonly Symbol[] }
export interface Lens { readonly range: Diagnostic['range']; readonly command?: { readonly title: string; readonly command: string; readonly arguments?: readonly unknown[] }; readonly data: unknown }

/** A small shop: business may not know of the web. */
export const shop = {
  'web/page.ts': "import { price } from '../business/pay/price'\nexport const page = price\n",
  'web/form.ts': 'export const form = 1\n',
  'business/pay/price.ts': "import { rows } from '../../storage/rows'\nimport pg from 'pg'\nexport const price = [rows, pg]\n",
  'business/pay/tax.ts': "import { form } from '../../web/form'\nexport const tax = [form, process.env['TAX_RATE']]\n",
  'business/stock/shelf.ts': 'export const shelf = 1\n',
  'storage/rows.ts': "import { S3 } from '@aws-sdk/client-s3'\nimport fs from 'node:fs'\nexport const rows = [S3, fs]\n",
  'package.json': '{ "name": "shop", "dependencies": { "pg": "1", "@aws-sdk/client-s3": "1", "zod": "1" } }\n',
}

export const good = `version: 1
layers: [web, business, { name: data, files: storage }]
modules:
  storage: { files: storage, why: Rows live here }
  "{part}/core": business/{part}
tags:
  money: path:business/pay
rules:
  - { id: storage-alone, from: storage, forbid: path:web, why: Rows know no pages }
cycles: forbid
`

const languageCapabilities = { ...pulling, textDocument: { ...pulling.textDocument, completion: { completionItem: { snippetSupport: true } } } }

export class ConfigEditor {
  readonly code: Editor
  readonly path: string

  constructor(code: Editor, path: string) {
    this.code = code
    this.path = path
  }

  /** Types the text that is marked; the place of the mark. */
  at(marked: string): { readonly text: string; readonly position: { readonly line: number; readonly character: number } } {
    const offset = marked.indexOf('|')
    assert.notEqual(offset, -1, 'no cursor')
    const text = marked.slice(0, offset) + marked.slice(offset + 1)
    this.code.type(this.path, text)
    const before = marked.slice(0, offset).split('\n')
    return { text, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } }
  }

  /** This text is the last good one, until another is. */
  async settle(text: string): Promise<void> {
    this.code.type(this.path, text)
    await this.code.pull(this.path)
  }

  async ask<T>(method: string, marked: string, more: object = {}): Promise<{ readonly text: string; readonly answer: T }> {
    const { text, position } = this.at(marked)
    return { text, answer: result<T>(await this.code.rpc.request(method, { textDocument: { uri: this.code.uri(this.path) }, position, ...more })) }
  }

  /** What is offered, by label. */
  async complete(marked: string): Promise<ReadonlyMap<string, Item & { readonly written: string }>> {
    const { text, answer } = await this.ask<{ items: readonly Item[] } | null>('textDocument/completion', marked)
    return new Map((answer?.items ?? []).map((item) => [item.label, { ...item, written: applied(text, [item.textEdit]) }]))
  }

  async hover(marked: string): Promise<string> {
    const { answer } = await this.ask<{ contents: { value: string } } | null>('textDocument/hover', marked)
    return answer?.contents.value ?? ''
  }

  /** Places as `path:line text`. */
  async places(method: string, marked: string, more: object = {}): Promise<readonly string[]> {
    const { text, answer } = await this.ask<readonly Location[] | null>(method, marked, more)
    return (answer ?? []).map(({ uri, range }) => {
      const path = uri.slice(this.code.uri('').length).replace(/^\//, '')
      const line = path === this.path ? text.split('\n')[range.start.line] ?? '' : ''
      return `${path}:${range.start.line + 1}${line === '' ? '' : ` ${line.slice(range.start.character, range.end.character)}`}`
    })
  }

  /** The text of this file after a rename, or why there is none. */
  async rename(marked: string, newName: string): Promise<string> {
    const { text, position } = this.at(marked)
    const answer = await this.code.rpc.request('textDocument/rename', { textDocument: { uri: this.code.uri(this.path) }, position, newName })
    if (answer.error !== undefined) return answer.error.message
    return applied(text, this.editsOf(answer.result as WorkspaceEdit, this.path))
  }

  editsOf(edit: WorkspaceEdit | undefined, path: string): readonly TextEdit[] {
    return edit?.documentChanges?.find(({ textDocument }) => textDocument.uri === this.code.uri(path))?.edits ?? []
  }

  /** What may be done about the only problem of a text: title to what the text then is. */
  async repairs(text: string): Promise<Readonly<Record<string, string>>> {
    this.code.type(this.path, text)
    const { items } = await this.code.pull(this.path)
    assert.equal(items.length, 1, items.map(({ message }) => message).join('; '))
    const actions: readonly Action[] = await this.code.actions(this.path, items[0]!)
    for (const { diagnostics } of actions) assert.equal(diagnostics?.length, 1)
    return Object.fromEntries(actions.map(({ title, edit }) => [title, applied(text, this.editsOf(edit, this.path))]))
  }
}

export async function configEditor(t: Ending, { files = shop, config = good, path = 'bulkhead.yaml', options }: { readonly files?: EditorInput['files']; readonly config?: string; readonly path?: string; readonly options?: object } = {}): Promise<ConfigEditor> {
  const all = { 'bulkhead.yaml': config, ...files }
  const code = await editor(t, { files: all, capabilities: languageCapabilities, ...(options !== undefined && { options }) })
  code.open(path, all[path as keyof typeof all] ?? '')
  // What is typed before the first judgement would be the first that anybody sees.
  await code.pull(path)
  return new ConfigEditor(code, path)
}
