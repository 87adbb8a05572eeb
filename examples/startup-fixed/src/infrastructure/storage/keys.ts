export type ExportFormat = 'svg' | 'pdf'

/**
 * A board at one version is one object for ever, so that a link which was handed out never shows something newer,
 * and a picture that exists need not be drawn again.
 */
export function exportKey(boardId: string, version: number, format: ExportFormat): string {
  return `${exportsOf(boardId)}v${version}.${format}`
}

/** Below it lie all pictures of a board. */
export function exportsOf(boardId: string): string {
  return `exports/${boardId}/`
}
