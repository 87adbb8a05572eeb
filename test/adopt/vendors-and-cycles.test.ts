// What is proposed for vendors and cycles, from what the code holds now.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, proposed } from './drawn.ts'

test('vendors are allowed where their SDKs are held', () => {
  const shop = proposed(`
    // src/web/page.ts
    import { rows } from '../store/rows.ts'
    // src/store/rows.ts
    import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
    import Stripe from 'stripe'
    import { Pool } from 'pg'
    export const rows = [SecretsManagerClient, Stripe, Pool]
  `)
  assert.deepEqual(shop.vendors, ['AWS', 'Stripe'])
  assert.match(shop.text, /^vendors:\n {2}allow: store +# SDKs of AWS, Stripe are imported here, and nowhere else$/m)
})

test('what is held everywhere is allowed nowhere by us: a person has to choose', () => {
  const shop = proposed(`
    // src/web/page.ts
    import { rows } from '../store/rows.ts'
    import Stripe from 'stripe'
    // src/store/rows.ts
    import Stripe from 'stripe'
    export const rows = Stripe
  `)
  assert.match(shop.text, /^# vendors: .*SDKs of Stripe are imported in many places/m)
  assert.doesNotMatch(shop.text, /^vendors:/m)
})

test('a file beside the layers is named by its path', () => {
  assert.match(proposed(`
    // src/main.ts
    import Stripe from 'stripe'
    import './web/page.ts'
    // src/web/page.ts
    import { rows } from '../store/rows.ts'
    // src/store/rows.ts
    export const rows = 1
  `).text, /^ {2}allow: "path:src\/main.ts"/m)
})

test('in a monorepo the packages that hold SDKs are named', () => {
  assert.match(proposed(`
    # package.json
    { "name": "yard", "workspaces": ["packages/*"] }
    # packages/web/package.json
    { "name": "@yard/web" }
    // packages/web/page.ts
    import '@yard/pay'
    # packages/pay/package.json
    { "name": "@yard/pay", "main": "index.ts" }
    // packages/pay/index.ts
    import Stripe from 'stripe'
  `).text, /^ {2}allow: "@yard\/pay"/m)
})

test('what tests import is held by nobody', () => {
  assert.deepEqual(proposed(`
    // src/web/page.test.ts
    import Stripe from 'stripe'
    // src/web/page.ts
    import '../store/rows.ts'
    // src/store/rows.ts
    export const rows = 1
  `).vendors, [])
})

test('without cycles they are forbidden', () => {
  assert.match(drawn({ 'src/web/page.ts': ['src/store/rows.ts'] }).text, /^cycles: forbid/m)
})

test('cycles that are there are for the baseline to know', () => {
  const shop = drawn({ 'src/web/page.ts': ['src/web/till.ts', 'src/store/rows.ts'], 'src/web/till.ts': ['src/web/page.ts'] })
  assert.equal(shop.cycles, 1)
  assert.match(shop.text, /^cycles: forbid +# the baseline knows 1 group of files/m)
})

test('a circle of tests is none', () => {
  const shop = drawn({ 'src/web/page.ts': ['src/store/rows.ts'], 'src/web/till.test.ts': ['src/web/page.test.ts'], 'src/web/page.test.ts': ['src/web/till.test.ts'] })
  assert.deepEqual([shop.cycles, /^cycles: forbid +# files that import/m.test(shop.text)], [0, true])
})

test('a circle of types alone is none', () => {
  assert.equal(proposed(`
    // src/web/page.ts
    import { rows } from '../store/rows.ts'
    import type { Till } from './till.ts'
    import { Bill } from './bill.ts'
    export const page = rows
    // src/web/till.ts
    import { page } from './page.ts'
    export type Till = typeof page
    // src/web/bill.ts
    import { page } from './page.ts'
    export interface Bill { page: typeof page }
    // src/store/rows.ts
    export const rows = 1
  `).cycles, 0)
})
