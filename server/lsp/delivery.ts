// How what there is to say reaches the editor: it pulls, or it is told.

import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node'
import { field, list, text } from './from-lsp.ts'
import { clean, type Result } from './results.ts'
import { toUri } from './to-lsp.ts'
import { pathOfUri } from './uri.ts'
import type { Server } from './server.ts'

export interface Delivery {
  /** Everything was judged anew. */
  judged(): void
  /** A document was closed: what the editor knew of it, it may have forgotten. */
  closed(path: string): void
}

function* shownResults(server: Server): Iterable<readonly [string, Result]> {
  for (const [path, result] of server.results.all()) if (server.isShown(path)) yield [path, result]
}

/** For editors that do not pull: the diagnostics of each file, whenever they are others. */
export class Push implements Delivery {
  readonly #server: Server
  readonly #told = new Map<string, string>()

  constructor(server: Server) {
    this.#server = server
  }

  judged(): void {
    const shown = new Map(shownResults(this.#server))
    for (const path of this.#told.keys()) if (!shown.has(path)) this.#tell(path, clean)
    for (const [path, result] of shown) this.#tell(path, result)
  }

  closed(): void {
    this.judged()
  }

  #tell(path: string, { id, items }: Result): void {
    if ((this.#told.get(path) ?? clean.id) === id || (items.length === 0 && !this.#told.has(path))) return
    this.#told.set(path, id)
    const open = this.#server.documents.at(path)
    this.#server.editor.notify('textDocument/publishDiagnostics', {
      uri: toUri(this.#server.documents, path), diagnostics: items, ...(open !== undefined && { version: open.document.version }),
    })
  }
}

export type Report = { readonly kind: 'full'; readonly resultId: string; readonly items: readonly Diagnostic[] } | { readonly kind: 'unchanged'; readonly resultId: string }
export type WorkspaceReport = Report & { readonly uri: string; readonly version: number | null }

/** For editors that pull. One that lets the server stream hears of other files at once; others are asked to pull again. */
export class Pull implements Delivery {
  readonly #server: Server
  /** Ids of what the editor knows, by path. */
  readonly #told = new Map<string, string>()
  readonly #streams = new Set<Stream>()
  #refresh: ReturnType<typeof setTimeout> | undefined

  constructor(server: Server) {
    this.#server = server
  }

  document(uri: string, previousId: string | undefined): Report {
    const path = pathOfUri(uri)
    const result = path === undefined ? clean : this.#server.results.get(path)
    if (path !== undefined) this.#told.set(path, result.id)
    return reportOf(result, previousId)
  }

  workspace(params: unknown, cancelled: CancellationToken): Promise<{ readonly items: readonly WorkspaceReport[] }> {
    const known = new Map(list(field(params, 'previousResultIds')).flatMap((each) => {
      const [path, id] = [pathOfUri(text(field(each, 'uri')) ?? ''), text(field(each, 'value'))]
      return path === undefined || id === undefined ? [] : [[path, id] as const]
    }))
    const token = field(params, 'partialResultToken')
    const items = this.#items(known, { withUnchanged: true })
    if (typeof token !== 'string' && typeof token !== 'number') {
      for (const [path, id] of known) this.#told.set(path, id)
      return Promise.resolve({ items })
    }
    // Left open until the editor asks anew: what changes is streamed, without the pause that editors make between two pulls.
    const stream: Stream = { token, known }
    this.#streams.add(stream)
    cancelled.onCancellationRequested(() => this.#streams.delete(stream))
    this.#send(stream, items)
    return new Promise((resolve) => { stream.end = () => resolve({ items: [] }) })
  }

  judged(): void {
    for (const stream of this.#streams) this.#send(stream, this.#items(stream.known, { withUnchanged: false }))
    clearTimeout(this.#refresh)
    // A moment later, so that a pull which was waiting for this judgement needs no second one.
    this.#refresh = setTimeout(() => this.#askToPull(), 20)
  }

  closed(path: string): void {
    this.#told.delete(path)
    for (const { known } of this.#streams) known.delete(path)
    this.judged()
  }

  end(): void {
    clearTimeout(this.#refresh)
    for (const { end } of this.#streams) end?.()
    this.#streams.clear()
  }

  #items(known: Map<string, string>, { withUnchanged }: { readonly withUnchanged: boolean }): readonly WorkspaceReport[] {
    const shown = new Map(shownResults(this.#server))
    for (const path of known.keys()) if (!shown.has(path)) shown.set(path, clean)
    return [...shown].flatMap(([path, result]) => {
      const before = known.get(path)
      if (before === result.id ? !withUnchanged : before === undefined && result.items.length === 0) return []
      known.set(path, result.id)
      return [{ ...reportOf(result, before), uri: toUri(this.#server.documents, path), version: this.#server.documents.at(path)?.document.version ?? null }]
    })
  }

  #send(stream: Stream, items: readonly WorkspaceReport[]): void {
    if (items.length > 0) this.#server.editor.notify('$/progress', { token: stream.token, value: { items } })
  }

  #askToPull(): void {
    const isOutdated = [...this.#told].some(([path, id]) => this.#server.results.get(path).id !== id)
    if (!isOutdated && (this.#streams.size > 0 || !this.#hasNews())) return
    for (const [path, { id }] of this.#server.results.all()) this.#told.set(path, id)
    void this.#server.editor.request('workspace/diagnostic/refresh', undefined)
  }

  #hasNews(): boolean {
    return [...shownResults(this.#server)].some(([path, { id, items }]) => items.length > 0 && this.#told.get(path) !== id)
  }
}

interface Stream {
  readonly token: string | number
  /** Ids of what was sent, by path. */
  readonly known: Map<string, string>
  end?: () => void
}

function reportOf({ id, items }: Result, previousId: string | undefined): Report {
  return id === previousId ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items }
}
