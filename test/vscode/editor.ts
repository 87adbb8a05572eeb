// Which VS Code the editor suites run in: the one that VSCODE_PATH names, an installed stand-in, a download, a stand-in installed now.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { download, SilentReporter } from '@vscode/test-electron'
import { command } from './command.ts'
import { cache } from './places.ts'
import { canInstallStandIn, installedStandIn, installStandIn, type StandIn } from './stand-in.ts'

export type Editor =
  | { readonly kind: 'desktop'; readonly executable: string }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn }
  /** One line for people: what to install. */
  | { readonly kind: 'none'; readonly hint: string }

const none = { kind: 'none', hint: 'The editor suites need a VS Code: set VSCODE_PATH to one, or install chromium, make, g++ and python3 for the stand-in' } satisfies Editor

/** What is there without a download. */
export function readyEditor(): Editor {
  const executable = process.env['VSCODE_PATH']
  if (executable !== undefined && executable !== '') {
    return existsSync(executable) ? { kind: 'desktop', executable } : { kind: 'none', hint: `VSCODE_PATH names no file: ${executable}` }
  }
  const standIn = installedStandIn()
  return standIn === undefined ? none : { kind: 'stand-in', standIn }
}

/** Installs one where none is ready. */
export async function obtainEditor(say: (what: string) => void): Promise<Editor> {
  const ready = readyEditor()
  if (ready !== none) return ready
  const fetched = await downloaded()
  if (fetched !== undefined) return fetched
  if (!canInstallStandIn()) return none
  const failed = installStandIn(say)
  return failed === undefined ? readyEditor() : { kind: 'none', hint: `${none.hint} (installing that failed at: ${failed})` }
}

/** What to put before a command so that a window on the desktop finds a screen. */
export function onDisplay(): readonly string[] {
  return hasDisplay() || command('xvfb-run') === undefined ? [] : ['xvfb-run', '-a']
}

async function downloaded(): Promise<Editor | undefined> {
  const canShow = hasDisplay() || command('xvfb-run') !== undefined
  if (!canShow || !(await answers('https://update.code.visualstudio.com/api/releases/stable'))) return undefined
  // A download that breaks off is as good as none: the next in order is tried.
  const executable = await download({ version: 'stable', cachePath: join(cache, 'vscode'), reporter: new SilentReporter() }).catch(() => undefined)
  return executable === undefined ? undefined : { kind: 'desktop', executable }
}

/** A closed network refuses at once, or keeps silent for ever. */
async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(5000) }).then(({ ok }) => ok, () => false)
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name] !== undefined)
}
