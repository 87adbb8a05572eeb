import { exportKey, exportsOf, type Blobs } from '../../infrastructure/storage'
import type { Board } from './board'
import { toSvg } from './render'

const page = { width: 1600, height: 1200 }
const linkSeconds = 15 * 60

/** Draws a version once, however often it is asked for. */
export async function exportBoard(blobs: Blobs, board: Board): Promise<string> {
  const key = exportKey(board.id, board.version, 'svg')
  if (!await blobs.has(key)) await blobs.put(key, Buffer.from(toSvg(board, page)), 'image/svg+xml')
  return key
}

export function downloadExport(blobs: Blobs, key: string): Promise<Uint8Array> {
  return blobs.get(key)
}

export function linkToExport(blobs: Blobs, key: string): Promise<string> {
  return blobs.linkTo(key, linkSeconds)
}

export function listExports(blobs: Blobs, board: Board): Promise<readonly string[]> {
  return blobs.list(exportsOf(board.id))
}
