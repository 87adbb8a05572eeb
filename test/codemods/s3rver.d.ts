declare module 's3rver' {
  import type { AddressInfo } from 'node:net'

  /** As far as the tests use it; the package brings no types. */
  export default class S3rver {
    constructor(options: { readonly address: string; readonly port: number; readonly silent: boolean; readonly directory: string })
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
