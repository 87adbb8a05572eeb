// Which circles an entry under `cycles` speaks of: those between folders, and those that every, some and from pick.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

/** 'sea/bow.ts > sea/hull.ts': one file imports the other. */
function drawn(config: string, imports: readonly string[]): string {
  const lines = new Map<string, string[]>()
  for (const [from = '', to = ''] of imports.map((each) => each.split(' > '))) {
    lines.set(from, [...lines.get(from) ?? [], `import '/${to}'`.replace("'/", `'${'../'.repeat(from.split('/').length - 1) || './'}`)])
    lines.set(to, lines.get(to) ?? [])
  }
  return `# bulkhead.yaml\n${config}\n${[...lines].map(([path, text]) => `// ${path}\n${text.join('\n')}\n`).join('')}`
}

function told(config: string, imports: readonly string[]): readonly string[] {
  const { report } = project(drawn(config, imports))
  assert.deepEqual(report.problems.filter(({ kind }) => kind !== 'syntax'), [])
  return report.findings.filter(({ rule }) => rule === 'boundaries/cycles').map(({ message }) => message.replace(/^(\d+) (\w+)s import each other: /, '$2 '))
}

const features = [
  'features/cart/one.ts > features/cart/two.ts', 'features/cart/two.ts > features/cart/one.ts',
  'features/till/one.ts > features/till/two.ts', 'features/till/two.ts > lib/money.ts', 'lib/money.ts > features/till/one.ts',
  'lib/a.ts > lib/b.ts', 'lib/b.ts > lib/a.ts',
]

test('every: of a circle that leaves these files nothing is said', () => {
  assert.deepEqual(told('cycles: { every: path:features }', features), ['file features/cart/one.ts > features/cart/two.ts > features/cart/one.ts'])
  assert.deepEqual(told('cycles: { every: { not: path:lib/money.ts } }', features).length, 2)
})

test('every: a circle that goes on without the files outside is told without them', () => {
  const imports = ['sea/bow.ts > sea/hull.ts', 'sea/hull.ts > sea/bow.ts', 'sea/hull.ts > land/quay.ts', 'land/quay.ts > sea/bow.ts']
  assert.deepEqual(told('cycles: forbid', imports), ['file land/quay.ts > sea/bow.ts > sea/hull.ts > land/quay.ts'])
  const { report } = project(drawn('cycles: { every: path:sea }', imports))
  assert.deepEqual(report.findings.map(({ message, via }) => [message, via]), [['2 files import each other: sea/bow.ts > sea/hull.ts > sea/bow.ts', ['sea/hull.ts']]])
})

test('some: groups with a member in it are told whole', () => {
  assert.deepEqual(told('cycles: { some: path:lib }', features), ['file features/till/one.ts > … > features/till/one.ts', 'file lib/a.ts > lib/b.ts > lib/a.ts'])
  assert.deepEqual(told('cycles: { some: path:features/cart }', features), ['file features/cart/one.ts > features/cart/two.ts > features/cart/one.ts'])
})

test('from: as some, and its captures stand for their values in every', () => {
  const crossing = [...features, 'features/cart/two.ts > features/till/one.ts', 'lib/money.ts > features/cart/one.ts']
  assert.deepEqual(told('cycles: { from: path:features }', features).length, 2)
  assert.deepEqual(told('cycles: { every: path:features }', [...crossing, 'features/till/two.ts > features/cart/one.ts']), ['file features/cart/one.ts > features/cart/two.ts > features/cart/one.ts'])
  assert.deepEqual(told('cycles: { from: "path:features/{f}", every: "path:features/{f}" }', crossing), ['file features/cart/one.ts > features/cart/two.ts > features/cart/one.ts'])
})

test('from: its captures stand for their values in some, where not takes the others', () => {
  const imports = [...features, 'features/cart/one.ts > features/shelf/one.ts', 'features/shelf/one.ts > features/cart/two.ts', 'features/shelf/in.ts > features/shelf/out.ts', 'features/shelf/out.ts > features/shelf/in.ts']
  assert.deepEqual(told('cycles: { from: "path:features/{f}", some: { all: [path:features, { not: "path:features/{f}" }] } }', imports), ['file features/cart/one.ts > features/cart/two.ts > features/cart/one.ts'])
})

test('from, some and every together; a group is told once, in however many ways it is taken', () => {
  const ring = ['a/x/1.ts > a/y/1.ts', 'a/y/1.ts > a/z/1.ts', 'a/z/1.ts > a/x/1.ts']
  assert.equal(told('cycles: { from: "path:a/{m}" }', ring).length, 1)
  assert.equal(told('cycles: { from: "path:{top}/{m}", every: "path:{top}" }', ring).length, 1)
  assert.equal(told('cycles: { from: "path:{top}/{m}", every: "path:{top}", some: "path:{top}/y" }', ring).length, 1)
  assert.equal(told('cycles: { from: "path:{top}/{m}", every: { not: "path:{top}/{m}" } }', ring).length, 0)
})

