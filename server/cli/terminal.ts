/** The outside as a command sees it. Only main.ts knows the process behind it. */
export interface Terminal {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Node's version, without a 'v'. */
  readonly nodeVersion: string
  readonly isOutTerminal: boolean
  readonly isErrTerminal: boolean
  readonly isInTerminal: boolean
  /** 'YYYY-MM-DD', in local time. */
  readonly today: string
  out(text: string): void
  err(text: string): void
  readInput(): Promise<string>
  /** Yes or no; undefined where whoever was asked left instead. */
  confirm(question: string): Promise<boolean | undefined>
  /** Milliseconds since the process started. */
  now(): number
  /** CPU, user and system, of this process so far. */
  cpuMs(): number
  /** The largest resident size so far. */
  peakMiB(): number
}

/** 0: no new finding at severity error. 1: there are. 2: bulkhead could not do its job. */
export type ExitStatus = 0 | 1 | 2

/** bulkhead could not do its job for a reason that the person at the keyboard can change. */
export class CannotDo extends Error {
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
