// A project in a folder of its own, and an editor that has it open: what the language server is asked here goes over real pipes.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JsonRpc, type Answer, type Notification } from '../support/json-rpc.ts'

const main = join(import.meta.dirname, '../../server/lsp/main.ts')

/** An editor that pulls, resolves actions and asks for reasons, as VS Code does. */
export const pulling = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    diagnostics: { refreshSupport: true }, configuration: true, applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
}

/** As plain as clients come: Vim's ALE, an old Neovim. */
export const plain = { textDocument: {}, workspace: {} }

export interface Diagnostic {
  readonly range: { readonly start: Place; readonly end: Place }
  readonly severity: number
  readonly code: string
  readonly codeDescription?: { readonly href: string }
  readonly source: string
  readonly message: string
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string; readonly range: Diagnostic['range'] }; readonly message: string }[]
  readonly data?: unknown
}

interface Place { readonly line: number; readonly character: number }

export interface Action {
  readonly title: string
  readonly kind: string
  readonly isPreferred?: boolean
  readonly diagnostics?: readonly Diagnostic[]
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] }
  readonly edit?: WorkspaceEdit
  readonly data?: unknown
}

export interface TextEdit { readonly range: Diagnostic['range']; readonly newText: string }
export interface WorkspaceEdit {
  readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string; readonly version: number | null }; readonly edits: readonly TextEdit[] }[]
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>
}

export interface EditorInput {
  readonly files: Readonly<Record<string, string>>
  readonly capabilities?: object
  readonly settings?: object
  readonly options?: object
  /** Below the folder of files: what is open in the editor; the folder itself, if nothing is said. */
  readonly folders?: readonly string[]
}

/** Of a test, or of a file of tests. */
export interface Ending {
  after(end: () => void): void
}

export class Editor {
  readonly root: string
  readonly rpc: JsonRpc
  settings: object
  readonly applied: WorkspaceEdit[] = []
  readonly #versions = new Map<string, number>()

  constructor(t: Ending, input: EditorInput) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-lsp-')))
    this.settings = input.settings ?? {}
    for (const [path, text] of Object.entries(input.files)) this.write(path, text)
    this.rpc = new JsonRpc(process.execPath, [main, '--stdio'], (method, params) => this.#respond(method, params))
    t.after(() => {
      this.rpc.kill()
      rmSync(this.root, { recursive: true, force: true })
    })
  }

  async initialize({ capabilities = pulling, options, folders = [''] }: Omit<EditorInput, 'files'> = {}): Promise<Answer> {
    const answer = await this.rpc.request('initialize', {
      processId: process.pid, rootUri: null, capabilities, ...(options !== undefined && { initializationOptions: options }),
      workspaceFolders: folders.map((folder) => ({ uri: this.uri(folder), name: folder })),
    })
    this.rpc.notify('initialized', {})
    return answer
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), text)
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true })
  }

  open(path: string, text: string): void {
    this.#versions.set(path, 1)
    this.rpc.notify('textDocument/didOpen', { textDocument: { uri: this.uri(path), languageId: 'typescript', version: 1, text } })
  }

  /** The whole text anew. */
  type(path: string, text: string): void {
    this.change(path, [{ text }])
  }

  change(path: string, contentChanges: readonly object[]): void {
    const version = (this.#versions.get(path) ?? 0) + 1
    this.#versions.set(path, version)
    this.rpc.notify('textDocument/didChange', { textDocument: { uri: this.uri(path), version }, contentChanges })
  }

  close(path: string): void {
    this.rpc.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } })
  }

  /** 1: created, 2: changed, 3: deleted. */
  watched(path: string, type: 1 | 2 | 3): void {
    this.rpc.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type }] })
  }

  async pull(path: string, previousResultId?: string): Promise<{ readonly kind: string; readonly resultId: string; readonly items: readonly Diagnostic[] }> {
    return result(await this.rpc.request('textDocument/diagnostic', { textDocument: { uri: this.uri(path) }, ...(previousResultId !== undefined && { previousResultId }) }))
  }

  /** Of all files of which something is said, by path. */
  async pullAll(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { items } = result<{ items: { uri: string; kind: string; items: readonly Diagnostic[] }[] }>(await this.rpc.request('workspace/diagnostic', { previousResultIds: [] }))
    return Object.fromEntries(items.filter((item) => item.items.length > 0).map((item) => [item.uri.slice(this.uri('').length).replace(/^\//, ''), item.items.map(({ message }) => message)]))
  }

  async hover(path: string, line: number, character: number): Promise<string | undefined> {
    const hover = result<{ contents: { value: string } } | null>(await this.rpc.request('textDocument/hover', { textDocument: { uri: this.uri(path) }, position: { line, character } }))
    return hover?.contents.value
  }

  async actions(path: string, diagnostic: Diagnostic, only?: readonly string[]): Promise<readonly Action[]> {
    return result(await this.rpc.request('textDocument/codeAction', { textDocument: { uri: this.uri(path) }, range: diagnostic.range, context: { diagnostics: [diagnostic], ...(only !== undefined && { only }) } }))
  }

  async resolve(action: Action): Promise<Action> {
    return result(await this.rpc.request('codeAction/resolve', action))
  }

  published(path: string, fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<Notification> {
    return this.rpc.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === this.uri(path) && fits((params as { diagnostics: readonly Diagnostic[] }).diagnostics))
  }

  #respond(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration': return (params as { items: readonly unknown[] }).items.map(() => this.settings)
      case 'workspace/applyEdit': this.applied.push((params as { edit: WorkspaceEdit }).edit); return { applied: true }
      case 'workspace/diagnostic/refresh': case 'client/registerCapability': case 'window/workDoneProgress/create': return null
      default: return undefined
    }
  }
}

export async function editor(t: Ending, input: EditorInput): Promise<Editor> {
  const opened = new Editor(t, input)
  const { error } = await opened.initialize(input)
  assert.equal(error, undefined)
  return opened
}

export function result<T>(answer: Answer): T {
  assert.equal(answer.error, undefined, JSON.stringify(answer.error))
  return answer.result as T
}

/** What is underlined. */
export function underlined(text: string, { range: { start, end } }: Diagnostic): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end))
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.toSorted((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, offsetOf(text, range.start)) + newText + now.slice(offsetOf(text, range.end)), text)
}

function offsetOf(text: string, { line, character }: Place): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  return (starts[line] ?? text.length) + character
}
