// `bulkhead init` in folders on disk: what it writes, when it writes nothing, and what a check says afterwards.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { run } from '../../server/cli/run.ts'
import { readProject } from '../support/read-project.ts'
import { today } from '../support/project.ts'

const shop = `
  # package.json
  { "name": "shop", "type": "module", "dependencies": { "@aws-sdk/client-secrets-manager": "3" } }
  // src/web/page.ts
  import { cart } from '../domain/cart.ts'
  export const page = cart
  // src/domain/cart.ts
  import { rows } from '../store/rows.ts'
  export const cart = rows
  // src/store/rows.ts
  import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
  export const rows = SecretsManagerClient
  // src/store/rows.test.ts
  import { page } from '../web/page.ts'
`

test('init --yes writes a configuration that checks without problems', async (t) => {
  const root = onDisk(t, shop)
  const init = await bulkhead(root, ['init', '--yes'])
  assert.equal(init.status, 0)
  assert.match(init.out, /Looked at 3 files, 2 imports between their parts/)
  assert.match(init.out, /after which bulkhead check says: 0 errors, 0 warnings/)
  assert.match(init.err, /Wrote bulkhead\.yaml\.\nNext: bulkhead check/)
  assert.match(written(root), /^layers:.*\n {2}- web\n {2}- domain\n {2}- store\n/m)
  assert.match(written(root), /^ {2}allow: store /m)

  const { status, report } = await check(root)
  assert.deepEqual([status, report.problems, report.notes, report.findings], [0, [], [], []])
})

test('what it proposed is enforced', async (t) => {
  const root = onDisk(t, shop)
  await bulkhead(root, ['init', '--yes'])
  writeFileSync(join(root, 'src/store/peek.ts'), "import { page } from '../web/page.ts'\nexport const peek = page\n")
  const { status, report } = await check(root)
  assert.equal(status, 1)
  assert.deepEqual(report.findings.map(({ rule, message }) => [rule, message]), [['boundaries/layers', 'src/store may not use src/web']])
})

test('what does not fit is shown, and is what the first check finds', async (t) => {
  const pages = Array.from({ length: 10 }, (_, i) => `// src/web/page${i}.ts\nimport '../store/rows.ts'`)
  const root = onDisk(t, [...pages, '// src/store/rows.ts', "import '../web/page0.ts'"].join('\n'))
  const init = await bulkhead(root, ['init', '--yes'])
  assert.match(init.out, /10 of 11 imports fit \(90%\)\. One leads upwards:\n {2}src\/store\/rows\.ts:1 {2}store uses web \(src\/web\/page0\.ts\)\n1 group of files that import each other in a circle\./)
  assert.match(init.out, /bulkhead check says: 1 error, 1 warning/)
  const { status, report } = await check(root)
  assert.equal(status, 1)
  assert.deepEqual(report.findings.map(({ rule, severity }) => `${severity} ${rule}`).sort(), ['error boundaries/layers', 'warning boundaries/cycles'])
})

