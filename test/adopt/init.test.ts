// `bulkhead init` in folders on disk: what it writes, when it writes nothing, and what a check says afterwards.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const old = [
  ...Array.from({ length: 10 }, (_, i) => `// src/web/page${i}.ts\nimport '../store/rows.ts'`),
  '// src/store/rows.ts', "import '../web/page0.ts'",
].join('\n')

test('init --yes writes a configuration that checks without problems', async (t) => {
  const root = onDisk(t, shop)
  const init = await bulkhead(root, ['init', '--yes'])
  assert.equal(init.status, 0)
  assert.match(init.out, /Looked at 3 files, 2 imports between their parts/)
  assert.match(init.out, /Will write\n {2}bulkhead\.yaml +\d+ lines\n {2}bulkhead-baseline\.yaml +empty, since nothing is wrong today\n {2}\.gitattributes .*\nand touch nothing else\. Then bulkhead check finds nothing new\./)
  assert.match(init.err, /Wrote bulkhead\.yaml, bulkhead-baseline\.yaml and \.gitattributes\.\nNext: bulkhead check/)
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

test('each layer is shown with its share of imports that fit, and with those that do not, and what goes in a circle', async (t) => {
  const root = onDisk(t, old)
  const { out } = await bulkhead(root, ['init', '--yes'])
  assert.match(out, /^Suggested layers, top to bottom +files +imports that fit\n {2}web +src\/web +10 +10 of 10 100%\n {2}store +src\/store +1 +0 of 1 +0%\n/m)
  assert.match(out, /10 of 11 imports between layers fit \(90%\)\. One leads upwards:\n {2}src\/store\/rows\.ts:1 {2}store uses web \(src\/web\/page0\.ts\)\n1 group of files that import each other in a circle:\n {2}src\/store\/rows\.ts > src\/web\/page0\.ts > src\/store\/rows\.ts\n/)
  assert.match(out, /bulkhead-baseline\.yaml +2 findings of today, so that only new ones count: 1 of boundaries\/cycles, 1 of boundaries\/layers\n/)
})

test('the first check is green, and still one more import upwards is red', async (t) => {
  const root = onDisk(t, old)
  await bulkhead(root, ['init', '--yes'])
  const first = await check(root)
  assert.deepEqual([first.status, first.report.findings.map(({ rule, severity, status }) => [rule, severity, status])], [0, [['boundaries/cycles', 'error', 'known'], ['boundaries/layers', 'error', 'known']]])
  assert.equal((await bulkhead(root, ['check', '--no-baseline'])).status, 1)

  writeFileSync(join(root, 'src/store/steal.ts'), "import '../web/page1.ts'\n")
  const { status, report } = await check(root)
  assert.equal(status, 1)
  assert.deepEqual(report.findings.filter((finding) => finding.status === 'new').map(({ rule, path }) => [rule, path]), [['boundaries/layers', 'src/store/steal.ts']])
})

test('a circle of many files is known as well: its line is longer than YAML lets a key be', async (t) => {
  const names = Array.from({ length: 60 }, (_, i) => `src/business/quite-a-long-name-of-a-file-${i}.ts`)
  const root = onDisk(t, names.map((path, i) => `// ${path}\nimport './${names[(i + 1) % names.length]?.split('/').at(-1)}'`).join('\n'))
  await bulkhead(root, ['init', '--yes'])
  const { status, report } = await check(root)
  assert.deepEqual([status, report.problems, report.findings.map((finding) => finding.status)], [0, [], ['known']])
  const again = await bulkhead(root, ['baseline'])
  assert.deepEqual([again.status, again.out], [0, 'bulkhead-baseline.yaml: 1 finding known, 0 added, 0 removed\n'])
})

test('both files are written, or neither', async (t) => {
  for (const inTheWay of ['bulkhead-baseline.yaml', 'bulkhead-baseline.yaml.bulkhead-new']) {
    const root = onDisk(t, old)
    mkdirSync(join(root, inTheWay))
    const before = readdirSync(root)
    const init = await bulkhead(root, ['init', '--yes'])
    assert.equal(init.status, 2)
    assert.match(init.err, /bulkhead-baseline\.yaml c(?:ould not be written|annot be read)/)
    assert.deepEqual(readdirSync(root), before)
  }
})

test('what git is told already stays, and is not told twice', async (t) => {
  const root = onDisk(t, `# .gitattributes\n*.png binary\n${old}`)
  await bulkhead(root, ['init', '--yes'])
  assert.equal(readFileSync(join(root, '.gitattributes'), 'utf8'), '*.png binary\nbulkhead-baseline.yaml merge=union\n')
  const told = onDisk(t, `# .gitattributes\nbulkhead-baseline.yaml merge=union\n${old}`)
  assert.match((await bulkhead(told, ['init', '--yes'])).err, /Wrote bulkhead\.yaml and bulkhead-baseline\.yaml\./)
})

test('where many imports lead nowhere, something is to be done first', async (t) => {
  const root = onDisk(t, "// src/web/page.ts\nimport '../store/rows.ts'\nimport '../made/routes.ts'\n// src/store/rows.ts\nexport {}")
  assert.match((await bulkhead(root, ['init'])).out, /^1 of 2 imports lead nowhere: where a tool writes what they lead to, or installs it, run that first\.$/m)
})

test('what no baseline covers is told', async (t) => {
  const root = onDisk(t, "// src/web/page.ts\n// bulkhead-ignore-next-line boundaries/layers\nimport '../store/rows.ts'\n// src/store/rows.ts\nexport {}")
  assert.match((await bulkhead(root, ['init', '--yes'])).out, /Then bulkhead check finds 1 of policy\/reason, 1 of policy\/stale, which no baseline covers\./)
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
  assert.match(init.out, /Will write\n {2}bulkhead\.yaml /)
  assert.match(init.err, /Nothing is written, since there is no terminal to ask on\. To write it: bulkhead init --yes/)
  assert.deepEqual(['bulkhead.yaml', 'bulkhead-baseline.yaml', '.gitattributes'].filter((file) => existsSync(join(root, file))), [])
})

for (const [answer, isWritten] of [[true, true], [false, false], [undefined, false]] as const) {
  test(`on a terminal it asks first: ${answer === undefined ? 'who leaves' : answer ? 'yes' : 'no'} ${isWritten ? 'has it written' : 'leaves all as it was'}`, async (t) => {
    const root = onDisk(t, shop)
    const { status, asked } = await bulkhead(root, ['init'], { answer })
    assert.deepEqual([status, existsSync(join(root, 'bulkhead.yaml')), existsSync(join(root, 'bulkhead-baseline.yaml'))], [0, isWritten, isWritten])
    assert.deepEqual(asked, ['Write bulkhead.yaml, bulkhead-baseline.yaml and .gitattributes?'])
  })
}

test('with --yes nobody is asked, on a terminal too', async (t) => {
  const root = onDisk(t, shop)
  assert.deepEqual((await bulkhead(root, ['init', '--yes'], { answer: false })).asked, [])
  assert.equal(existsSync(join(root, 'bulkhead.yaml')), true)
})

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
    assert.deepEqual([status, report.problems, report.notes, report.findings.filter((finding) => finding.status === 'new')], [0, [], [], []], kind)
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

test('who gets an SDK from a file that hands it on is accounted for', async (t) => {
  const root = onDisk(t, `${old}\nimport Stripe from 'stripe'\nexport { Stripe }\n// src/web/till.ts\nimport { Stripe } from '../store/rows.ts'\nexport const till = Stripe`)
  const init = await bulkhead(root, ['init', '--yes'])
  assert.match(init.out, /1 of boundaries\/layers, 1 of vendors\/sdk through files that hand names on\n/)
  assert.match(written(root), /^ {2}allow: store +# SDKs of Stripe are imported here; 1 file elsewhere gets them through files that hand them on$/m)
  const { report } = await check(root)
  assert.deepEqual(report.findings.map(({ rule }) => rule).sort(), ['boundaries/cycles', 'boundaries/layers', 'vendors/sdk'])
})

interface JsonReport { readonly findings: readonly { readonly rule: string; readonly message: string; readonly severity: string; readonly status: string; readonly path: string }[]; readonly problems: readonly unknown[]; readonly notes: readonly unknown[] }

async function check(root: string): Promise<{ readonly status: number; readonly report: JsonReport }> {
  const { status, out } = await bulkhead(root, ['check', '--format', 'json'])
  return { status, report: JSON.parse(out) as JsonReport }
}

async function bulkhead(root: string, args: readonly string[], typed?: { readonly answer: boolean | undefined }): Promise<{ readonly status: number; readonly out: string; readonly err: string; readonly asked: readonly string[] }> {
  let [out, err] = ['', '']
  const isTerminal = typed !== undefined
  const asked: string[] = []
  const status = await run(args, {
    cwd: root, env: { NO_COLOR: '1' }, nodeVersion: process.versions.node, today,
    isOutTerminal: isTerminal, isErrTerminal: isTerminal, isInTerminal: isTerminal,
    out: (text) => { out += text }, err: (text) => { err += text },
    readInput: async () => '', confirm: async (question) => { asked.push(question); return typed?.answer },
    now: () => 0, cpuMs: () => 0, peakMiB: () => 0,
  })
  return { status, out, err, asked }
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
