import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editor, plain, pulling, underlined, type Diagnostic, type Editor } from './client.ts'
import { berth, config, harbour } from './harbour.ts'

const quiet = { ...harbour, 'src/quays/crane.ts': 'export const crane = 1\n', 'src/ships/ship.ts': "export class Ship { name = 'Anna' }\n" }

test('a forbidden import is underlined at its specifier, with the rule, its page, and the line that forbids it', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/berth.ts', berth)
  const { items: [finding, ...others] } = await code.pull('src/quays/berth.ts')
  assert.ok(finding)
  assert.deepEqual(others, [])
  assert.equal(underlined(berth, finding), "'../ships/ship'")
  assert.deepEqual([finding.source, finding.code, finding.severity], ['bulkhead', 'boundaries/layers', 1])
  assert.match(finding.codeDescription?.href ?? '', /^https:\/\/.*boundaries\/layers$/)
  assert.equal(finding.message, 'src/quays may not use src/ships')
  const [because] = finding.relatedInformation ?? []
  assert.equal(because?.location.uri, code.uri('bulkhead.yaml'))
  assert.equal(because.location.range.start.line, 1)
  assert.deepEqual(finding.data, { fixes: ['allow', 'ignore'] })
})

test('what is typed counts before it is saved, in places of the text as it is now', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/berth.ts', berth)
  await code.pull('src/quays/berth.ts')
  const typed = `// ⚓ 🚢 the berths\n/* 🚢 */ ${berth}`
  code.type('src/quays/berth.ts', typed)
  const { items: [moved] } = await code.pull('src/quays/berth.ts')
  assert.equal(moved && underlined(typed, moved), "'../ships/ship'")
  code.change('src/quays/berth.ts', [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }])
  assert.deepEqual((await code.pull('src/quays/berth.ts')).items, [])
})

test('an edit is judged in the files that it affects, opened or not, and asking twice costs one answer', async (t) => {
  const code = await editor(t, { files: quiet })
  const ship = quiet['src/ships/ship.ts']
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/quays/berth.ts'])
  code.open('src/ships/ship.ts', ship)
  code.type('src/ships/ship.ts', harbour['src/ships/ship.ts'])
  const all = await code.pullAll()
  const before = await code.pull('src/ships/ship.ts')
  assert.match(all['src/quays/berth.ts']?.join() ?? '', /2 files import each other/)
  assert.match(all['src/ships/ship.ts']?.join() ?? '', /2 files import each other/)
  code.type('src/ships/ship.ts', ship)
  const after = await code.pull('src/ships/ship.ts', before.resultId)
  assert.deepEqual([after.kind, after.items], ['full', []])
  const { resultId } = await code.pull('src/quays/berth.ts')
  assert.equal((await code.pull('src/quays/berth.ts', resultId)).kind, 'unchanged')
})

test('a cycle is told once, and noted at its other imports', async (t) => {
  const code = await editor(t, { files: harbour })
  const cyclic = async (path: string): Promise<readonly Diagnostic[]> => (await code.pull(path)).items.filter((item) => item.code === 'boundaries/cycles')
  const [told] = await cyclic('src/quays/berth.ts')
  const [noted] = await cyclic('src/ships/ship.ts')
  assert.equal(told?.severity, 1)
  assert.equal(noted?.severity, 3)
  assert.equal(noted.relatedInformation?.[0]?.location.uri, code.uri('src/quays/berth.ts'))
})

test('a cycle of folders is noted at the imports that it runs over, and says where to cut and what that costs', async (t) => {
  const code = await editor(t, { files: {
    'bulkhead.yaml': 'cycles: { level: folder, every: { not: path:src/ships/old.ts } }\n',
    'src/ships/deck/ship.ts': "import { free } from '../../quays/berth'\nexport class Ship { name = 'Anna'; berths = free }\n",
    'src/ships/old.ts': "import { free } from '../quays/berth'\nexport const old = free\n",
    'src/quays/berth.ts': "import type { Ship } from '../ships/deck/ship'\nimport { sail } from '../ships/sail'\nexport const free: number | Ship = sail\n",
    'src/ships/sail.ts': 'export const sail = 1\n',
  } })
  const cyclic = async (path: string): Promise<readonly (readonly [number | undefined, number])[]> => (await code.pull(path)).items.filter((item) => item.code === 'boundaries/cycles').map(({ severity, range }) => [severity, range.start.line])
  assert.deepEqual(await cyclic('src/quays/berth.ts'), [[1, 1]])
  assert.deepEqual(await cyclic('src/ships/deck/ship.ts'), [[3, 0]])
  assert.deepEqual(await cyclic('src/ships/old.ts'), [])
  const { items: [told] } = await code.pull('src/quays/berth.ts')
  assert.match(told?.message ?? '', /\ncut: src\/ships > src\/quays \(1 import\)(?:\n|$)/)
})