test('a circle of tests is told where an entry is about tests alone', () => {
  const imports = ['shop/a.test.ts > shop/b.test.ts', 'shop/b.test.ts > shop/a.test.ts', 'shop/cart.ts > shop/till.ts']
  assert.deepEqual(told('cycles: [{}, { every: path:shop }]', imports), [])
  assert.deepEqual(told('cycles: { every: tag:test }', imports), ['file shop/a.test.ts > shop/b.test.ts > shop/a.test.ts'])
})

check('modules are taken where their files are, and a cycle stays within the files of every', `
# bulkhead.yaml
modules: { cart: cart, billing: billing }
cycles:
  - { level: module, every: { not: path:billing/old.ts } }
  - { level: module, some: path:billing/old.ts, severity: warning, why: Until the old ledger is gone }
  - { level: module, some: path:billing/spare.ts, severity: info }

// cart/pay.ts
import '../billing/charge'

// billing/charge.ts
export const charge = 1

// billing/old.ts
import '../cart/pay'
//     ^^^^^^^^^^^^^ warning boundaries/cycles: 2 modules import each other: billing > cart > billing

// billing/spare.ts
export const spare = 1
`)

test('folders side by side, each with all below it: an import far below two of them leads from one to the other', () => {
  const imports = ['app/cart/lines/add.ts > app/money/sum.ts', 'app/money/kinds/coin.ts > app/cart/cart.ts']
  assert.deepEqual(told('cycles: { level: folder }', imports), ['folder app/cart > app/money > app/cart'])
  assert.deepEqual(told('cycles: forbid', imports), [])
})

test('a folder and what lies below it are not side by side, nor is a file beside a folder', () => {
  assert.deepEqual(told('cycles: { level: folder }', ['app/cart/index.ts > app/cart/lines/add.ts', 'app/cart/lines/add.ts > app/cart/index.ts', 'main.ts > app/cart/index.ts', 'app/cart/index.ts > main.ts']), [])
})

test('each parent has circles of its own, and none is made of folders of several', () => {
  const imports = ['app/a/x/1.ts > app/a/y/1.ts', 'app/a/y/2.ts > app/a/x/2.ts', 'app/a/x/1.ts > app/b/1.ts', 'app/b/1.ts > lib/1.ts', 'lib/2.ts > app/a/y/1.ts']
  assert.deepEqual(told('cycles: { level: folder }', imports), ['folder app/a/x > app/a/y > app/a/x', 'folder app > lib > app'])
})

test('folders are taken where a file is in which an import of the cycle starts or ends', () => {
  const imports = ['app/cart/in.ts > app/money/sum.ts', 'app/money/coin.ts > app/cart/out.ts', 'app/cart/idle.ts > app/cart/in.ts']
  const said = (config: string): number => told(`cycles: { level: folder, ${config} }`, imports).length
  assert.deepEqual(['path:app/cart', 'path:app/cart/out.ts', 'path:app/cart/idle.ts', 'path:app'].map((some) => said(`some: ${some}`)), [1, 1, 0, 1])
  assert.deepEqual(['path:app', 'path:app/cart', '{ not: path:app/cart/out.ts }', '{ not: path:app/cart/idle.ts }'].map((every) => said(`every: ${every}`)), [1, 0, 0, 1])
})

test('a finding about folders names them, the imports between them, and where to cut', () => {
  const { report } = project(drawn('cycles: { level: folder, every: path:app, some: [path:app/cart] }', ['app/cart/in.ts > app/money/sum.ts', 'app/cart/in.ts > app/money/coin.ts', 'app/money/coin.ts > app/cart/out.ts']))
  const [finding, ...others] = report.findings
  assert.deepEqual(others, [])
  assert.deepEqual(finding?.help, ['cycle: app/cart > app/money > app/cart', 'cut: app/money > app/cart (1 import)'])
  assert.deepEqual(finding?.because.map(({ note }) => note), ['cycles between folders within path:app through path:app/cart are forbidden'])
  assert.deepEqual([finding?.via, finding?.breakers, finding?.breakersProven], [['app/money'], [{ from: 'app/money', to: 'app/cart', imports: 1 }], true])
  assert.deepEqual(finding?.circle?.map(({ path }) => path), ['app/cart/in.ts', 'app/money/coin.ts'])
  assert.equal(finding?.key, 'boundaries/cycles folder: app/cart | app/money')
})

test('kinds hold for folders too', () => {
  const text = `
    # bulkhead.yaml
    cycles: { level: folder KINDS }
    // app/cart/in.ts
    import type { Sum } from '../money/sum'
    export const cart: Sum = 1
    // app/money/sum.ts
    import { Cart } from '../cart/kinds'
    export type Sum = Cart
    // app/cart/kinds.ts
    export type Cart = 1
  `
  assert.deepEqual(['', ', kinds: all', ', kinds: { not: elided }'].map((kinds) => project(text.replace(' KINDS', kinds)).report.findings.length), [0, 1, 0])
})
