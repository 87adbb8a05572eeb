// Which circles are told, and that none is missed or takes long, however the imports are written and however many there are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderJson } from '../../server/report/json.ts'
import { plain } from '../../server/report/paint.ts'
import { renderText } from '../../server/report/text.ts'
import { explainFile } from '../../server/session/explain.ts'
import { check } from '../support/check.ts'
import { inMemory, project, today } from '../support/project.ts'

check('trap 21: one import of types alone anywhere in a circle opens it', `
# bulkhead.yaml
cycles: forbid

// bow.ts
import { hull } from './hull'
export const bow = hull

// hull.ts
import { stern } from './stern'
export const hull = stern

// stern.ts
import type { bow } from './bow'
export const stern: typeof bow = 1
`)

check('trap 21: beside a circle that runs, one through types is no other', `
# bulkhead.yaml
cycles: forbid

// bow.ts
import type { mast } from './mast'
import { hull } from './hull'
//                   ^^^^^^^^ error boundaries/cycles: 3 files import each other: bow.ts > hull.ts > stern.ts > bow.ts
export const bow: typeof mast = hull

// hull.ts
import { stern } from './stern'
import type { bow } from './bow'
export const hull: typeof bow = stern

// stern.ts
import { bow } from './bow'
export const stern = bow

// mast.ts
import { bow } from './bow'
export const mast = bow
`)

check('trap 21: where types count, each of them closes a circle', `
# bulkhead.yaml
cycles: { kinds: all }

// bow.ts
import { hull } from './hull'
//                   ^^^^^^^^ error boundaries/cycles: 2 files import each other: bow.ts > hull.ts > bow.ts
export const bow = hull

// hull.ts
export type { bow } from './bow'
export const hull = 1
`)

check('trap 21: an import of a name and a type of it runs all the same', `
# bulkhead.yaml
cycles: forbid

// bow.ts
import { type Hull, hull } from './hull'
//                              ^^^^^^^^ error boundaries/cycles: 2 files import each other: bow.ts > hull.ts > bow.ts
export const bow: Hull = hull

// hull.ts
import { bow } from './bow'
export type Hull = number
export const hull = bow
`)

test('trap 21: what breaks a circle is cut where it runs', () => {
  const { report } = project(`
    # bulkhead.yaml
    cycles: forbid
    // bow.ts
    import { hull } from './hull'
    export const bow = hull
    // hull.ts
    import type { bow as Type } from './bow'
    import { bow } from './bow'
    export const hull: typeof Type = bow
  `)
  assert.deepEqual(report.findings.map(({ breakers }) => breakers), [[{ from: 'hull.ts', to: 'bow.ts', imports: 1 }]])
})

test('trap 21: who is imported for a type alone is no orphan', () => {
  const { session } = project(`
    // rope.ts
    export type Rope = string
    // mast.ts
    import type { Rope } from './rope'
    export const mast: Rope = ''
    // flag.ts
    export const flag = (rope: import('./rope').Rope) => rope
  `)
  assert.deepEqual(explainFile(session.snapshot(), today, 'rope.ts').importedBy, ['flag.ts', 'mast.ts'])
})

check('trap 22: a circle of imports that name nothing', `
# bulkhead.yaml
cycles: forbid

// bow.js
import './hull'
//     ^^^^^^^^ error boundaries/cycles: 3 files import each other: bow.js > hull.js > stern.js > bow.js
export const bow = () => globalThis.wind

// hull.js
import './stern'

// stern.js
import { bow } from './bow'
globalThis.wind = bow()
`)

check('trap 22: a circle through require, a re-export and a folder', `
# bulkhead.yaml
cycles: forbid

// bow.cjs
const { hull } = require('./hull')
//                       ^^^^^^^^ error boundaries/cycles: 3 files import each other: bow.cjs > hull/index.js > hull/plank.js > bow.cjs
exports.bow = hull

// hull/index.js
export * from './plank'

// hull/plank.js
import '../bow.cjs'
`)

const ms = (used: NodeJS.CpuUsage): number => (used.user + used.system) / 1000

function told(files: ReadonlyMap<string, string>): readonly string[] {
  return inMemory(new Map([['bulkhead.yaml', 'cycles: forbid\n'], ...files])).apply([]).findings.map(({ message }) => message)
}

