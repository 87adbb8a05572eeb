import { sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The absolute path of a file: URI; undefined for any other, untitled ones among them. Never throws, whatever the client sends. `separator`: as paths are written on this system. */
export function pathOfUri(uri: string, separator: string = sep): string | undefined {
  const parts = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri)
  if (parts === null) return undefined
  const [, host = '', encoded = ''] = parts
  const path = decoded(encoded)
  if (path.includes('\0')) return undefined
  if (host !== '' && host !== 'localhost') return separator === '\\' ? `\\\\${host}${path.replaceAll('/', '\\')}` : undefined
  // VS Code writes file:///c%3A/shop for what others call file:///C:/shop: it is one file.
  return separator === '\\' ? path.replace(/^\/([a-z]:)/i, (_, drive: string) => drive.toUpperCase()).replaceAll('/', '\\') : path
}

export function uriOfPath(path: string, separator: string = sep): string {
  return pathToFileURL(path, { windows: separator === '\\' }).href
}

/** `decodeURIComponent`, but what is no encoding stands for itself. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}
