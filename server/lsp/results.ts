import type { Diagnostic } from 'vscode-languageserver/node'

export interface Result {
  /** Another one whenever the diagnostics are others. */
  readonly id: string
  readonly items: readonly Diagnostic[]
}

/** Of a file about which there is nothing to say, and never was. */
export const clean: Result = { id: 'clean', items: [] }

/** What there is to say of each file, by absolute path. A file that was put right stays, with nothing said, so that clients hear of it. */
export class Results {
  readonly #byPath = new Map<string, Result & { readonly json: string }>()
  #count = 0

  get(path: string): Result {
    return this.#byPath.get(path) ?? clean
  }

  all(): Iterable<readonly [string, Result]> {
    return this.#byPath
  }

  update(diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const path of this.#byPath.keys()) if (!diagnostics.has(path)) this.#set(path, [])
    for (const [path, items] of diagnostics) this.#set(path, items)
  }

  #set(path: string, items: readonly Diagnostic[]): void {
    const json = JSON.stringify(items)
    if (this.#byPath.get(path)?.json !== json) this.#byPath.set(path, { id: String(++this.#count), items, json })
  }
}