test('an editor that pulls is asked to pull again when another file is affected', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/berth.ts', berth)
  code.open('src/ships/ship.ts', quiet['src/ships/ship.ts'])
  await code.pull('src/quays/berth.ts')
  await code.pull('src/ships/ship.ts')
  const refreshed = code.rpc.next(({ method }) => method === 'workspace/diagnostic/refresh')
  code.type('src/ships/ship.ts', "import { free } from '../quays/berth'\nexport class Ship { name = free }\n")
  await code.pull('src/ships/ship.ts')
  await refreshed
  assert.equal((await code.pull('src/quays/berth.ts')).items.length, 2)
})

test('other files are streamed to an editor that keeps its question open', async (t) => {
  const code = await editor(t, { files: quiet })
  const first = code.rpc.next(({ method, params }) => method === '$/progress' && (params as { token: unknown }).token === 'all')
  void code.rpc.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' })
  assert.match(JSON.stringify(await first), /src\/quays may not use src\/ships/)
  const second = code.rpc.next(({ method, params }) => method === '$/progress' && (params as { token: unknown }).token === 'all')
  code.remove('src/ships/ship.ts')
  code.watched('src/ships/ship.ts', 3)
  assert.match(JSON.stringify(await second), /leads to no file/)
})

test('trap 25: a deleted file takes its findings along, and its importers hear of it', async (t) => {
  const code = await editor(t, { files: quiet })
  assert.deepEqual(await code.pullAll(), { 'src/quays/berth.ts': ['src/quays may not use src/ships'] })
  code.remove('src/quays/berth.ts')
  code.watched('src/quays/berth.ts', 3)
  assert.deepEqual(await code.pullAll(), {})
  code.write('src/ships/crew.ts', "import './captain'\n")
  code.watched('src/ships/crew.ts', 1)
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/ships/crew.ts'])
  code.write('src/ships/captain.ts', '')
  code.watched('src/ships/captain.ts', 1)
  assert.deepEqual(await code.pullAll(), {})
})

test('trap 25: a renamed folder is known by its new name', async (t) => {
  const code = await editor(t, { files: quiet })
  await code.pullAll()
  code.remove('src/quays')
  code.write('src/shore/quays/berth.ts', berth.replace('..', '../..'))
  code.rpc.notify('workspace/didRenameFiles', { files: [{ oldUri: code.uri('src/quays'), newUri: code.uri('src/shore/quays') }] })
  assert.deepEqual(await code.pullAll(), { 'src/shore/quays/berth.ts': ['src/shore/quays may not use src/ships'] })
})

test('trap 25: another branch is read from scratch', async (t) => {
  const code = await editor(t, { files: quiet })
  await code.pullAll()
  code.write('src/quays/berth.ts', 'export const free = 3\n')
  code.watched('.git/HEAD', 2)
  assert.deepEqual(await code.pullAll(), {})
})

/** It is told, and hears of files. */
const told = { textDocument: {}, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }

test('trap 25: an editor that does not pull hears that nothing is left of a file that went', async (t) => {
  const code = await editor(t, { files: quiet, capabilities: told })
  await code.published('src/quays/berth.ts', (items) => items.length === 1)
  const gone = code.published('src/quays/berth.ts', (items) => items.length === 0)
  const there = code.published('src/quays/pier.ts', (items) => items.length === 1)
  code.remove('src/quays/berth.ts')
  code.write('src/quays/pier.ts', berth)
  code.watched('src/quays/berth.ts', 3)
  code.watched('src/quays/pier.ts', 1)
  await Promise.all([gone, there])
})

test('trap 25: a file that goes while it is open has findings until it is closed', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/berth.ts', berth)
  code.type('src/quays/berth.ts', `${berth}// later\n`)
  code.remove('src/quays/berth.ts')
  code.watched('src/quays/berth.ts', 3)
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/quays/berth.ts'])
  code.close('src/quays/berth.ts')
  assert.deepEqual(await code.pullAll(), {})
})

