// A window of the stand-in: code-server on a free port of this machine, with a fresh profile, and a headless chromium that looks at it.
import { spawn, execFileSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { quietSettings } from './settings.ts'
import type { StandIn } from './stand-in.ts'

export interface Workbench {
  readonly page: Page
  /** As the window calls a file of this machine. */
  uri(path: string): string
  /** What the server said so far. */
  log(): string
  close(): Promise<void>
}

interface Opening {
  /** A folder, or a `.code-workspace`. */
  readonly folder: string
  readonly vsix?: string
  /** 'withheld': a folder that came from elsewhere. */
  readonly trust?: 'given' | 'withheld'
  /** Called before the page loads. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Opened with the window: what a `vscode.dev` address calls payload. */
  readonly payload?: (uri: (path: string) => string) => readonly (readonly [string, string])[]
  readonly serverOptions?: readonly string[]
}

export async function openWorkbench(standIn: StandIn, { folder, vsix, trust = 'given', prepare, payload, serverOptions = [] }: Opening): Promise<Workbench> {
  const profile = mkdtempSync(join(tmpdir(), 'bulkhead-workbench-'))
  mkdirSync(join(profile, 'user/User'), { recursive: true })
  writeFileSync(join(profile, 'user/User/settings.json'), JSON.stringify(quietSettings))
  writeFileSync(join(profile, 'config.yaml'), 'auth: none\n')
  const args = [standIn.entry, '--config', join(profile, 'config.yaml'), '--user-data-dir', join(profile, 'user'), '--extensions-dir', join(profile, 'extensions')]
  if (vsix !== undefined) execFileSync(process.execPath, [...args, '--install-extension', vsix], { env: plainEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] })

  const logFile = join(profile, 'server.log')
  const output = openSync(logFile, 'a')
  const server = spawn(process.execPath, [...args, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check',
    '--disable-getting-started-override', '--ignore-last-opened', ...(trust === 'given' ? ['--disable-workspace-trust'] : []), ...serverOptions],
  { env: plainEnvironment(), stdio: ['ignore', output, output], detached: true })
  const log = () => readFileSync(logFile, 'utf8')
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await stop(server)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const origin = await listening(server, log)
    browser = await chromium.launch({ executablePath: standIn.chromium, args: browserFlags })
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await prepare?.(page)
    // In the page, this machine's name is the page's host and port.
    const uri = (path: string) => `vscode-remote://${new URL(origin).host}${path}`
    const query = new URLSearchParams({ [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder, ...(payload && { payload: JSON.stringify(payload(uri)) }) })
    await page.goto(`${origin}/?${query}`)
    return { page, uri, log, close }
  } catch (failure) {
    await close()
    throw failure
  }
}

async function listening(server: ChildProcess, log: () => string): Promise<string> {
  for (let waitedMs = 0; waitedMs < 60_000 && server.exitCode === null; waitedMs += 50) {
    const origin = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log())?.[1]
    if (origin !== undefined) return origin
    await sleep(50)
  }
  throw new Error(`code-server does not listen:\n${log()}`)
}

/** The server leads a process group of its own: the extension host and the language server go with it. */
async function stop(server: ChildProcess) {
  if (server.exitCode !== null || server.pid === undefined) return
  const exited = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  const patience = new AbortController()
  await Promise.race([exited, sleep(5000, undefined, { signal: patience.signal }).then(() => process.kill(-server.pid!, 'SIGKILL'))])
  patience.abort()
  await exited
}

const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

/** A test may itself run within VS Code or node:test, whose variables would confuse another. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|CODE_SERVER|PORT$|PASSWORD$)/.test(name)))
}
