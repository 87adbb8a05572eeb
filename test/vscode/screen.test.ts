// The packed extension, installed into a window and used as a person would, on the start-up of the examples.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { root } from './places.ts'
import { onScreen, type Cursor, type Screen } from './screen.ts'
import { openWindow } from './window.ts'

const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-screen-'))), 'startup')
let page: Page
let screen: Screen
let close: () => Promise<void>

before(async () => {
  cpSync(join(root, 'examples/startup'), folder, { recursive: true })
  const window = await openWindow({ folder })
  page = window.page
  close = window.close
  screen = onScreen(page)
}, { timeout: 120_000 })

after(async () => {
  await screen?.photograph('last')
  await close?.()
  rmSync(join(folder, '..'), { recursive: true, force: true })
}, { timeout: 30_000 })

test('a forbidden import is underlined where it is written', async () => {
  await screen.openFile('src/business/social/post.ts')
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  await screen.photograph('squiggle')
})

test('hovering it tells what is wrong, and where that is said', async () => {
  await screen.line("'../canvas/boards'").getByText("'../canvas/boards'").first().hover()
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'boundaries/layers' })
  await hover.waitFor()
  await screen.photograph('hover')
  assert.match(await hover.innerText(), /bulkhead\.yaml/)
})

test('the Problems panel lists the findings of files that nobody opened, with the line that says so', async () => {
  const rows = await screen.problems('limits.ts')
  await rows.filter({ hasText: 'infrastructure/subscriptions may not use business/canvas' }).waitFor()
  await rows.filter({ hasText: 'bulkhead.yaml' }).first().waitFor()
  await screen.problems('')
  await screen.photograph('problems')
})

test('a quick fix, taken and saved, ends the finding', async () => {
  const list = await screen.quickFixes(placeOf("'../canvas/boards'", 'src/business/social/post.ts'))
  await screen.photograph('quick-fix')
  await list.locator('.monaco-list-row', { hasText: /^Import loadBoard/ }).first().click()
  await screen.line("'../canvas'").waitFor()
  await page.keyboard.press('Control+S')
  await saved('src/business/social/post.ts', /import \{ loadBoard \} from '\.\.\/canvas'/)
  await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' })
  await screen.photograph('fixed')
})

test('ignoring asks for the reason, and writes it down', async () => {
  await screen.openFile('src/infrastructure/subscriptions/limits.ts')
  await page.locator('.editor-instance .squiggly-error').first().waitFor()
  const list = await screen.quickFixes(placeOf("'../../business/canvas'", 'src/infrastructure/subscriptions/limits.ts'))
  await list.locator('.monaco-list-row', { hasText: /^Ignore/ }).first().click()
  const input = page.locator('.quick-input-widget input.input')
  await input.fill('counted by the storage from May on')
  await screen.photograph('reason')
  await page.keyboard.press('Enter')
  await screen.line('bulkhead-ignore-next-line').waitFor()
  await page.keyboard.press('Control+S')
  await saved('src/infrastructure/subscriptions/limits.ts', /\/\/ bulkhead-ignore-next-line boundaries\/layers -- counted by the storage from May on\n/)
  await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' })
})

test('a mistake in bulkhead.yaml is underlined there, until it is put right', async () => {
  await screen.openFile('bulkhead.yaml')
  await screen.goTo(placeOf('cycles: forbid', 'bulkhead.yaml'))
  await page.keyboard.type('x')
  await page.locator('.editor-instance .squiggly-error').first().waitFor()
  await screen.photograph('mistake')
  await page.keyboard.press('Backspace')
  await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' })
})

test('in bulkhead.yaml a lens over each entry counts its files and findings', async () => {
  await page.locator('.codelens-decoration', { hasText: /\d+ files? · \d+ findings?/ }).first().waitFor()
  await screen.photograph('lenses')
})

test('hovering a module there tells what it takes', async () => {
  await screen.goTo(placeOf('src/inference/clusters', 'bulkhead.yaml'))
  await screen.line('src/inference/clusters').getByText('src/inference/clusters').first().hover()
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'files' })
  await hover.waitFor()
  await screen.photograph('pattern')
  assert.match(await hover.innerText(), /\d+ files/)
})

test('names complete there while they are typed', async () => {
  const place = placeOf('    forbid: inference', 'bulkhead.yaml')
  await screen.goTo({ line1: place.line1, column1: place.column1 + '    forbid: '.length })
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('inference/q')
  const offered = page.locator('.suggest-widget .monaco-list-row', { hasText: 'inference/queue' })
  await offered.first().waitFor()
  await screen.photograph('completion')
  await page.keyboard.press('Escape')
  for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+Z')
  await screen.line('forbid: inference').waitFor()
})

test('the status tells that bulkhead is at rest, and nothing pops up', async () => {
  await screen.status('bundled').click()
  const status = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Bulkhead' })
  await status.waitFor()
  await screen.photograph('status')
  assert.match(await status.innerText(), /files.*bundled \d+\.\d+\.\d+/s)
  assert.equal(await page.locator('.notification-toast').count(), 0)
})

/** In a file as it is on disk. */
function placeOf(text: string, name: string): Cursor {
  const [before = ''] = readFileSync(join(folder, name), 'utf8').split(text)
  const lines = before.split('\n')
  return { line1: lines.length, column1: lines.at(-1)!.length + 1 }
}

async function saved(name: string, content: RegExp) {
  const now = () => readFileSync(join(folder, name), 'utf8')
  for (let waitedMs = 0; waitedMs < 10_000 && !content.test(now()); waitedMs += 100) await sleep(100)
  assert.match(now(), content)
}
