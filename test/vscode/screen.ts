// What a person does in the window, and sees.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { cache } from './places.ts'

export interface Cursor {
  readonly line1: number
  readonly column1: number
}

export interface Screen {
  openFile(name: string): Promise<void>
  /** The line of the open file that has this text. */
  line(text: string): Locator
  /** Puts the cursor there, counted from 1. */
  goTo(place: Cursor): Promise<void>
  /** Opens the lightbulb's list there. */
  quickFixes(place: Cursor): Promise<Locator>
  command(title: string): Promise<void>
  /** Filters the Problems panel; the rows that are left. */
  problems(filter: string): Promise<Locator>
  /** The braces in the status bar, once what bulkhead says of itself behind them has this text; a file of its languages must be open. */
  status(text: string): Locator
  photograph(name: string): Promise<void>
}

export function onScreen(page: Page): Screen {
  const input = page.locator('.quick-input-widget input.input')
  const line = (text: string) => page.locator('.editor-instance .view-line', { hasText: text }).first()
  const goTo = async ({ line1, column1 }: Cursor) => {
    await page.keyboard.press('Control+G')
    await input.fill(`:${line1}:${column1}`)
    await page.keyboard.press('Enter')
    await page.locator('.statusbar-item', { hasText: `Ln ${line1}, Col ${column1}` }).waitFor()
  }
  return {
    line,
    async openFile(name) {
      await page.keyboard.press('Control+P')
      await input.fill(name)
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name.split('/').at(-1)! }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.tab.active', { hasText: name.split('/').at(-1)! }).waitFor()
      // What is typed next would go there while it closes.
      await input.waitFor({ state: 'hidden' })
    },
    goTo,
    async quickFixes(place) {
      await goTo(place)
      const list = page.locator('.action-widget')
      const first = list.locator('.monaco-list-row').first()
      // On a busy machine the key may come before the editor has the focus again.
      for (let tries = 0; tries < 5 && !(await first.isVisible()); tries++) {
        await page.keyboard.press('Control+.')
        await first.waitFor({ timeout: 6000 }).catch(() => undefined)
      }
      await first.waitFor()
      return list
    },
    async command(title) {
      await page.keyboard.press('F1')
      await input.fill(`>${title}`)
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click()
    },
    async problems(filter) {
      if (!(await page.locator('.markers-panel-container').isVisible())) await page.keyboard.press('Control+Shift+M')
      await page.locator('.viewpane-filter-container input').fill(filter)
      return page.locator('.markers-panel-container .monaco-list-row')
    },
    status: (text) => page.locator(`[id="status.languageStatus"][aria-label*="${text}"]`),
    async photograph(name) {
      mkdirSync(join(cache, 'shots'), { recursive: true })
      await page.screenshot({ path: join(cache, 'shots', `${name}.png`) })
    },
  }
}