test('trap 25: what is closed without being saved is judged as it lies on the disk', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/crane.ts', quiet['src/quays/crane.ts'])
  code.type('src/quays/crane.ts', berth)
  assert.deepEqual(Object.keys(await code.pullAll()).sort(), ['src/quays/berth.ts', 'src/quays/crane.ts'])
  code.close('src/quays/crane.ts')
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/quays/berth.ts'])
})

test('trap 25: a file whose name only changes its case is told by its new name alone', async (t) => {
  const code = await editor(t, { files: { ...quiet, 'src/ships/fleet.ts': "import './ship'\n" } })
  await code.pullAll()
  code.remove('src/quays/berth.ts')
  code.write('src/quays/Berth.ts', berth)
  code.remove('src/ships/ship.ts')
  code.write('src/ships/Ship.ts', quiet['src/ships/ship.ts'])
  code.rpc.notify('workspace/didRenameFiles', { files: ['quays/berth', 'ships/ship'].map((path) => ({ oldUri: code.uri(`src/${path}.ts`), newUri: code.uri(`src/${path.replace(/\/./, (at) => at.toUpperCase())}.ts`) })) })
  const all = await code.pullAll()
  assert.deepEqual(Object.keys(all).sort(), ['src/quays/Berth.ts', 'src/ships/fleet.ts'])
  assert.match(all['src/ships/fleet.ts']?.join() ?? '', /'\.\/ship' leads to no file/)
})

test('trap 25: on another branch, open files count as they are typed and all others as they are there', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('src/quays/crane.ts', quiet['src/quays/crane.ts'])
  code.type('src/quays/crane.ts', "import '../ships/captain'\n")
  assert.match((await code.pullAll())['src/quays/crane.ts']?.join() ?? '', /leads to no file/)
  code.remove('src/quays/berth.ts')
  code.write('src/ships/captain.ts', '')
  code.write('bulkhead.yaml', config.replace('ships, quays', 'quays, ships'))
  code.watched('.git/HEAD', 2)
  assert.deepEqual(await code.pullAll(), {})
})

test('a mistake in the configuration is underlined there, and the last good one stays in force', async (t) => {
  const code = await editor(t, { files: quiet })
  code.open('bulkhead.yaml', config)
  await code.pull('bulkhead.yaml')
  const wrong = config.replace('cycles', 'cycels')
  const status = code.rpc.next(({ method, params }) => method === 'bulkhead/status' && (params as { health: string }).health === 'error')
  code.type('bulkhead.yaml', wrong)
  const { items: [problem, ...others] } = await code.pull('bulkhead.yaml')
  assert.deepEqual(others, [])
  assert.equal(problem?.severity, 1)
  assert.match(underlined(wrong, problem), /cycels/)
  assert.equal((await code.pull('src/quays/berth.ts')).items.length, 1)
  await status
  code.type('bulkhead.yaml', config.replace('[ships, quays]', '[quays, ships]'))
  assert.deepEqual((await code.pull('src/quays/berth.ts')).items, [])
})

test('an editor that does not pull is told, of all files and of each change', async (t) => {
  const code = await editor(t, { files: quiet, capabilities: plain })
  await code.published('src/quays/berth.ts', (items) => items.length === 1 && /src\/quays may not use src\/ships\n.*bulkhead.yaml:2/.test(items[0]?.message ?? ''))
  const cleared = code.published('src/quays/berth.ts', (items) => items.length === 0)
  code.open('src/quays/berth.ts', berth)
  code.type('src/quays/berth.ts', 'export const free = 3\n')
  assert.deepEqual(((await cleared).params as { version: number }).version, 2)
  const back = code.published('src/quays/berth.ts', (items) => items.length === 1)
  code.close('src/quays/berth.ts')
  await back
})

test('with run: onSave nothing counts before it is saved', async (t) => {
  const code = await editor(t, { files: quiet, settings: { run: 'onSave' } })
  code.open('src/quays/berth.ts', berth)
  assert.equal((await code.pull('src/quays/berth.ts')).items.length, 1)
  code.type('src/quays/berth.ts', 'export const free = 3\n')
  assert.equal((await code.pull('src/quays/berth.ts')).items.length, 1)
  code.rpc.notify('textDocument/didSave', { textDocument: { uri: code.uri('src/quays/berth.ts') } })
  assert.deepEqual((await code.pull('src/quays/berth.ts')).items, [])
})

