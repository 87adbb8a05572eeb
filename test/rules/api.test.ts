import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

const store = `
// store/read/rows.ts
export const rows = []

// store/write/save.ts
export const save = () => 1
export const drop = () => 1
export default save

// store/wire.ts
export const wire = 1
`

/** A store with this api, and what others import of it. */
const opened = (api: string, others: string): string => `# bulkhead.yaml
modules:
  ingest: { files: ingest, tags: writer, optional: true }
  web: web
  store: { files: store, api: ${api} }
${store}${others}`

check('an api is open to all in one part, and to some in another', opened('[read, { expose: write, to: tag:writer }]', `
// ingest/take.ts
import { rows } from '../store/read/rows'
import { save } from '../store/write/save'
import { wire } from '../store/wire'
//                   ^^^^^^^^^^^^^^^ boundaries/api: ingest reaches into store, past its api
export const take = () => save(rows, wire)

// web/page.ts
import { rows } from '../store/read/rows'
import { save } from '../store/write/save'
//                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api
export const page = () => save(rows)

// loose.ts
import { save } from './store/write/save'
//                   ^^^^^^^^^^^^^^^^^^^^ boundaries/api: loose.ts reaches into store, past its api
save()
`))

check('by some names', opened('[{ expose: write, names: [default, "sa*"] }]', `
// web/page.ts
import keep, { save } from '../store/write/save'
import { drop, save as mine } from '../store/write/save'
//                                 ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api
import { default as other } from '../store/write/save'
import * as all from '../store/write/save'
//                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api
import '../store/write/save'
import type { drop as Drop } from '../store/write/save'
//                                ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api
export const page = async (it: typeof Drop) => [keep, save, drop, mine, other, all, it, (await import('../store/write/save')).save()]
export const later = () => import('../store/write/save')
//                                ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api

// web/hand-on.ts
export { save } from '../store/write/save'
export * from '../store/write/save'
//            ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: web reaches into store, past its api
`))

check('a name that is open by one way, and one by another', opened('[{ expose: write, names: save }, { expose: write/save.ts, names: drop, to: web }, { expose: "write/*.ts", names: "*", to: path:ingest/all.ts }]', `
// web/page.ts
import { save, drop } from '../store/write/save'
export const page = () => save(drop)

// ingest/take.ts
import { save, drop } from '../store/write/save'
//                         ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: ingest reaches into store, past its api
export const take = () => save(drop)

// ingest/all.ts
import * as all from '../store/write/save'
export const take = () => all
`))

check('captures of the module stand for their value in whom it is open to', `
# bulkhead.yaml
modules:
  "{domain}/store": { files: "{domain}/store", api: [{ expose: "{domain}.ts", to: "{domain}/*" }] }
  "{domain}/app": "{domain}/app"

// pay/store/pay.ts
export const pay = 1

// ship/store/ship.ts
export const ship = 1

// pay/app/page.ts
import { pay } from '../store/pay'
import { ship } from '../../ship/store/ship'
//                   ^^^^^^^^^^^^^^^^^^^^^^^ boundaries/api: pay/app reaches into ship/store, past its api
export const page = [pay, ship]
`)

check('siblings that meet through their apis keep to whom these are open', `
# bulkhead.yaml
layers: [{ name: features, siblings: api }]
modules:
  "{f}": { files: "features/{f:cart,till}" }
  store: { files: features/store, api: [{ expose: write.ts, to: till }] }

// features/store/write.ts
export const save = 1

// features/cart/index.ts
import { save } from '../store/write'
//                   ^^^^^^^^^^^^^^^^ boundaries/api: cart reaches into store, past its api
//                   ^^^^^^^^^^^^^^^^ boundaries/layers: cart reaches into its sibling store, past its api
export const cart = save

// features/till/index.ts
import { save } from '../store/write'
export const till = save
`)

/** 'title' of each fix, and what else the first finding says. */
function wayOut(text: string): readonly string[] {
  const [finding] = project(text).report.findings
  return [...finding?.because.map(({ note }) => note) ?? [], ...finding?.help ?? [], ...finding?.fixes.filter(({ id }) => id === 'import-from-api').map(({ title }) => title) ?? []]
}

const front = (api: string): string => `${opened(api, `
// web/page.ts
import { save } from '../store/write/save'
export const page = save
`)}
// store/for-web.ts
export { save } from './write/save'

// store/for-ingest.ts
export { save } from './write/save'
`

