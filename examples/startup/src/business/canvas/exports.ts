import { Storage } from '@google-cloud/storage'
import { exportKey, exportsOf } from '../../infrastructure/storage'
import type { Board } from './board'
import { toSvg } from './render'

const page = { width: 1600, height: 1200 }
const linkSeconds = 15 * 60
const bucket = 'sketchpool-exports'
const storage = new Storage()

/** Draws a version once, however often it is asked for. */
export async function exportBoard(board: Board): Promise<string> {
  const key = exportKey(board, 'svg')
  const [exists] = await storage.bucket(bucket).file(key).exists()
  if (!exists) await storage.bucket(bucket).file(key).save(Buffer.from(toSvg(board, page)), { contentType: 'image/svg+xml' })
  return key
}

export async function downloadExport(key: string): Promise<Uint8Array> {
  const [contents] = await storage.bucket(bucket).file(key).download()
  return contents
}

export async function linkToExport(key: string): Promise<string> {
  const [url] = await storage.bucket(bucket).file(key).getSignedUrl({ action: 'read', expires: Date.now() + linkSeconds * 1000 })
  return url
}

export async function listExports(board: Board): Promise<readonly string[]> {
  const [files] = await storage.bucket(bucket).getFiles({ prefix: exportsOf(board) })
  return files.map(file => file.name)
}
