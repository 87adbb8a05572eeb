// As much of these packages as Sketchpool uses. An example is read and compiled far more often than run, and the real ones
// weigh some 60 MB; in a product of your own you would install them, with @types/pg and
// @types/amqplib, and delete this file.

declare module '@aws-sdk/client-s3' {
  export interface S3Settings {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
    readonly forcePathStyle: boolean
    readonly requestChecksumCalculation: 'WHEN_REQUIRED' | 'WHEN_SUPPORTED'
  }
  interface ObjectAddress { readonly Bucket: string; readonly Key: string }
  interface Command<Output> { readonly output?: Output }

  export class S3Client {
    constructor(settings: S3Settings)
    send<Output>(command: Command<Output>): Promise<Output>
  }
  export class PutObjectCommand implements Command<object> {
    constructor(input: ObjectAddress & { readonly Body: Uint8Array; readonly ContentType: string })
    readonly output?: object
  }
  export class GetObjectCommand implements Command<{ readonly Body?: { transformToByteArray(): Promise<Uint8Array> } }> {
    constructor(input: ObjectAddress)
    readonly output?: { readonly Body?: { transformToByteArray(): Promise<Uint8Array> } }
  }
  export class HeadObjectCommand implements Command<object> {
    constructor(input: ObjectAddress)
    readonly output?: object
  }
  export function paginateListObjectsV2(config: { readonly client: S3Client }, input: { readonly Bucket: string; readonly Prefix: string }):
    AsyncIterable<{ readonly Contents?: readonly { readonly Key?: string }[] }>
}

declare module '@aws-sdk/s3-request-presigner' {
  export function getSignedUrl(client: object, command: object, options: { readonly expiresIn: number }): Promise<string>
}

declare module 'openai' {
  interface Message { readonly role: 'system' | 'user'; readonly content: string }
  export default class OpenAI {
    constructor(settings: { readonly baseURL: string; readonly apiKey: string })
    readonly chat: {
      readonly completions: {
        create(request: { readonly model: string; readonly max_tokens: number; readonly messages: readonly Message[] }):
          Promise<{ readonly choices: readonly { readonly message: { readonly content: string | null } }[] }>
      }
    }
  }
}

declare module 'stripe' {
  interface Price {
    readonly currency: string
    readonly unit_amount: number
    readonly recurring: { readonly interval: 'month' | 'year' }
    readonly product_data: { readonly name: string }
  }
  interface CheckoutRequest {
    readonly mode: 'subscription' | 'payment'
    readonly client_reference_id: string
    readonly line_items: readonly { readonly price_data: Price; readonly quantity: number }[]
    readonly success_url: string
  }
  export default class Stripe {
    constructor(key: string)
    readonly checkout: { readonly sessions: { create(request: CheckoutRequest): Promise<{ readonly url: string | null }> } }
    readonly subscriptions: { cancel(id: string): Promise<unknown> }
  }
}

declare module 'pg' {
  const pg: {
    readonly Pool: new (settings: { readonly connectionString: string; readonly max?: number }) => {
      query(sql: string, values: unknown[]): Promise<{ readonly rows: unknown[] }>
    }
  }
  export default pg
}

declare module 'amqplib' {
  interface Message { readonly content: Buffer }
  interface ConfirmChannel {
    assertQueue(name: string, options: { readonly durable: boolean }): Promise<unknown>
    sendToQueue(name: string, content: Buffer, options: { readonly persistent: boolean }): boolean
    waitForConfirms(): Promise<void>
    consume(name: string, handle: (message: Message | null) => void): Promise<unknown>
    ack(message: Message): void
  }
  export function connect(url: string): Promise<{ createConfirmChannel(): Promise<ConfirmChannel> }>
}
