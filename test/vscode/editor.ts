// Which VS Code the editor suites run in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { download, SilentReporter } from '@vscode/test-electron'
import { cache } from './places.ts'
import { canInstallStandIn, installedStandIn, installStandIn, type StandIn } from './stand-in.ts'

export type Editor =
  | { readonly kind: 'desktop'; readonly executable: string }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn }

/** What is there without a download. */
export function readyEditor(): Editor | undefined {
  const executable = process.env['VSCODE_PATH']
  if (executable !== undefined && executable !== '') {
    if (!existsSync(executable)) throw new Error(`VSCODE_PATH names no file: ${executable}`)
    return { kind: 'desktop', executable }
  }
  const standIn = installedStandIn()
  return standIn && { kind: 'stand-in', standIn }
}

/** Installs one where none is ready; undefined where this machine allows neither way. */
export async function obtainEditor(say: (what: string) => void): Promise<Editor | undefined> {
  const ready = readyEditor() ?? (await downloaded())
  if (ready !== undefined || !canInstallStandIn()) return ready
  installStandIn(say)
  return readyEditor()
}

export const howToGetOne = 'The editor suites need a VS Code: set VSCODE_PATH to one, or install chromium (and xvfb where there is no display)'

async function downloaded(): Promise<Editor | undefined> {
  if (!hasDisplay() || !(await answers('https://update.code.visualstudio.com/api/releases/stable'))) return undefined
  const executable = await download({ version: 'stable', cachePath: join(cache, 'vscode'), reporter: new SilentReporter() })
  return { kind: 'desktop', executable }
}

/** A closed network refuses at once or keeps silent for ever. */
async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(5000) }).then(({ ok }) => ok, () => false)
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name] !== undefined)
}
