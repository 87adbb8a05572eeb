// A language client of a hundred lines, which knows JSON-RPC and nothing of the library that the server is made with.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'

export interface Answer {
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown }
}

export interface Notification {
  readonly method: string
  readonly params: unknown
}

type Message = { readonly id?: number | string | null; readonly method?: string; readonly params?: unknown } & Answer

/** How the client answers a request of the server; undefined: as a method that it does not know. */
export type Respond = (method: string, params: unknown) => unknown

export class JsonRpc {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #respond: Respond
  readonly #open = new Map<number | string, (answer: Answer) => void>()
  readonly #listeners = new Set<(notification: Notification) => void>()
  /** All that the server said by itself, its requests among it. */
  readonly said: Notification[] = []
  readonly exited: Promise<number | null>
  /** Answers to requests that nobody made. */
  readonly stray: Message[] = []
  errors = ''
  #received = Buffer.alloc(0)
  #lastId = 0

  constructor(command: string, args: readonly string[], respond: Respond = () => undefined) {
    this.#respond = respond
    this.#process = spawn(command, args)
    this.#process.stdout.on('data', (bytes: Buffer) => this.#receive(bytes))
    this.#process.stderr.on('data', (bytes: Buffer) => { this.errors += bytes.toString() })
    this.#process.stdin.on('error', () => {})
    this.exited = new Promise((resolve) => this.#process.on('exit', (code) => resolve(code)))
  }

  request(method: string, params?: unknown): Promise<Answer> {
    return this.requestWithId(++this.#lastId, method, params)
  }

  requestWithId(id: number | string, method: string, params?: unknown): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => this.#open.set(id, resolve))
    this.send({ jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) })
    return answered
  }

  get lastId(): number {
    return this.#lastId
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, ...(params !== undefined && { params }) })
  }

  send(message: unknown): void {
    const body = Buffer.from(JSON.stringify(message))
    this.sendBytes(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  sendBytes(bytes: Buffer): void {
    this.#process.stdin.write(bytes)
  }

  closeInput(): void {
    this.#process.stdin.end()
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  /** The first thing said, from now on, that fits. */
  next(fits: (notification: Notification) => boolean, withinMs = 20_000): Promise<Notification> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { this.#listeners.delete(listener); reject(new Error(`waited ${withinMs} ms in vain; standard error: ${this.errors}`)) }, withinMs)
      const listener = (notification: Notification): void => {
        if (!fits(notification)) return
        clearTimeout(timer)
        this.#listeners.delete(listener)
        resolve(notification)
      }
      this.#listeners.add(listener)
    })
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes])
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n')
      if (end === -1) return
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end))?.[1])
      if (this.#received.length < end + 4 + length) return
      const message = JSON.parse(this.#received.toString('utf8', end + 4, end + 4 + length)) as Message
      this.#received = this.#received.subarray(end + 4 + length)
      this.#take(message)
    }
  }

  #take(message: Message): void {
    if (message.method === undefined) {
      const resolve = this.#open.get(message.id ?? '')
      if (resolve === undefined) this.stray.push(message)
      this.#open.delete(message.id ?? '')
      resolve?.(message)
      return
    }
    if (message.id !== undefined) {
      const result = this.#respond(message.method, message.params)
      this.send(result === undefined ? { jsonrpc: '2.0', id: message.id, error: { code: -32601, message: 'unknown' } } : { jsonrpc: '2.0', id: message.id, result })
    }
    const notification = { method: message.method, params: message.params }
    this.said.push(notification)
    for (const listener of [...this.#listeners]) listener(notification)
  }
}
