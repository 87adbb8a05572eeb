#!/usr/bin/env node
// The start, and nothing else: what V8 is told before the program comes in pieces.

import module from 'node:module'
import v8 from 'node:v8'

// Compiled once, and kept by Node in its own cache: a third of what a start costs. Node has it from 22.1 on.
if (!process.argv.includes('--no-cache')) module.enableCompileCache?.()

// A command is over before V8's last compiler has paid for itself: without it, a check takes a quarter less of all CPU. The one before the
// last is there from V8 12 on (Node 22). A server lives long enough.
if (!process.argv.includes('lsp') && Number.parseInt(process.versions.v8) >= 12) v8.setFlagsFromString('--no-opt')

await import('./program.ts')
