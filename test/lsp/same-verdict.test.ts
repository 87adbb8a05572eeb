// Trap 24: what the editor says of a tree, the command line says, and asking about many files costs one reading of the project.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { program } from '../support/repository.ts'
import { editor, type Editor } from './client.ts'

const files: Readonly<Record<string, string>> = {
  'bulkhead.yaml': `version: 1
layers: [pages, parts, data]
modules: { store: { files: app/data/store, api: index, packages: [pg] }, tides: { files: app/data/tides, uses: [store] } }
vendors: { allow: "path:app/data" }
cycles: forbid
rules: [{ id: no-console, from: "path:app/parts", forbid: "builtin:*", severity: warning, why: Parts run in browsers }]
exceptions: [{ rule: boundaries/layers, from: path:app/data/old.ts, to: path:app/pages/chart.ts, why: SHIP-3, until: never }, { rule: no-console, from: path:app/parts/gone.ts, why: SHIP-4, until: never }]
`,
  'bulkhead-baseline.yaml': '"boundaries/layers  tides chart pages": 1\n',
  'package.json': '{ "name": "harbour", "workspaces": ["packages/*"], "dependencies": { "pg": "1" }, "imports": { "#tides": "./app/data/tides/index.ts" } }',
  'packages/knots/package.json': '{ "name": "@harbour/knots", "exports": "./dist/index.js" }',
  'packages/knots/src/index.ts': "import { chart } from '@/pages/chart'\nexport const knot = chart\n",
  'tsconfig.json': '{ "extends": "./gone.json", "compilerOptions": { "paths": { "@/*": ["./app/*"] } } }',
  'app/pages/chart.ts': "import { knot } from '@harbour/knots'\nimport { store } from '../data/store/inner'\nexport const chart = [knot, store]\n",
  'app/pages/Map.vue': "<template><p>🗺️ Grüße</p></template>\n<script setup lang=\"ts\">\nimport { hidden } from '../data/store/inner'\nimport { S3Client } from '@aws-sdk/client-s3'\nnew S3Client(hidden)\n</script>\n",
  'app/parts/rope.ts': "\uFEFFimport { readFileSync } from 'node:fs'\r\nimport './nowhere'\r\nimport type { chart } from '@/pages/chart'\r\nexport const rope: typeof chart = readFileSync('🪢')\r\n",
  'app/parts/anchor.ts': "import { chain } from './chain'\nexport const anchor = chain\n",
  'app/parts/chain.ts': "import { anchor } from './anchor'\nexport const chain = anchor\n",
  'app/parts/broken.ts': "import { rope } from './rope'\nexport const broken = (\n",
  'app/data/store/index.ts': "export * from './inner'\n",
  'app/data/store/inner.ts': "import 'left-pad'\nexport const store = 1\nexport const hidden = {}\n",
  'app/data/tides/index.ts': "import { store } from '../store'\nimport { chart } from '../../pages/chart'\nexport const tides = [store, chart]\n",
  'app/data/old.ts': "import { chart } from '../pages/chart'\nimport '#tides'\n// bulkhead-ignore-next-line boundaries/layers\nimport '../parts/rope'\nexport const old = chart\n",
}

interface Told { readonly path: string; readonly line0: number; readonly columns: string; readonly rule: string; readonly severity: number; readonly message: string }

const inOrder = (all: readonly Told[]): readonly Told[] => [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What the command line calls new, and its problems. */
function toldByCommand(root: string): readonly Told[] {
  const { stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '--no-cache'], { cwd: root, encoding: 'utf8' })
  const { findings } = JSON.parse(stdout) as { findings: readonly { path: string; rule: string; status: string; severity: string; message: string; range: { start: { line: number; column: number }; end: { column: number } } }[] }
  return inOrder(findings.filter(({ status }) => status === 'new').map(({ path, rule, severity, message, range: { start, end } }) => ({
    path, rule, message, line0: start.line - 1, columns: `${start.column - 1}-${end.column - 1}`, severity: ['error', 'warning', 'info'].indexOf(severity) + 1,
  })))
}

/** What the editor shows of findings; that a cycle goes on here is a note of its own, and below a message stands what helps. */
async function toldByEditor(code: Editor, others: readonly string[] = []): Promise<readonly Told[]> {
  const all: Told[] = []
  for (const path of [...Object.keys(files), ...others]) {
    const { items } = await code.pull(path)
    for (const { code: rule, severity, message, range: { start, end } } of items) {
      if (!/^\w+\/\w+$/.test(rule) || (rule === 'boundaries/cycles' && severity === 3)) continue
      all.push({ path, rule, severity, message: message.split('\n')[0] ?? '', line0: start.line, columns: `${start.character}-${end.character}` })
    }
  }
  return inOrder(all)
}

test('trap 24: the editor says what the command line says, be the files open or not', async (t) => {
  const code = await editor(t, { files })
  const expected = toldByCommand(code.root)
  assert.deepEqual(new Set(expected.map(({ rule }) => rule)), new Set(['boundaries/api', 'boundaries/cycles', 'boundaries/layers', 'boundaries/rules', 'boundaries/undeclared', 'boundaries/unresolved', 'policy/reason', 'policy/stale', 'vendors/sdk']))
  assert.deepEqual(await toldByEditor(code), expected)
  for (const [path, text] of Object.entries(files)) code.open(path, text.replace('\uFEFF', ''))
  assert.deepEqual(await toldByEditor(code), expected)
})

test('trap 24: after every kind of change they still say the same', async (t) => {
  const code = await editor(t, { files })
  const change = async (path: string, text: string | undefined): Promise<void> => {
    const isNew = files[path] === undefined
    if (text === undefined) code.remove(path)
    else code.write(path, text)
    code.watched(path, text === undefined ? 3 : isNew ? 1 : 2)
    assert.deepEqual(await toldByEditor(code, ['app/parts/nowhere.ts']), toldByCommand(code.root), path)
  }
  await change('app/parts/nowhere.ts', "import '../pages/chart'\n")
  await change('tsconfig.json', '{}')
  await change('app/pages/chart.ts', undefined)
  await change('bulkhead.yaml', 'version: 1\nlayers: [data, parts]\n')
  await change('bulkhead-baseline.yaml', undefined)
})

test('trap 24: many open files are one project, read once', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`app/parts/part${i}.ts`, `import './part${(i + 1) % 80}'\nimport '../pages/chart'\n`]))
  const code = await editor(t, { files: { ...files, ...many } })
  const before = await code.pullAll()
  // Nobody tells of this: who reads the project again sees it.
  code.write('app/parts/new.ts', "import '../pages/chart'\n")
  for (const [path, text] of Object.entries(many)) code.open(path, text)
  for (const path of Object.keys(many)) assert.deepEqual((await code.pull(path)).items.map(({ message }) => message), before[path])
  assert.equal((await code.pull('app/parts/new.ts')).items.length, 0)
  assert.equal(code.rpc.said.filter(({ method, params }) => method === '$/progress' && JSON.stringify(params).includes('"begin"')).length, 1)
  code.watched('app/parts/new.ts', 1)
  assert.equal((await code.pull('app/parts/new.ts')).items.length, 1)
})
