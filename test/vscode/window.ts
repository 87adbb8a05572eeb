import assert from 'node:assert/strict'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openDesktop } from './desktop.ts'
import { readyEditor } from './editor.ts'
import { root } from './places.ts'
import { openWorkbench } from './workbench.ts'

export interface Window {
  readonly page: Page
  close(): Promise<void>
}

interface Opening {
  readonly folder: string
  readonly trust?: 'given' | 'withheld'
}

/** A window on a folder, with a fresh profile and the packed extension in it. */
export async function openWindow(opening: Opening): Promise<Window> {
  const editor = readyEditor()
  if (editor.kind === 'none') assert.fail(editor.hint)
  const vsix = newestVsix()
  const window = editor.kind === 'desktop' ? await openDesktop(editor.executable, { ...opening, vsix }) : await openWorkbench(editor.standIn, { ...opening, vsix })
  window.page.setDefaultTimeout(30_000)
  await window.page.locator('.monaco-workbench').waitFor()
  return window
}

function newestVsix(): string {
  const made = (path: string) => statSync(path).mtimeMs
  const [newest] = globSync('bulkhead-*.vsix', { cwd: root }).map((name) => join(root, name)).toSorted((a, b) => made(b) - made(a))
  assert.ok(newest, 'no VSIX: npm run package makes one')
  return newest
}
