// The process around the language server: standard input and output, or Node's own channel between processes.

import { createMessageConnection, IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { serve } from './loop.ts'

const isIpc = process.argv.includes('--node-ipc')
const complain = (message: string): void => { process.stderr.write(`${message}\n`) }
const logger = { error: complain, warn: complain, info: complain, log: complain }

// Standard output carries messages alone.
console.log = console.info = console.error

const connection = isIpc
  ? createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process), logger)
  : createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout), logger)

const loop = serve(connection, {
  today: () => {
    const now = new Date()
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
  },
  exit: (code) => process.exit(code),
  watchParent: (processId) => { setInterval(() => { if (!isAlive(processId)) loop.closed() }, 3000).unref() },
  complain,
})

if (isIpc) process.on('disconnect', () => loop.closed())
else process.stdin.on('end', () => loop.closed()).on('close', () => loop.closed())
// The editor stopped listening: its end of the pipe is closed, and standard input tells so too.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error })

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    // Not permitted to signal it, so it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
