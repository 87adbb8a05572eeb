// The life of the server: at most one runs, for all folders of the window.
import { workspace, type ConfigurationChangeEvent, type LogOutputChannel } from 'vscode'
import { ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, State, TransportKind, type ErrorHandler } from 'vscode-languageclient/node'
import { statusMethod, type InitializationOptions, type Status } from '../server/lsp/protocol.ts'
import { documents } from './documents.ts'
import type { StatusView } from './status.ts'
import { whichBulkhead } from './which-bulkhead.ts'

interface Surroundings {
  readonly extensionPath: string
  readonly log: LogOutputChannel
  readonly status: StatusView
}

/** Settings that a running server cannot follow; the others it asks for itself. */
export function affectsServer(change: ConfigurationChangeEvent): boolean {
  return ['bulkhead.enable', 'bulkhead.configFile', 'bulkhead.server.path'].some((setting) => change.affectsConfiguration(setting))
}

export class LanguageServer {
  readonly #surroundings: Surroundings
  #client: LanguageClient | undefined
  /** Starts and stops take turns: a second restart waits for the first. */
  #turn: Promise<void> = Promise.resolve()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#stop()
      if (isEnabled()) await this.#start()
      else this.#surroundings.status.show({ health: 'ok', quiescent: true, message: 'off, as bulkhead.enable says' })
    })
  }

  stop(): Promise<void> {
    return this.#next(() => this.#stop())
  }

  async execute(command: string, argument: unknown): Promise<void> {
    await this.#client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })
  }

  #next(step: () => Promise<void>): Promise<void> {
    return this.#turn = this.#turn.then(step).catch((error: unknown) => {
      this.#surroundings.log.error(error instanceof Error ? error : String(error))
      this.#surroundings.status.show({ health: 'error', quiescent: true, message: 'no server: see the output' })
    })
  }

  async #start(): Promise<void> {
    const { extensionPath, log, status } = this.#surroundings
    const bulkhead = whichBulkhead(extensionPath)
    log.info(`Server: ${bulkhead.name} (${bulkhead.module})`)
    status.show({ health: 'ok', quiescent: false, message: 'starting' }, bulkhead.name)
    const run = { module: bulkhead.module, transport: TransportKind.stdio }
    const client: LanguageClient = new LanguageClient('bulkhead', 'Bulkhead', { run, debug: run }, {
      documentSelector: documents(),
      initializationOptions: { asksReasons: true, knowsCommands: true } satisfies InitializationOptions,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      textSynchronization: { delayOpenNotifications: true },
      diagnosticPullOptions: { onChange: true, onSave: true },
      errorHandler: quietly(() => client.createDefaultErrorHandler()),
      initializationFailedHandler: () => false,
    })
    this.#client = client
    client.onNotification(statusMethod, (current: Status) => status.show(current, bulkhead.name))
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) status.show({ health: 'error', quiescent: true, message: 'the server stopped' }, bulkhead.name)
    })
    await client.start()
  }

  async #stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (client?.isRunning()) await client.stop()
  }
}

function isEnabled(): boolean {
  const folders = workspace.workspaceFolders ?? [undefined]
  return folders.some((folder) => workspace.getConfiguration('bulkhead', folder).get<boolean>('enable', true))
}

/** The library's own judgement of when to give up, without its popups: the status tells, and the output. */
function quietly(handler: () => ErrorHandler): ErrorHandler {
  let inner: ErrorHandler | undefined
  const library = () => (inner ??= handler())
  return {
    error: async (error, message, count) => ({ ...(await library().error(error, message, count)), handled: true }),
    closed: async () => ({ ...(await library().closed()), handled: true }),
  }
}
