// A window of VS Code on the desktop, with a fresh profile, seen through the debugging port of its Electron.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron'
import { chromium, type Browser, type Page } from 'playwright-core'
import { quietSettings } from './settings.ts'

interface Opening {
  readonly folder: string
  readonly vsix: string
  readonly trust?: 'given' | 'withheld'
}

interface Window {
  readonly page: Page
  close(): Promise<void>
}

export async function openDesktop(executable: string, { folder, vsix, trust = 'given' }: Opening): Promise<Window> {
  const profile = mkdtempSync(join(tmpdir(), 'bulkhead-desktop-'))
  mkdirSync(join(profile, 'user/User'), { recursive: true })
  writeFileSync(join(profile, 'user/User/settings.json'), JSON.stringify(quietSettings))
  const own = ['--user-data-dir', join(profile, 'user'), '--extensions-dir', join(profile, 'extensions')]
  const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable)
  execFileSync(existsSync(cli) ? cli : executable, [...own, '--no-sandbox', '--install-extension', vsix], { stdio: ['ignore', 'ignore', 'inherit'] })

  const port = await freePort()
  const code = spawn(executable, [folder, ...own, `--remote-debugging-port=${port}`, '--new-window', '--no-sandbox', '--disable-gpu-sandbox', '--disable-updates',
    '--skip-welcome', '--skip-release-notes', ...(trust === 'given' ? ['--disable-workspace-trust'] : [])], { stdio: 'ignore' })
  const close = async () => {
    if (code.exitCode === null && code.kill()) await once(code, 'exit')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { page: await workbenchOf(await attached(port)), close }
  } catch (failure) {
    await close()
    throw failure
  }
}

async function attached(port: number): Promise<Browser> {
  for (let waitedMs = 0; ; waitedMs += 250) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    } catch (refused) {
      if (waitedMs > 60_000) throw new Error('VS Code opened no debugging port', { cause: refused })
      await sleep(250)
    }
  }
}

async function workbenchOf(browser: Browser): Promise<Page> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 250) {
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      if (await page.locator('.monaco-workbench').count() > 0) return page
    }
    await sleep(250)
  }
  throw new Error('VS Code opened no window')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
