import { test } from 'node:test'
import assert from 'node:assert/strict'
import { diff } from '../../server/report/diff.ts'

test('a dry run shows a unified diff, sorted by path, with files that come and go', () => {
  const before = new Map([['shop/cart.ts', "import { charge } from '../billing/ledger'\n\ncharge(3)\n"], ['shop/old.ts', 'export {}\n']])
  const after = new Map([
    ['shop/old.ts', undefined],
    ['shop/cart.ts', "import { charge } from '../billing'\n\ncharge(3)\n"],
    ['billing/index.ts', "export * from './ledger'\n"],
  ])
  assert.equal(diff(before, after), `--- /dev/null
+++ b/billing/index.ts
@@ -0,0 +1,1 @@
+export * from './ledger'
--- a/shop/cart.ts
+++ b/shop/cart.ts
@@ -1,3 +1,3 @@
-import { charge } from '../billing/ledger'
+import { charge } from '../billing'
 
 charge(3)
--- a/shop/old.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-export {}
`)
})

test('a file without a newline at its end says so, and equal texts say nothing', () => {
  assert.match(diff(new Map([['a.ts', 'let price = 1']]), new Map([['a.ts', 'let price = 2']])), /\\ No newline at end of file/)
  assert.equal(diff(new Map([['a.ts', 'let price = 1']]), new Map([['a.ts', 'let price = 1']])), '')
})
