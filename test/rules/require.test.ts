// What has to be imported, and by how many.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

check('each file that a pattern takes imports what is required, be it in its own module', `
# bulkhead.yaml
modules: { src: src }
rules: [{ id: base-controller, from: "path:**/*.controller.ts", require: path:src/base.ts }]

// src/cart.controller.ts
import { Base } from './base'
export class Cart extends Base {}

// src/till.controller.ts
//<- boundaries/rules: src/till.controller.ts does not import path:src/base.ts
import { Base } from './barrel'
export class Till extends Base {}

// src/barrel.ts
export { Base } from './base'

// src/base.ts
export class Base {}
`)

test('each module is asked once, and findings stand on its first file', () => {
  assert.deepEqual(told(`
# bulkhead.yaml
modules: { "{pier}": "piers/{pier}", light: light }
rules: [{ id: lit, from: "*", require: light, why: Ships come at night }, { id: all-lit, from: "module:p*", require: light, why: Ships come at night }, { id: knots, from: [pa, pb], require: pkg:knots }]

// piers/pa/b.ts
import '../../light/lamp'

// piers/pa/a.ts
import 'knots/bowline'

// piers/pb/z.ts
import '../../lib'

// piers/pb/y.ts
import './z'

// lib.ts
import './light/lamp'

// light/lamp.ts
export const lamp = 1
`), [
    'light/lamp.ts lit: light/lamp.ts does not import light',
    'piers/pa/a.ts lit: piers/pa/a.ts does not import light',
    'piers/pb/y.ts all-lit: pb does not import light',
    'piers/pb/y.ts knots: pb does not import pkg:knots',
    'piers/pb/y.ts lit: piers/pb/y.ts does not import light',
    'piers/pb/z.ts lit: piers/pb/z.ts does not import light',
  ])
})

test('really shared is what two modules use; a file without module counts for itself, a test for nobody', () => {
  assert.deepEqual(told(`
# bulkhead.yaml
modules: { "shared/{what}": "shared/{what}", a: a, b: b }
rules: [{ id: really-shared, to: "shared/*", require: "*", count: ">=2", severity: info }]

// shared/rope/index.ts
import './knot'

// shared/rope/knot.ts
export const knot = 1

// shared/sail/index.ts
export const sail = 1

// shared/mast/index.ts
export const mast = 1

// a/one.ts
import '../shared/rope'
import '../shared/sail'

// a/two.ts
import '../shared/rope/knot'
import '../shared/sail'

// b/one.ts
import '../shared/sail'

// b/one.test.ts
import '../shared/rope'

// loose.ts
import './shared/mast'

// looser.ts
import './shared/mast'
`), ['shared/rope/index.ts really-shared: shared/rope is imported by 1 module, and must be by at least 2'])
})

test('so many and no more, or exactly so many', () => {
  assert.deepEqual(told(`
# bulkhead.yaml
rules:
  - { id: one-door, to: path:store/door.ts, require: "*", count: "=1" }
  - { id: few-users, to: path:store/rows.ts, require: path:shop, count: "<=1" }
  - { id: few-uses, from: path:shop/till.ts, require: ["pkg:*", path:store], count: "<=2" }
  - { id: none-at-all, from: path:shop/cart.ts, require: "pkg:*", count: "=0" }

// shop/till.ts
import '../store/rows'
import 'knots'
import 'knots/bowline'
import 'hemp'

// shop/cart.ts
import '../store/rows'
import 'hemp'

// lib.ts
import './store/rows'

// store/rows.ts
export const rows = 1

// store/door.ts
export const door = 1
`), [
    'shop/cart.ts none-at-all: shop/cart.ts imports 1 package of pkg:*, and must import exactly 0',
    'shop/till.ts few-uses: shop/till.ts imports 3 ends of pkg:*, path:store, and must import at most 2',
    'store/door.ts one-door: store/door.ts is imported by 0 files, and must be by exactly 1',
    'store/rows.ts few-users: store/rows.ts is imported by 2 files of path:shop, and must be by at most 1',
  ])
})

test('captures name who is required; where they name nobody, nobody is asked', () => {
  assert.deepEqual(told(`
# bulkhead.yaml
modules: { "{domain}/{part}": "{domain}/{part}" }
rules:
  - { id: api-used, to: "{domain}/api", require: "{domain}/ui" }
  - { id: core-used, from: "{domain}/ui", require: "{domain}/core" }

// pay/api/a.ts
export const a = 1

// pay/ui/u.ts
import '../core/c'
import '../../ship/api/a'

// pay/core/c.ts
export const c = 1

// ship/api/a.ts
export const a = 1

// mail/ui/u.ts
import '../../pay/core/c'

// mail/api/a.ts
export const a = 1

// mail/ui/v.ts
import '../api/a'
`), [
    'mail/ui/u.ts core-used: mail/ui does not import mail/core',
    'pay/api/a.ts api-used: pay/api is not imported by pay/ui',
  ])
})

