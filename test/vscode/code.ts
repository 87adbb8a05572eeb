#!/usr/bin/env node
// Stands in for the executable `code` as @vscode/test-electron starts it: takes its command line, runs the suite inside the extension
// host of the stand-in, and exits as the suite ends.
import { parseArgs } from 'node:util'
import { installedStandIn } from './stand-in.ts'
import { openWorkbench } from './workbench.ts'

const { values, positionals } = parseArgs({
  strict: false, allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
})
const standIn = installedStandIn()
const [folder] = positionals
const extension = values['extensionDevelopmentPath']
const suite = values['extensionTestsPath']
if (standIn === undefined || folder === undefined || typeof extension !== 'string' || typeof suite !== 'string') throw new Error('no stand-in, or not called as test-electron does')

const hostLog: string[] = []
let end: (code: number) => void
const ended = new Promise<number>((resolve) => { end = resolve })
const workbench = await openWorkbench(standIn, {
  folder,
  // Without it, a built VS Code for the web ignores the two paths.
  serverOptions: ['--vscode-option', 'enable-smoke-test-driver'],
  payload: (uri) => [['extensionDevelopmentPath', uri(extension)], ['extensionTestsPath', uri(suite)]],
  prepare: async (page) => {
    // The window calls these two where they exist.
    await page.exposeFunction('codeAutomationLog', (kind: string, said: readonly unknown[]) => { hostLog.push(`[${kind}] ${said.map(String).join(' ')}`) })
    await page.exposeFunction('codeAutomationExit', (code: number) => end(code))
  },
})
const patience = setTimeout(() => {
  console.error('the suite did not end in three minutes')
  end(1)
}, 180_000)
try {
  process.exitCode = await ended
  if (process.exitCode !== 0) console.error([...hostLog, workbench.log()].join('\n'))
} finally {
  clearTimeout(patience)
  await workbench.close()
}
