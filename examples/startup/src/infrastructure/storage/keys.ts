import type { Board } from '@business/canvas'

export type ExportFormat = 'svg' | 'pdf'

/**
 * A board at one version is one object for ever, so that a link which was handed out never shows something newer,
 * and a picture that exists need not be drawn again.
 */
export function exportKey(board: Board, format: ExportFormat): string {
  return `${exportsOf(board)}v${board.version}.${format}`
}

/** Below it lie all pictures of a board. */
export function exportsOf(board: Board): string {
  return `exports/${board.id}/`
}