test('test files are not asked, unless the subject takes nothing else', () => {
  assert.deepEqual(told(`
# bulkhead.yaml
rules:
  - { id: used, to: path:src, require: "*" }
  - { id: tests-import-harness, from: "path:**/*.test.ts", require: path:src/harness.ts }

// src/a.ts
import './b'

// src/b.ts
export const b = 1

// src/harness.ts
export const harness = 1

// src/a.test.ts
import './a'

// src/b.test.ts
import './harness'
`), [
    'src/a.test.ts tests-import-harness: src/a.test.ts does not import path:src/harness.ts',
    'src/a.ts used: src/a.ts is not imported by any other file',
    'src/harness.ts used: src/harness.ts is not imported by any other file',
  ])
})

const reaching = `
// main.ts
import './src/app'

// src/app.ts
import './a/x'
import type { T } from './only-type'

// src/a/x.ts
import './y'
import 'knots'

// src/a/y.ts
import './x'

// src/only-type.ts
import './deep'
export type T = 1

// src/deep.ts
export const deep = 1

// src/lost/one.ts
import './two'

// src/lost/two.ts
import './one'

// src/lost.test.ts
import './lost/one'
`

test('what has to be reached', () => {
  const rules = (rest: string): readonly string[] => told(`
# bulkhead.yaml
modules: { a: src/a, lost: src/lost }
rules: [{ id: it, ${rest}, reach: true }]
${reaching}`)
  assert.deepEqual(rules('to: path:src, require: path:main.ts'), ['src/lost/one.ts it: src/lost/one.ts is not reached by path:main.ts', 'src/lost/two.ts it: src/lost/two.ts is not reached by path:main.ts'])
  assert.deepEqual(rules('to: path:src, require: path:main.ts, kinds: runtime'), ['deep', 'lost/one', 'lost/two', 'only-type'].map((name) => `src/${name}.ts it: src/${name}.ts is not reached by path:main.ts`))
  assert.deepEqual(rules('to: path:src, require: path:main.ts, via: { not: a }').filter((line) => !line.includes('lost')), ['src/a/y.ts it: src/a/y.ts is not reached by path:main.ts'])
  assert.deepEqual(rules('to: [a, lost], require: "*"'), ['src/lost/one.ts it: lost is not reached by any other module'])
  assert.deepEqual(rules('to: a, require: "*", count: ">=3"'), ['src/a/x.ts it: a is reached by 2 modules, and must be by at least 3'])
  assert.deepEqual(rules('from: path:main.ts, require: pkg:knots'), [])
  assert.deepEqual(rules('from: path:main.ts, require: pkg:knots, via: { not: path:src/app.ts }'), ['main.ts it: main.ts does not reach pkg:knots'])
  assert.deepEqual(rules('from: path:src, require: path:src/a/y.ts').filter((line) => !line.includes('lost')), ['src/deep.ts it: src/deep.ts does not reach path:src/a/y.ts', 'src/only-type.ts it: src/only-type.ts does not reach path:src/a/y.ts', 'src/a/y.ts it: src/a/y.ts does not reach path:src/a/y.ts'].sort())
  assert.deepEqual(rules('from: path:main.ts, require: path:src/a, count: ">=3"'), ['main.ts it: main.ts reaches 2 files of path:src/a, and must reach at least 3'])
})

test('names and the way of writing are asked of the import that leads there', () => {
  const rules = (rest: string): readonly string[] => told(`
# bulkhead.yaml
rules: [{ id: it, from: "path:pages/*", require: path:lib/page.ts, ${rest} }]

// pages/a.ts
import { Page } from '../lib/page'
export const a = Page

// pages/b.ts
import { title } from '../lib/page'
export const b = title

// pages/c.ts
import { a } from './a'
export const c = a

// lib/page.ts
export const Page = 1, title = ''
`).map((line) => line.slice(0, line.indexOf(' ')))
  assert.deepEqual(rules('names: Page'), ['pages/b.ts', 'pages/c.ts'])
  assert.deepEqual(rules('names: Page, reach: true'), ['pages/b.ts'])
  assert.deepEqual(rules('written: paths'), ['pages/a.ts', 'pages/b.ts', 'pages/c.ts'])
})

test('exceptions name it on either side, comments cannot, and the baseline knows it', () => {
  const { report } = project(`
# bulkhead.yaml
modules: { a: a, b: b, c: c }
rules: [{ id: used, to: [a, b, c], require: "*", why: What nobody uses can go }]
exceptions: [{ rule: used, to: a, why: Soon, until: never }, { rule: used, from: path:b/x.ts, why: Soon, until: 2025-01-01 }]
# bulkhead-baseline.yaml
"boundaries/rules used: c": 1

// a/x.ts
export const x = 1

// b/x.ts
export const x = 1

// c/x.ts
export const x = 1
`)
  assert.deepEqual(report.findings.map(({ at, status, because }) => [at.path, status, because.map(({ note }) => note).join('; ')]), [
    ['a/x.ts', 'allowed', 'What nobody uses can go'],
    ['b/x.ts', 'new', 'What nobody uses can go; it was allowed until 2025-01-01, which is past: Soon'],
    ['c/x.ts', 'known', 'What nobody uses can go'],
  ])
})

/** 'path entry: message', sorted. */
function told(text: string): readonly string[] {
  return project(text).report.findings.map(({ at, entry, message }) => `${at.path} ${entry}: ${message}`).sort()
}
