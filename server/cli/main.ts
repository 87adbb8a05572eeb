#!/usr/bin/env node
// The start, and nothing else, so that all else is compiled once and kept by Node in its own cache: a third of what a start costs.

import module from 'node:module'

// Node has it from 22.1 on. Who wants nothing kept between runs says so.
if (!process.argv.includes('--no-cache')) module.enableCompileCache?.()
await import('./program.ts')
