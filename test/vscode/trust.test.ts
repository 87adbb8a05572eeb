// A folder may bring a bulkhead of its own, which is code. It runs only in a folder that is trusted.
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { root } from './places.ts'
import { onScreen, type Screen } from './screen.ts'
import { openWindow } from './window.ts'

const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-trust-'))), 'harbour')
const trace = join(folder, 'ran')
let page: Page
let screen: Screen
let close: () => Promise<void>

before(async () => {
  cpSync(join(root, 'test/fixtures/editor/harbour'), folder, { recursive: true })
  const own = join(folder, 'node_modules/bulkhead')
  mkdirSync(join(own, 'dist'), { recursive: true })
  writeFileSync(join(own, 'package.json'), '{ "name": "bulkhead", "version": "99.0.0", "type": "module" }')
  const server = pathToFileURL(join(root, 'dist/lsp.js')).href
  writeFileSync(join(own, 'dist/lsp.js'), `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(trace)}, '')\nawait import(${JSON.stringify(server)})\n`)
  const window = await openWindow({ folder, trust: 'withheld' })
  page = window.page
  close = window.close
  screen = onScreen(page)
}, { timeout: 120_000 })

after(async () => {
  await screen?.photograph('trust-last')
  await close?.()
  rmSync(join(folder, '..'), { recursive: true, force: true })
}, { timeout: 30_000 })

test('an untrusted folder is checked by the bundled bulkhead, and none of its code runs', async () => {
  await screen.openFile('src/quays/berth.ts')
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  await screen.status('bundled').waitFor()
  assert.equal(existsSync(trace), false)
  await screen.photograph('untrusted')
})

test("once it is trusted, the project's own bulkhead takes over", async () => {
  await screen.command('Workspaces: Manage Workspace Trust')
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click()
  await screen.status("the project's own 99.0.0").waitFor()
  assert.equal(existsSync(trace), true)
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  await screen.photograph('trusted')
})
