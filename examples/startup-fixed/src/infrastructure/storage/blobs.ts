/** Where pictures lie. What the product says to a store, in the product's words: no bucket, no vendor, no client. */
export interface Blobs {
  put(key: string, data: Uint8Array, contentType: string): Promise<void>
  get(key: string): Promise<Uint8Array>
  has(key: string): Promise<boolean>
  list(prefix: string): Promise<readonly string[]>
  /** An address that anyone may open for so long. */
  linkTo(key: string, seconds: number): Promise<string>
}
