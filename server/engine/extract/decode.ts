// A web standard that every runtime has; declared here because the engine sees the types of none.
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

const decoders = { 'utf-8': new TextDecoder('utf-8'), 'utf-16le': new TextDecoder('utf-16le'), 'utf-16be': new TextDecoder('utf-16be'), latin1: new TextDecoder('latin1') }

/**
 * The text that an editor shows for these bytes: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is no part of it,
 * as in LSP, so all places count without it. Bytes that mean nothing become U+FFFD. Bytes of unsaved buffers are UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  return decoders[encodingOf(bytes)].decode(bytes)
}

/** One character a byte, whatever it means, so that places in the text are places among the bytes. */
export function decodeByByte(bytes: Uint8Array): string {
  return decoders.latin1.decode(bytes)
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