test('a configuration that is there stays as it is, with --yes too', async (t) => {
  const root = onDisk(t, `${shop}
  # bulkhead.yaml
  cycles: forbid   # mine
`)
  const before = written(root)
  const init = await bulkhead(root, ['init', '--yes'])
  assert.equal(init.status, 2)
  assert.match(init.out, /^-cycles: forbid {3}# mine$/m)
  assert.match(init.out, /^\+layers:/m)
  assert.match(init.err, /bulkhead\.yaml is there already: what a person wrote is not rewritten/)
  assert.equal(written(root), before)
})

test('without a terminal it shows what it would write, and how to', async (t) => {
  const root = onDisk(t, shop)
  const init = await bulkhead(root, ['init'])
  assert.equal(init.status, 0)
  assert.match(init.out, /Will write bulkhead\.yaml/)
  assert.match(init.err, /Nothing is written, since there is no terminal to ask on\. To write it: bulkhead init --yes/)
  assert.equal(existsSync(join(root, 'bulkhead.yaml')), false)
})

for (const [typed, isWritten] of [['', true], ['Y', true], ['yes', true], ['n', false], ['what?', false], [undefined, false]] as const) {
  test(`on a terminal it asks first: ${typed === undefined ? 'an input that ends' : `'${typed}'`} ${isWritten ? 'means yes' : 'writes nothing'}`, async (t) => {
    const root = onDisk(t, shop)
    const { status } = await bulkhead(root, ['init'], { answer: typed })
    assert.deepEqual([status, existsSync(join(root, 'bulkhead.yaml'))], [0, isWritten])
  })
}

test('each kind of project gets a configuration without problems', async (t) => {
  const projects = {
    empty: '# package.json\n{ "name": "plans" }',
    single: '// main.ts\nexport {}',
    flat: "// main.ts\nimport './cart.ts'\n// cart.ts\nexport {}",
    knot: ["// src/shop/a.ts\nimport '../billing/a.ts'\nimport '../billing/b.ts'", "// src/billing/a.ts\nimport '../shop/b.ts'\nimport '../shop/c.ts'", '// src/billing/b.ts', 'export {}', '// src/shop/b.ts', 'export {}', '// src/shop/c.ts', 'export {}'].join('\n'),
    names: "// src/[id]/page.ts\nimport '../@kernel/money.ts'\n// src/on/light.ts\nimport '../@kernel/money.ts'\n// src/@kernel/money.ts\nexport {}",
    beside: "// src/main.ts\nimport Stripe from 'stripe'\nimport './web/page.ts'\n// src/web/page.ts\nimport '../store/rows.ts'\n// src/store/rows.ts\nexport {}",
    elsewhere: "// src/web/page.ts\nimport '../store/rows.ts'\n// src/store/rows.ts\nexport {}\n// src/plans/store/map.ts\nexport {}",
    workspaces: [
      '# package.json', '{ "name": "yard", "workspaces": ["apps/*", "packages/*"] }',
      '# apps/web/package.json', '{ "name": "@yard/web", "dependencies": { "@yard/hull": "*" } }', '// apps/web/page.ts', "import '@yard/hull'",
      '# packages/hull/package.json', '{ "name": "@yard/hull", "main": "index.ts" }', '// packages/hull/index.ts', "import Stripe from 'stripe'",
    ].join('\n'),
  }
  for (const [kind, text] of Object.entries(projects)) {
    const root = onDisk(t, text)
    const init = await bulkhead(root, ['init', '--yes'])
    assert.equal(init.status, 0, `${kind}: ${init.err}`)
    const { status, report } = await check(root)
    assert.deepEqual([status, report.problems, report.notes, report.findings.filter(({ severity }) => severity === 'error')], [0, [], [], []], kind)
  }
})

test('layers that a check finds fault with give way to modules alone', async (t) => {
  const root = onDisk(t, `
  # package.json
  { "name": "yard", "workspaces": ["tools/*", "packages/*"] }
  # tools/crane/package.json
  { "name": "crane", "dependencies": { "tools": "*" } }
  // tools/crane/lift.ts
  import 'tools'
  // tools/run.ts
  import './crane/lift.ts'
  # packages/tools/package.json
  { "name": "tools", "main": "index.ts" }
  // packages/tools/index.ts
  export {}
  `)
  const init = await bulkhead(root, ['init', '--yes'])
  assert.equal(init.status, 0, init.err)
  assert.match(init.out, /No layers suggested: those that the imports suggest cannot be told apart/)
  assert.match(written(root), /^modules:$/m)
  assert.doesNotMatch(written(root), /^layers:/m)
  const { status, report } = await check(root)
  assert.deepEqual([status, report.problems, report.notes], [0, [], []])
})

test('where no name of the project can be written, what is left names nothing of it', async (t) => {
  const root = onDisk(t, "// src/web/page.ts\nimport '../{draft/pay.ts'\nimport '../store/rows.ts'\n// src/store/rows.ts\nexport {}\n// src/{draft/pay.ts\nimport Stripe from 'stripe'\nexport const pay = Stripe")
  const init = await bulkhead(root, ['init', '--yes'])
  assert.equal(init.status, 0, init.err)
  assert.match(written(root), /^# layers: .*\n\n# vendors: .*# SDKs of Stripe are imported; this says in which layer or module they belong\n\ncycles: forbid /m)
  const { status, report } = await check(root)
  assert.deepEqual([status, report.problems, report.notes], [0, [], []])
})

test('errors that a check will find are all accounted for', async (t) => {
  const pages = Array.from({ length: 10 }, (_, i) => `// src/web/page${i}.ts\nimport '../store/rows.ts'`)
  const root = onDisk(t, [...pages, '// src/store/rows.ts', "import Stripe from 'stripe'\nimport '../web/page0.ts'\nexport { Stripe }", '// src/web/till.ts', "import { Stripe } from '../store/rows.ts'\nexport const till = Stripe"].join('\n'))
  const init = await bulkhead(root, ['init', '--yes'])
  assert.match(init.out, /One leads upwards:/)
  assert.match(init.out, /bulkhead check says: 2 errors \(1 of boundaries\/layers, 1 of vendors\/sdk through files that hand names on\), 1 warning\./)
  assert.match(written(root), /^ {2}allow: store +# SDKs of Stripe are imported here; 1 file elsewhere gets them through files that hand them on$/m)
  const { report } = await check(root)
  assert.deepEqual(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule).sort(), ['boundaries/layers', 'vendors/sdk'])
})

interface JsonReport { readonly findings: readonly { readonly rule: string; readonly message: string; readonly severity: string }[]; readonly problems: readonly unknown[]; readonly notes: readonly unknown[] }

async function check(root: string): Promise<{ readonly status: number; readonly report: JsonReport }> {
  const { status, out } = await bulkhead(root, ['check', '--format', 'json'])
  return { status, report: JSON.parse(out) as JsonReport }
}

async function bulkhead(root: string, args: readonly string[], typed?: { readonly answer: string | undefined }): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const isTerminal = typed !== undefined
  const status = await run(args, {
    cwd: root, env: { NO_COLOR: '1' }, nodeVersion: process.versions.node, today,
    isOutTerminal: isTerminal, isErrTerminal: isTerminal, isInTerminal: isTerminal,
    out: (text) => { out += text }, err: (text) => { err += text },
    readInput: async () => '', ask: async () => typed?.answer,
    now: () => 0, cpuMs: () => 0, peakMiB: () => 0,
  })
  return { status, out, err }
}

/** A project as readProject understands it, in a folder of its own. */
function onDisk(t: TestContext, text: string): string {
  const root = mkdtempSync(join(tmpdir(), 'bulkhead-init-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of readProject(text).files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

function written(root: string): string {
  return readFileSync(join(root, 'bulkhead.yaml'), 'utf8')
}
