import { test } from 'node:test'
import assert from 'node:assert/strict'
import { spanOf, take } from './rewriting.ts'

async function fromApi(text: string, specifier: string): Promise<string | undefined> {
  const { texts } = await take('import-from-api', 'shop/cart.ts', { 'shop/cart.ts': text }, {
    arguments: { ...spanOf(text, /(['"]).*\1/u.exec(text)?.[0] ?? ''), specifier },
  })
  return texts.get('shop/cart.ts')
}

test('an import is pointed at the api, and its names and quotes stay', async () => {
  assert.equal(await fromApi("import { charge, refund as back } from '../billing/ledger' // paid\n", '../billing'), "import { charge, refund as back } from '../billing' // paid\n")
  assert.equal(await fromApi('export * from "../billing/ledger";\r\n', '../billing'), 'export * from "../billing";\r\n')
})

test('where the file has changed since, nothing is edited', async () => {
  const outcome = await take('import-from-api', 'shop/cart.ts', { 'shop/cart.ts': 'let cart = 1\n' }, { arguments: { start: 0, end: 9, specifier: '../billing' } })
  assert.deepEqual(outcome.problems, ['moved-on: the import is no longer where it was'])
})

async function typeOnly(statement: string, newline = '\n'): Promise<string | undefined> {
  const text = `// of the shop${newline}${statement}${newline}`
  const { texts } = await take('import-type', 'shop/cart.ts', { 'shop/cart.ts': text }, { arguments: spanOf(text, statement) })
  return texts.get('shop/cart.ts')?.slice(`// of the shop${newline}`.length, -newline.length)
}

test('an import of types says that it is one', async () => {
  assert.equal(await typeOnly("import { Price } from './price'"), "import type { Price } from './price'")
  assert.equal(await typeOnly("import {Price} from './price';"), "import type {Price} from './price';")
  assert.equal(await typeOnly("import{Price}from'./price'"), "import type {Price}from'./price'")
  assert.equal(await typeOnly("import Price from './price'"), "import type Price from './price'")
  assert.equal(await typeOnly("import * as prices from './price'"), "import type * as prices from './price'")
  assert.equal(await typeOnly("export { Price } from './price'"), "export type { Price } from './price'")
})

test('`type` is not said twice', async () => {
  assert.equal(await typeOnly("import { type Price, Sum, type Tax as Vat } from './price'"), "import type { Price, Sum, Tax as Vat } from './price'")
  assert.equal(await typeOnly("import type { Price } from './price'"), "import type { Price } from './price'")
  assert.equal(await typeOnly("import { type as kind, type } from './price'"), "import type { type as kind, type } from './price'")
})

test('a default beside names becomes two imports', async () => {
  assert.equal(await typeOnly("import Price, { Sum } from './price'", '\r\n'), "import type Price from './price'\r\nimport type { Sum } from './price'")
})

test('an import for its side effects has no types', async () => {
  const text = "import './price'\n"
  const outcome = await take('import-type', 'shop/cart.ts', { 'shop/cart.ts': text }, { arguments: spanOf(text, "import './price'") })
  assert.deepEqual(outcome.problems, ['moved-on: there is no import of names here'])
})
