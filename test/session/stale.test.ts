// What a living session once took to hold, and no longer did.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, Session } from '../../server/session/session.ts'
import { sessionOver } from './session-over.ts'

const layers = 'version: 1\nlayers: [{ name: shop, optional: true }, billing]\n'

test('trap 23: a folder that is gone takes its files with it', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import '../shop.old/shop/cart'\n"], ['shop.old/shop/cart.ts', '']])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).findings.map(({ rule }) => rule), ['boundaries/layers'])
  texts.delete('shop.old/shop/cart.ts')
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['shop.old'] }]).findings.map(({ rule }) => rule), ['boundaries/unresolved'])
})

test('trap 23: what a tsconfig extends may be called anything', () => {
  const base = (folder: string): string => JSON.stringify({ compilerOptions: { paths: { '@/*': [`../${folder}/*`] } } })
  const texts = new Map([
    ['bulkhead.yaml', layers], ['tsconfig.json', '{ "extends": "./config/base.json" }'], ['config/base.json', base('billing')],
    ['billing/ledger.ts', "import '@/cart'\n"], ['billing/cart.ts', ''], ['shop/cart.ts', ''],
  ])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).findings, [])
  texts.set('config/base.json', base('shop'))
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['config/base.json'] }]).findings.map(({ message }) => message), ['billing may not use shop'])
})

test('trap 23: a broken tsconfig is no problem any more when the last import went that asked for it', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['shop/tsconfig.json', '{'], ['shop/cart.ts', "import '../billing/ledger'\n"], ['billing/ledger.ts', '']])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).problems.map(({ at }) => at?.path), ['shop/tsconfig.json'])
  assert.deepEqual(session.apply([{ kind: 'text', path: 'shop/cart.ts', text: '' }]).problems, [])
})

const after = (texts: Map<string, string>, change: (session: Session) => readonly string[]): readonly string[] => {
  const session = sessionOver(texts)
  session.apply([])
  const paths = change(session)
  const said = session.apply([{ kind: 'disk', paths }])
  assert.deepEqual({ ...said, revision: 0 }, { ...sessionOver(new Map(texts)).apply([]), revision: 0 })
  return said.findings.map(({ rule, at }) => `${rule} ${at.path}`)
}

test('trap 23: what was looked for in vain is found when it comes, wherever the look-up would have ended', () => {
  const start = (): Map<string, string> => new Map([
    ['bulkhead.yaml', layers], ['billing/ledger.ts', "import './cart'\n"], ['tsconfig.json', '{ "compilerOptions": { "rootDirs": ["billing", "shop"] } }'], ['package.json', '{ "workspaces": ["packages/*"] }'],
  ])
  for (const [path, text, said] of [
    ['billing/cart.ts', '', []], ['billing/cart/index.tsx', '', []], ['billing/cart.json', '{}', []], ['shop/cart.ts', '', ['boundaries/layers billing/ledger.ts']],
    ['billing/cart/package.json', '{ "main": "../../shop/till.js" }', ['boundaries/unresolved billing/ledger.ts']],
  ] as const) {
    const texts = start()
    assert.deepEqual(after(texts, () => { texts.set(path, text); return [path] }), said, path)
  }
})

test('trap 23: a file nearer by takes an import over when it comes, and gives it back when it goes', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import '../shop/cart.js'\n"], ['shop/cart.js', ''], ['tsconfig.json', '{}']])
  assert.deepEqual(after(texts, () => { texts.set('shop/cart.ts', ''); return ['shop/cart.ts'] }), ['boundaries/layers billing/ledger.ts'])
  assert.deepEqual(after(texts, () => { texts.delete('shop/cart.ts'); texts.delete('shop/cart.js'); return ['shop/cart.ts', 'shop/cart.js'] }), ['boundaries/unresolved billing/ledger.ts'])
})

