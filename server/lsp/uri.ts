import { sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The absolute path of a file: URI; undefined for any other, untitled ones among them. Never throws, whatever the client sends. */
export function pathOfUri(uri: string): string | undefined {
  const parts = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri)
  if (parts === null) return undefined
  const [, host = '', encoded = ''] = parts
  const path = decoded(encoded)
  if (path.includes('\0')) return undefined
  if (host !== '' && host !== 'localhost') return sep === '\\' ? `\\\\${host}${path.replaceAll('/', '\\')}` : undefined
  // VS Code writes file:///c%3A/shop for C:\shop.
  return sep === '\\' ? path.replace(/^\/(?=[a-z]:)/i, '').replaceAll('/', '\\') : path
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href
}

/** `decodeURIComponent`, but what is no encoding stands for itself. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}
