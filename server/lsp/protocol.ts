// What client and server say to each other beyond LSP. Plain names and shapes, so that neither needs the other's LSP library.
import type { Fix } from '../../rules/model/finding.ts'

/** Notification to the client, whenever one of its fields changed. */
export const statusMethod = 'bulkhead/status'

export interface Status {
  /** 'warning': a problem in some source. 'error': bulkhead cannot do its job, as with a configuration that has problems. */
  readonly health: 'ok' | 'warning' | 'error'
  /** False while there is work to do: the editor shows that bulkhead is busy. */
  readonly quiescent: boolean
  /** One line for people: "214 files, 3 findings, 0.4 s". */
  readonly message: string
}

/** The editor's own command in code actions that need a reason. Its one argument is a FixOffer; the editor asks, then sends `applyCommand`. */
export const withReasonCommand = 'bulkhead.withReason'

/** `workspace/executeCommand` to the server, which answers through `workspace/applyEdit`. Its one argument is a ReasonedFix. */
export const applyCommand = 'bulkhead.apply'

/** Handed back as it came, with the reason added: what the server needs to know of the fix, it puts here. */
export interface FixOffer {
  readonly fix: Fix
  /** Of the document in which it is offered. */
  readonly uri: string
  /** Key of the finding that it puts right, by which the fix is found again after the text has moved. */
  readonly key: string
}

export interface ReasonedFix extends FixOffer {
  /** Trimmed, not empty, one line. */
  readonly reason: string
}

/** The editor's own command behind a lens. Its one argument is a ShownPlaces. */
export const showPlacesCommand = 'bulkhead.showPlaces'

/** Places to show from another, as LSP writes them. */
export interface ShownPlaces {
  readonly uri: string
  readonly position: Position
  readonly places: readonly { readonly uri: string; readonly range: { readonly start: Position; readonly end: Position } }[]
}

interface Position {
  readonly line: number
  readonly character: number
}

/** Of `initialize`. */
export interface InitializationOptions {
  /** The client reports changed files by itself, so the server need not register watchers. */
  readonly watchesFiles?: boolean
  /** The client has `withReasonCommand`; for others a fix that needs a reason writes a placeholder. */
  readonly asksReasons?: boolean
  /** The client has `showPlacesCommand`, and VS Code's own `editor.action.triggerSuggest`. */
  readonly knowsCommands?: boolean
}
