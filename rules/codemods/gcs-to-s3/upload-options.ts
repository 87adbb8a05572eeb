import type { Node } from '../parse.ts'
import { reasonForOption } from './left-over.ts'
import { isLiteral, optionsOf, type Options } from './options.ts'
import type { Writer } from './writer.ts'

const headers: Readonly<Record<string, string>> = {
  contentType: 'ContentType', cacheControl: 'CacheControl', contentDisposition: 'ContentDisposition',
  contentEncoding: 'ContentEncoding', contentLanguage: 'ContentLanguage',
}

/** They say how to upload, not what: nobody who reads the object can tell. */
const mechanics = new Set(['resumable', 'validation', 'chunkSize', 'timeout', 'highWaterMark'])

export type UploadFields =
  | { readonly fields: () => readonly string[]; readonly differs: readonly string[]; readonly hasType: boolean }
  | { readonly left: string }

/** `{ contentType, metadata: { … } }` as fields of a PutObjectCommand. */
export function uploadFields(write: Writer, method: string, options: Options, ignored: readonly string[] = []): UploadFields {
  const fields: (() => string)[] = []
  const differs: string[] = []
  let hasType = false
  for (const [name, value] of options.values) {
    if (ignored.includes(name) || mechanics.has(name)) continue
    if (/^(?:gzip|public|private)$/u.test(name) && isLiteral(value, 'false')) continue
    if (name === 'contentType') {
      hasType = true
      fields.push(() => `ContentType: ${write.print(value)}`)
      continue
    }
    if (name !== 'metadata') return { left: reasonForOption(method, name) }
    const inner = optionsOf(write.code, value)
    if (inner === undefined || inner.inlined !== undefined) return { left: reasonForOption(method, name) }
    for (const [header, text] of inner.values) {
      const field = headers[header]
      if (field === undefined && header !== 'metadata') return { left: reasonForOption(method, `metadata.${header}`) }
      hasType ||= header === 'contentType'
      if (header === 'metadata' && hasCapitals(write, text)) differs.push('S3 gives back the names of metadata in lower case')
      fields.push(() => `${field ?? 'Metadata'}: ${write.print(text)}`)
    }
  }
  return { fields: () => fields.map((field) => field()), differs, hasType }
}

function hasCapitals(write: Writer, metadata: Node): boolean {
  const custom = optionsOf(write.code, metadata)
  return custom === undefined || [...custom.values.keys()].some((name) => name !== name.toLowerCase())
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json', txt: 'text/plain', html: 'text/html', css: 'text/css', csv: 'text/csv', pdf: 'application/pdf', zip: 'application/zip',
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml', webp: 'image/webp', mp4: 'video/mp4', mp3: 'audio/mpeg',
}

/** Google tells the content type from the key where none is given; S3 does not, so that it is written down, or said that it is missing. */
export function guessedType(key: Node | undefined): { readonly field?: string; readonly differs?: string } {
  const end = /(\.\w+)?['"`]$/u.exec(key?.getText() ?? '')
  if (end !== null && end[1] === undefined && !key?.getText().endsWith('}`')) return {}
  const type = types[end?.[1]?.slice(1).toLowerCase() ?? '']
  return type === undefined ? { differs: 'Google told the content type from the key, S3 does not: give ContentType' } : { field: `ContentType: '${type}'` }
}
