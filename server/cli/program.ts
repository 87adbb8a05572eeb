import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { run } from './run.ts'
import type { Terminal } from './terminal.ts'

// A hook hands git's index over relative to the folder that it runs in; bulkhead asks git from the project's root.
for (const name of ['GIT_DIR', 'GIT_INDEX_FILE']) {
  const path = process.env[name]
  if (path !== undefined) process.env[name] = resolve(path)
}

// Where git says which repository but not where its files lie (a hook in a linked working tree), they lie where it started us.
if (process.env['GIT_DIR'] !== undefined) process.env['GIT_WORK_TREE'] ??= process.cwd()

const now = new Date()
const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  nodeVersion: process.versions.node,
  isOutTerminal: process.stdout.isTTY === true,
  isErrTerminal: process.stderr.isTTY === true,
  isInTerminal: process.stdin.isTTY === true,
  today: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`,
  out: (words) => { process.stdout.write(words) },
  err: (words) => { process.stderr.write(words) },
  readInput: () => text(process.stdin),
  // Loaded where something is asked, and nowhere else.
  confirm: async (question) => (await import('./prompt.ts')).confirmed(question, process.stdin, process.stderr),
  now: () => performance.now(),
  cpuMs: () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 },
  peakMiB: () => process.resourceUsage().maxRSS / 1024,
}

// `bulkhead check | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error })

try {
  // Not process.exit: it would cut off what is still on its way into a pipe.
  process.exitCode = await run(process.argv.slice(2), terminal)
} catch (error) {
  process.stderr.write(`bulkhead: this is a mistake of bulkhead itself, please report it\n${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 2
}