test('settings are followed while the server runs', async (t) => {
  const code = await editor(t, { files: { ...quiet, 'src/ships/open.ts': "import '../nowhere'\n" } })
  assert.deepEqual(Object.keys(await code.pullAll()).sort(), ['src/quays/berth.ts', 'src/ships/open.ts'])
  code.open('src/quays/berth.ts', berth)
  code.settings = { workspaceDiagnostics: false }
  code.rpc.notify('workspace/didChangeConfiguration', { settings: null })
  await untilTold(code, ['src/quays/berth.ts'])
  code.settings = { enable: false }
  code.rpc.notify('workspace/didChangeConfiguration', { settings: null })
  await untilTold(code, [])
})

/** The server asks for settings when it hears that they changed; what it answers meanwhile is by the old ones. */
async function untilTold(code: Editor, paths: readonly string[]): Promise<void> {
  let told: readonly string[] = []
  for (let tries = 0; tries < 200; tries++) {
    told = Object.keys(await code.pullAll()).sort()
    if (told.join() === paths.join()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.deepEqual(told, paths)
}

test('a configuration further down makes a project of its own, when it comes and when it goes', async (t) => {
  const inner = { 'app/bulkhead.yaml': 'version: 1\nlayers: [pages, data]\n', 'app/pages/chart.ts': 'export const chart = 1\n', 'app/data/tides.ts': "export { chart } from '../pages/chart'\n" }
  const code = await editor(t, { files: { ...quiet, ...inner } })
  const outerAlone = { 'src/quays/berth.ts': ['src/quays may not use src/ships'] }
  const found = await code.pullAll()
  assert.deepEqual(found, { ...outerAlone, 'app/data/tides.ts': ['data may not use pages'] })
  code.remove('app/bulkhead.yaml')
  code.watched('app/bulkhead.yaml', 3)
  assert.deepEqual(await code.pullAll(), outerAlone)
  code.write('app/bulkhead.yaml', inner['app/bulkhead.yaml'])
  code.watched('app/bulkhead.yaml', 1)
  assert.deepEqual(await code.pullAll(), found)
})

test('several folders are several projects, and folders come and go', async (t) => {
  const files = Object.fromEntries(['north', 'south'].flatMap((side) => Object.entries(quiet).map(([path, text]) => [`${side}/${path}`, text])))
  const code = await editor(t, { files, folders: ['north'] })
  assert.deepEqual(Object.keys(await code.pullAll()), ['north/src/quays/berth.ts'])
  const change = async (event: object): Promise<void> => {
    const status = code.rpc.next(({ method }) => method === 'bulkhead/status')
    code.rpc.notify('workspace/didChangeWorkspaceFolders', { event })
    await status
  }
  await change({ added: [{ uri: code.uri('south'), name: 'south' }], removed: [] })
  assert.deepEqual(Object.keys(await code.pullAll()).sort(), ['north/src/quays/berth.ts', 'south/src/quays/berth.ts'])
  await change({ added: [], removed: [{ uri: code.uri('north'), name: 'north' }] })
  assert.deepEqual(Object.keys(await code.pullAll()), ['south/src/quays/berth.ts'])
})

test('a byte order mark is no part of the text', async (t) => {
  const code = await editor(t, { files: { ...quiet, 'src/quays/berth.ts': `\uFEFF${berth}` } })
  code.open('src/quays/berth.ts', berth)
  const { items: [finding] } = await code.pull('src/quays/berth.ts')
  assert.equal(finding && underlined(berth, finding), "'../ships/ship'")
})

test('indexing shows as progress, and the state in one line', async (t) => {
  const code = await editor(t, { files: quiet })
  await code.pullAll()
  const kinds = code.rpc.said.filter(({ method }) => method === '$/progress').map(({ params }) => (params as { value: { kind: string } }).value.kind)
  assert.deepEqual(kinds, ['begin', 'end'])
  const states = code.rpc.said.filter(({ method }) => method === 'bulkhead/status').map(({ params }) => params as { quiescent: boolean; message: string })
  assert.equal(states[0]?.quiescent, false)
  assert.match(states.at(-1)?.message ?? '', /^3 files, 1 finding, \d+\.\d s$/)
  const registered = code.rpc.said.filter(({ method }) => method === 'client/registerCapability')
  assert.equal(registered.length, 1)
})

test('an editor that watches files itself is not asked to', async (t) => {
  const code = await editor(t, { files: quiet, capabilities: pulling, options: { watchesFiles: true } })
  await code.pullAll()
  assert.deepEqual(code.rpc.said.filter(({ method }) => method === 'client/registerCapability'), [])
})
