// A web standard that every runtime has; declared here because the engine sees the types of none.
declare const TextDecoder: new (encoding: string, options: { readonly ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string }

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of some of the bytes. What means nothing becomes U+FFFD, as in the whole text: never cut through a character. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return utf8.decode(bytes.subarray(start, end))
}