test('trap 23: files that are imported and never read count: a style sheet that goes, a manifest and a tsconfig that come', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import './ledger.css'\nimport 'harbour'\nimport '@/cart'\n"], ['billing/ledger.css', ''], ['shop/cart.ts', ''], ['packages/harbour/index.ts', '']])
  assert.deepEqual(after(texts, () => { texts.delete('billing/ledger.css'); return ['billing/ledger.css'] }), ['boundaries/unresolved billing/ledger.ts', 'boundaries/unresolved billing/ledger.ts'])
  assert.deepEqual(after(texts, () => { texts.set('billing/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["../shop/*"] } } }'); return ['billing/tsconfig.json'] }), ['boundaries/unresolved billing/ledger.ts', 'boundaries/layers billing/ledger.ts'])
  assert.deepEqual(after(texts, () => { texts.set('packages/harbour/package.json', '{ "name": "@/cart" }'); texts.set('package.json', '{ "workspaces": ["packages/*"] }'); return ['package.json', 'packages/harbour/package.json'] }), ['boundaries/unresolved billing/ledger.ts', 'boundaries/layers billing/ledger.ts'])
})

test('trap 23: other options hold for files that nobody touched', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import { cart } from '../shop/cart'\nexport const ledger = (a: cart) => a\n"], ['shop/cart.ts', "import { ledger } from '../billing/ledger'\nexport const cart = ledger\n"], ['tsconfig.json', '{}']])
  const cycles = `${layers}cycles: forbid\n`
  assert.deepEqual(after(texts, () => { texts.set('bulkhead.yaml', cycles); return ['bulkhead.yaml'] }), ['boundaries/layers billing/ledger.ts'])
  assert.deepEqual(after(texts, () => { texts.set('tsconfig.json', '{ "compilerOptions": { "verbatimModuleSyntax": true } }'); return ['tsconfig.json'] }), ['boundaries/cycles billing/ledger.ts', 'boundaries/layers billing/ledger.ts'])
  assert.deepEqual(after(texts, () => { texts.set('bulkhead.yaml', `${cycles}ignore: [shop]\n`); return ['bulkhead.yaml'] }), [])
})

test('trap 24: however many files are open and typed in, the project is listed once and every other file read once', () => {
  const texts = new Map([['bulkhead.yaml', layers], ...Array.from({ length: 50 }, (_, i) => [`billing/bill${i}.ts`, `import './bill${(i + 1) % 50}'\n`] as const)])
  const reads = new Map<string, number>()
  let lists = 0
  const session = sessionOver(texts, { listed: () => { lists++ }, read: (path) => reads.set(path, (reads.get(path) ?? 0) + 1) })
  session.apply([])
  const [sources, first] = [[...texts.keys()].filter((path) => path.endsWith('.ts')), new Map(reads)]
  for (const path of sources) session.apply([{ kind: 'text', path, text: `${texts.get(path)}import '../shop/gone'\n` }])
  assert.equal(session.snapshot().report.findings.length, 50)
  assert.equal(lists, 1)
  assert.deepEqual(reads, first)
})

test('trap 23: a comment goes on covering its finding while blank lines are typed below it, and in other files', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "// bulkhead-ignore-next-line boundaries/layers -- until May\nimport '../shop/cart'\n"], ['shop/cart.ts', ''], ['shop/till.ts', '']])
  const session = sessionOver(texts)
  session.apply([])
  session.apply([{ kind: 'text', path: 'billing/ledger.ts', text: `${texts.get('billing/ledger.ts')}\n` }])
  const said = session.apply([{ kind: 'text', path: 'shop/till.ts', text: "import './cart'\n" }])
  assert.deepEqual(said.findings.map(({ rule, status }) => `${rule} ${status}`), ['boundaries/layers allowed'])
})

