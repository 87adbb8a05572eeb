// As much of these packages as Sketchpool uses. An example is read and compiled far more often than run, and the real ones
// weigh some 60 MB; in a product of your own you would install them, with @types/pg and
// @types/amqplib, and delete this file.

declare module '@anthropic-ai/sdk' {
  interface MessageRequest {
    readonly model: string
    readonly max_tokens: number
    readonly system: string
    readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[]
  }
  type Block = { readonly type: 'text'; readonly text: string } | { readonly type: 'thinking'; readonly thinking: string }
  export default class Anthropic {
    constructor(settings: { readonly apiKey: string })
    readonly messages: { create(request: MessageRequest): Promise<{ readonly content: readonly Block[] }> }
  }
}

declare module '@aws-sdk/client-secrets-manager' {
  export class GetSecretValueCommand {
    constructor(input: { readonly SecretId: string })
  }
  export class SecretsManagerClient {
    constructor(settings: { readonly region: string })
    send(command: GetSecretValueCommand): Promise<{ readonly SecretString?: string }>
  }
}

declare module '@google-cloud/storage' {
  interface File {
    readonly name: string
    save(data: Uint8Array, options: { readonly contentType: string }): Promise<void>
    download(): Promise<[Buffer]>
    exists(): Promise<[boolean]>
    getSignedUrl(options: { readonly action: 'read' | 'write'; readonly expires: number }): Promise<[string]>
  }
  interface Bucket {
    file(name: string): File
    getFiles(options: { readonly prefix: string }): Promise<[File[]]>
  }
  export class Storage {
    bucket(name: string): Bucket
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
