// Shows what bulkhead finds in a small product that is wrong on purpose, and what to look at next. A demonstration: it ends with 0 where the same
// `check` by itself ends with 1.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--cwd', 'examples/startup'], { stdio: 'inherit' })
console.log(`
That was examples/startup, which is wrong on purpose. Next:
  code examples/README.md                                          what is wrong, finding by finding
  node dist/cli.js check --cwd examples/startup-fixed              the same product put right
  node dist/cli.js explain business/canvas inference/queue --cwd examples/startup
  node dist/cli.js vendors --cwd examples/startup                  what leaving each vendor would take
  node dist/cli.js init --cwd YOUR/PROJECT                         a first bulkhead.yaml for your own code`)
process.exitCode = status === 1 ? 0 : 1