test('where to cut says what each edge costs, and in text and JSON alike where it is not proven the least', () => {
  const said = (files: ReadonlyMap<string, string>): readonly (readonly [string, unknown, unknown])[] => {
    const report = inMemory(new Map([['bulkhead.yaml', 'cycles: forbid\n'], ...files])).apply([])
    const { findings } = JSON.parse(renderJson(report)) as { readonly findings: readonly { readonly breakers: unknown; readonly breakersProven: unknown }[] }
    const cuts = renderText(report, { paint: plain }).split('\n').filter((line) => line.includes('cut: '))
    return findings.map(({ breakers, breakersProven }, i) => [cuts[i]?.trim() ?? '', breakers, breakersProven])
  }
  const small = new Map([['bow.ts', "import './hull'\n"], ['hull.ts', "import './mast'\nexport * from './mast'\n"], ['mast.ts', "import './bow'\nimport './hull'\n"]])
  assert.deepEqual(said(small), [['cut: hull.ts > mast.ts (2 imports)', [{ from: 'hull.ts', to: 'mast.ts', imports: 2 }], true]])
  const large = new Map(Array.from({ length: 60 }, (_, i) => [`ship${i}.ts`, Array.from({ length: 6 }, (_, step) => `import './ship${(i + step * 7 + 1) % 60}'\n`).join('')]))
  const [[cut, , proven] = []] = said(large)
  assert.match(cut ?? '', /^cut: ship.*\(1 import\), not proven smallest$/)
  assert.equal(proven, false)
})

test('a baseline knows a group by its level, for as long as no member comes', () => {
  const harbour = (config: string, more = ''): readonly string[] => project(`
# bulkhead.yaml
modules: { app/cart: app/till, app/money: app/bank }
cycles: ${config}
# bulkhead-baseline.yaml
"boundaries/cycles folder: app/cart | app/money": 1
// app/cart/in.ts
import '../money/sum'
// app/money/sum.ts
import '../cart/out'
${more}
// app/cart/out.ts
export const out = 1
// app/till/in.ts
import '../bank/sum'
// app/bank/sum.ts
import '../till/out'
// app/till/out.ts
import '../shelf/one'
// app/shelf/one.ts
export const one = 1
`).report.findings.filter(({ rule }) => rule === 'boundaries/cycles').map(({ key, status }) => `${status} ${key.slice('boundaries/cycles '.length)}`).sort()
  assert.deepEqual(harbour('{ level: folder }'), ['known folder: app/cart | app/money', 'new folder: app/bank | app/till'])
  assert.deepEqual(harbour('{ level: module }'), ['new module: app/cart | app/money'])
  assert.deepEqual(harbour('{ level: folder }', "import '../shelf/two'\n// app/shelf/two.ts\nimport '../cart/out'\n// app/cart/more.ts\nimport '../shelf/one'"), ['new folder: app/bank | app/till', 'new folder: app/cart | app/money | app/shelf'])
})

test('trap 22: a circle as long as a project is found without a stack as deep', () => {
  const length = 20_000
  const started = process.cpuUsage()
  const found = told(new Map(Array.from({ length }, (_, i) => [`ship${i}.ts`, `import './ship${(i + 1) % length}'\n`])))
  assert.deepEqual(found, [`${length} files import each other: ship0.ts > … > ship0.ts`])
  assert.ok(ms(process.cpuUsage(started)) < 20_000)
})

test('trap 22: files that nearly all import each other end in time, with one finding', () => {
  const count = 300
  const started = process.cpuUsage()
  const found = told(new Map(Array.from({ length: count }, (_, i) => [`ship${i}.ts`, Array.from({ length: 60 }, (_, j) => `import './ship${(i + j * j + 1) % count}'\n`).join('')])))
  assert.equal(found.length, 1)
  assert.match(found[0] ?? '', /^300 files import each other/)
  assert.ok(ms(process.cpuUsage(started)) < 20_000)
})

test('trap 22: layers of files with a thousand million ways through them hold no circle', () => {
  const [wide, deep] = [30, 20]
  const below = (layer: number): string => layer === deep - 1 ? '' : Array.from({ length: wide }, (_, i) => `import './deck${layer + 1}x${i}'\n`).join('')
  const started = process.cpuUsage()
  assert.deepEqual(told(new Map(Array.from({ length: wide * deep }, (_, i) => [`deck${Math.floor(i / wide)}x${i % wide}.ts`, below(Math.floor(i / wide))]))), [])
  assert.ok(ms(process.cpuUsage(started)) < 20_000)
})