test('trap 23: the last import that asks for a broken tsconfig may go after blank lines, after keys elsewhere, and together with other changes', () => {
  const start = (): Map<string, string> => new Map([['bulkhead.yaml', layers], ['shop/tsconfig.json', '{'], ['shop/cart.ts', "import '../billing/ledger'\n"], ['billing/ledger.ts', '']])
  const typed = (path: string, text: string): Change => ({ kind: 'text', path, text })
  const texts = start()
  const session = sessionOver(texts)
  session.apply([])
  session.apply([typed('shop/cart.ts', "import '../billing/ledger'\n\n")])
  session.apply([typed('billing/ledger.ts', 'process.env.TILL\nimport "pg"\n')])
  assert.deepEqual(session.apply([typed('shop/cart.ts', '')]).problems, [])

  const other = sessionOver(texts)
  other.apply([])
  texts.set('bulkhead.yaml', `${layers}cycles: forbid\n`)
  assert.deepEqual(other.apply([{ kind: 'disk', paths: ['bulkhead.yaml'] }, typed('shop/cart.ts', '')]).problems, [])
})

test('trap 23: a folder takes the place of another while a file comes, of which only the folder is told', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import '../shop/cart'\n"], ['shop/cart.ts', '']])
  const session = sessionOver(texts)
  session.apply([])
  texts.set('billing/ledger.ts', '')
  texts.set('billing/bill.ts', '')
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['billing/bill.ts'] }, { kind: 'disk', paths: ['billing'] }]).findings, [])
})

test('trap 23: what is interrupted is judged the next time', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', ''], ['billing/index.ts', "export { cart } from '../shop/cart'\n"], ['shop/cart.ts', ''], ['shop/till.ts', '']])
  let breaks = false
  const session = sessionOver(texts, { read: () => { if (breaks) throw new Error('the disk is gone') } })
  session.apply([])
  breaks = true
  assert.throws(() => session.apply([{ kind: 'text', path: 'billing/ledger.ts', text: "import { cart } from './index'\ncart()\n" }]), /the disk is gone/)
  breaks = false
  assert.deepEqual(session.apply([]).findings.map(({ at }) => at.path), ['billing/index.ts', 'billing/ledger.ts'])
})

test('trap 24: of another branch that is told file by file, no file is opened to see whether it is there', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', '']])
  const reads = new Map<string, number>()
  const session = sessionOver(texts, { read: (path) => reads.set(path, (reads.get(path) ?? 0) + 1) })
  session.apply([])
  const came = Array.from({ length: 300 }, (_, i) => `billing/bill${i}.ts`)
  for (const path of came) texts.set(path, "import '../shop/gone'\n")
  assert.equal(session.apply(came.map((path) => ({ kind: 'disk', paths: [path] }))).findings.length, 300)
  const anew = new Map<string, number>()
  sessionOver(texts, { read: (path) => anew.set(path, (anew.get(path) ?? 0) + 1) }).apply([])
  assert.deepEqual(came.map((path) => reads.get(path)), came.map((path) => anew.get(path)))
})

test('trap 24: the project is listed once, however often a compiler writes what git ignores, and again when that comes or goes', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['.gitignore', 'made/\n'], ['billing/ledger.ts', "import '../made/ledger.js'\n"]])
  let lists = 0
  const session = sessionOver(texts, { listed: () => { lists++ } })
  const after = (text: string | undefined): number => {
    if (text === undefined) texts.delete('made/ledger.js')
    else texts.set('made/ledger.js', text)
    lists = 0
    session.apply([{ kind: 'disk', paths: ['made/ledger.js'] }])
    return lists
  }
  session.apply([])
  assert.deepEqual([after('1'), after('2'), after('3'), after(undefined), after(undefined), after('4'), after('5')], [1, 0, 0, 1, 0, 1, 0])
  texts.set('.gitignore', '')
  assert.equal(session.apply([{ kind: 'disk', paths: ['.gitignore'] }]).stats.files, 2)
  texts.delete('made/ledger.js')
  assert.deepEqual(session.apply([{ kind: 'everything' }]).findings.map(({ rule }) => rule), ['boundaries/unresolved'])
  texts.set('made/ledger.js', '6')
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['made/ledger.js'] }]).findings, [])
})
