import { TextDocument } from 'vscode-languageserver-textdocument'
import { field, list, range, text } from './from-lsp.ts'
import { pathOfUri } from './uri.ts'

/** A document that is open in the editor. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string
  /** Absolute; undefined for what is in no file. */
  readonly path: string | undefined
  readonly document: TextDocument
}

/** What is open, by URI. */
export class Documents {
  readonly #byUri = new Map<string, OpenDocument>()
  readonly #byPath = new Map<string, OpenDocument>()

  open(item: unknown): OpenDocument | undefined {
    const uri = text(field(item, 'uri'))
    const written = text(field(item, 'text'))
    if (uri === undefined || written === undefined) return undefined
    const version = field(item, 'version')
    return this.#keep({ uri, path: pathOfUri(uri), document: TextDocument.create(uri, text(field(item, 'languageId')) ?? '', typeof version === 'number' ? version : 0, written) })
  }

  /** Changes of another shape than LSP's are left out. */
  change(uri: string, version: unknown, contentChanges: unknown): OpenDocument | undefined {
    const known = this.#byUri.get(uri)
    if (known === undefined) return undefined
    const changes = list(contentChanges).flatMap((change) => {
      const written = text(field(change, 'text'))
      if (written === undefined) return []
      if (field(change, 'range') === undefined) return [{ text: written }]
      const replaced = range(field(change, 'range'))
      return replaced === undefined ? [] : [{ range: replaced, text: written }]
    })
    return this.#keep({ ...known, document: TextDocument.update(known.document, changes, typeof version === 'number' ? version : known.document.version + 1) })
  }

  close(uri: string): OpenDocument | undefined {
    const known = this.#byUri.get(uri)
    this.#byUri.delete(uri)
    if (known?.path !== undefined && this.#byPath.get(known.path)?.uri === uri) this.#byPath.delete(known.path)
    return known
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri)
  }

  at(path: string): OpenDocument | undefined {
    return this.#byPath.get(path)
  }

  all(): Iterable<OpenDocument> {
    return this.#byUri.values()
  }

  #keep(open: OpenDocument): OpenDocument {
    this.#byUri.set(open.uri, open)
    if (open.path !== undefined) this.#byPath.set(open.path, open)
    return open
  }
}

/**
 * The text as the session is to see it. A byte order mark is no part of LSP's texts; where a client sends one all the same, a space
 * keeps its place, so that offsets mean the same on both sides.
 */
export function textOf({ document }: OpenDocument): string {
  return document.getText().replace(/^\uFEFF/, ' ')
}