test('the way out is one that the importer may use', () => {
  assert.deepEqual(wayOut(front('[{ expose: for-ingest.ts, to: ingest }, { expose: for-web.ts, to: web }]')), [
    'store opens only for-ingest.ts to ingest, for-web.ts to web', "Import save from '../store/for-web', the api of store",
  ])
  assert.deepEqual(wayOut(front('[{ expose: for-ingest.ts, to: ingest }, { expose: for-web.ts, names: drop }]')), [
    'store opens only for-ingest.ts to ingest, for-web.ts as drop', "export what you need from store's api, then import it there",
  ])
})

test('what is open to others says to whom, and by which names', () => {
  assert.deepEqual(wayOut(front('[read, { expose: write, to: tag:writer }]')), ['store opens write to tag:writer only', 'ask whom store opens this to, or for a way of your own in its api'])
  assert.deepEqual(wayOut(front('[read, { expose: write, to: [web, ingest], names: [drop, keep*] }]')), ['store opens write to web, ingest as drop, keep* only', 'import only the names that are open, each by itself'])
})

const exporting = (exports: string, config = 'extends: [preset:monorepo]'): string => `
  # bulkhead.yaml
  ${config}
  # package.json
  { "name": "harbour", "workspaces": ["packages/*"] }
  # packages/ropes/package.json
  { "name": "ropes", "exports": ${exports} }
  # packages/board/package.json
  { "name": "board", "dependencies": { "ropes": "*" } }
`

const declared = `
  // packages/ropes/knots/index.js
  export const knot = 1
  // packages/ropes/knots/index.d.ts
  export declare const knot: number
  export type Knot = number
  // packages/ropes/secret.js
  export const secret = 1
  // packages/ropes/secret.d.ts
  export declare const secret: number
  // packages/board/main.ts
  import { knot } from 'ropes/knots'
  import type { Knot } from 'ropes/knots'
  import { secret } from '../ropes/secret'
  //                     ^^^^^^^^^^^^^^^^^ boundaries/api: board reaches into ropes, past its api
  export const main = (of: Knot) => [knot, secret, of]
`

for (const [written, exports] of [
  ['a file', '{ "./knots": "./knots/index.js" }'],
  ['its types and the rest', '{ "./knots": { "types": "./knots/index.d.ts", "default": "./knots/index.js" } }'],
  ['a pattern', '{ "./*": "./*/index.js" }'],
] as const) {
  check(`what a manifest exports is the code and the declarations beside it, written as ${written}`, exporting(exports) + declared)
}

check('so it is without a preset, too', exporting('{ "./knots": "./knots/index.js" }', 'modules: { "{name}": "workspace:*" }') + declared)

check('each condition of a manifest opens its file, with the declarations elsewhere', `${exporting('{ ".": { "types": "./typings.d.ts", "worker": { "import": "./worker.mjs" }, "browser": "./browser.mjs", "import": "./main.mjs", "require": "./main.cjs" }, "./*": { "types": "./declared/*.d.ts", "default": "./code/*.js" } }')}
  // packages/ropes/typings.d.ts
  export declare const rope: number
  // packages/ropes/worker.mjs
  export const rope = 1
  // packages/ropes/browser.mjs
  export const rope = 2
  // packages/ropes/main.mjs
  export const rope = 3
  // packages/ropes/main.cjs
  exports.rope = 4
  // packages/ropes/declared/splice.d.ts
  export declare const splice: number
  // packages/ropes/code/splice.js
  export const splice = 1
  // packages/ropes/hidden.mjs
  export const hidden = 1
  # packages/board/tsconfig.json
  { "compilerOptions": { "customConditions": ["browser"] } }
  // packages/board/main.ts
  import { rope } from 'ropes'
  import type { rope as Type } from 'ropes'
  import { splice } from 'ropes/splice'
  import { rope as there } from '../ropes/worker.mjs'
  import { rope as here } from '../ropes/browser.mjs'
  import { hidden } from '../ropes/hidden.mjs'
  //                     ^^^^^^^^^^^^^^^^^^^^^ boundaries/api: board reaches into ropes, past its api
  const old = require('ropes')
  export const main = (of: typeof Type) => [rope, splice, there, here, hidden, old, of]
`)
