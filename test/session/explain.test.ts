// What is said of two ends as a person types them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf } from '../../server/session/ends.ts'
import { explainEnds } from '../../server/session/explain-ends.ts'
import type { EndsExplained } from '../../rules/model/explained.ts'
import { project, today } from '../support/project.ts'

const shop = `
  # bulkhead.yaml
  version: 1
  layers: [shop, billing]
  rules:
    - { id: no-lodash, from: shop, forbid: pkg:lodash }
    - { id: no-disk, from: shop, forbid: 'builtin:fs' }
    - { id: no-token, from: shop, forbid: 'env:TOKEN' }
    - { id: no-drafts, from: shop, forbid: 'unresolved:virtual:drafts' }

  // shop/cart.ts
  import { charge } from '../billing/charge'
  export const cart = charge

  // shop/page.ts
  import clsx from 'clsx'
  export const page = clsx

  // billing/charge.ts
  import { ledger } from './ledger'
  export const charge = ledger

  // billing/ledger.ts
  import { readFile } from 'node:fs/promises'
  import { S3Client } from '@aws-sdk/client-s3'
  import { SSMClient } from '@aws-sdk/client-ssm'
  import 'stripe/webhooks'
  export const ledger = [readFile, S3Client, SSMClient]
`

function explained(from: string, to: string, text = shop): EndsExplained {
  const snapshot = project(text).session.snapshot()
  const [importer, target] = [endOf(snapshot.project, from, from), endOf(snapshot.project, to, to)]
  if (importer.kind !== 'files') throw new Error(`${from} is ${importer.kind}`)
  if (target.kind === 'none') throw new Error(target.message)
  return explainEnds(snapshot, today, importer, target)
}

/** The files of the shortest way there is. */
function way(from: string, to: string): readonly string[] | undefined {
  const { way: hops } = explained(from, to)
  return hops && [...hops.map((hop) => hop.from), hops.at(-1)?.to ?? '']
}

function refused(to: string): readonly (string | undefined)[] {
  const { project: judged } = project(shop).session.snapshot()
  const end = endOf(judged, to, to)
  return end.kind === 'none' ? [end.message, end.hint] : [end.kind]
}

const entries = (from: string, to: string): readonly (string | undefined)[] => explained(from, to).against.map(({ entry, rule }) => entry ?? rule)

test('an end is judged as what it was written as', () => {
  for (const written of ['lodash', 'lodash/fp', 'pkg:lodash', 'pkg:lodash/fp']) assert.deepEqual(entries('shop', written), ['no-lodash'], written)
  for (const written of ['builtin:fs', 'builtin:node:fs', 'node:fs', 'node:fs/promises', 'fs/promises', 'fs']) assert.deepEqual(entries('shop', written), ['no-disk'], written)
  assert.deepEqual(entries('shop', 'env:TOKEN'), ['no-token'])
  assert.deepEqual(entries('shop', 'env:HOME'), [])
  assert.ok(entries('shop', 'unresolved:virtual:drafts').includes('no-drafts'))
  assert.deepEqual(entries('shop', 'react'), [])
  assert.deepEqual(entries('billing', 'pkg:lodash'), [])
})

test('files may be named by what a selector takes', () => {
  assert.deepEqual(entries('layer:billing', 'path:shop/*'), ['boundaries/layers'])
  assert.deepEqual(entries('shop', 'layer:billing'), [])
  assert.deepEqual(refused('path:shpo/*'), ['path:shpo/* takes no file of this project', undefined])
  assert.deepEqual(refused('layer:biling'), ['layer:biling takes no file of this project', 'did you mean layer:billing?'])
})

test('a folder stands for its files', () => {
  const yard = `
  # bulkhead.yaml
  rules: [{ id: crane-alone, from: path:src/crane, forbid: path:src/rope }]
  // src/crane/lift.ts
  export const lift = 1
  // src/rope/knot.ts
  export const knot = 1
  `
  assert.deepEqual(explained('src/crane', 'src/rope', yard).against.map(({ entry }) => entry), ['crane-alone'])
})

test('the way to a package leads to a file that imports it, and ends as it imports it', () => {
  assert.deepEqual(way('shop', 'stripe'), ['shop/cart.ts', 'billing/charge.ts', 'billing/ledger.ts', 'stripe/webhooks'])
  assert.deepEqual(way('billing', 'pkg:stripe/webhooks'), ['billing/ledger.ts', 'stripe/webhooks'])
  assert.deepEqual(way('shop', 'builtin:fs'), ['shop/cart.ts', 'billing/charge.ts', 'billing/ledger.ts', 'builtin:fs/promises'])
  assert.equal(explained('billing', 'clsx').way, undefined)
  assert.deepEqual([explained('shop', 'clsx').importers, explained('shop', 'react').importers, explained('shop', 'billing').importers], [1, 0, undefined])
})

test('what stands for many packages is not answered as one', () => {
  assert.deepEqual(refused('vendor:aws'), ['vendor:aws may be many, and each is judged for itself: ask for one', 'imported now: pkg:@aws-sdk/client-s3, pkg:@aws-sdk/client-ssm'])
  assert.deepEqual(refused('pkg:@azure/*'), ['pkg:@azure/* may be many, and each is judged for itself: ask for one', 'none of them is imported now'])
})

test('what is neither is not taken for a package', () => {
  assert.match(refused('shop/crat.ts')[0] ?? '', /there is no file shop\/crat\.ts/)
  assert.match(refused('./billing')[0] ?? '', /there is no file/)
  assert.match(refused('pkg:')[0] ?? '', /nothing stands after/)
  assert.match(refused('folder:above')[0] ?? '', /depends on the importing file/)
})

test('a module may use itself, and so may a file', () => {
  for (const same of ['shop', 'shop/cart.ts']) {
    const { verdict, against, way: hops } = explained(same, same)
    assert.deepEqual([verdict, against, hops], ['self', [], undefined])
  }
  assert.deepEqual(entries('layer:billing', 'layer:billing'), [])
})

test('module state is judged by its name, and nobody else leads to it', () => {
  const yard = `
  # bulkhead.yaml
  modules: { yard: yard, dock: dock }
  rules: [{ id: stateless, from: yard, forbid: "state:*" }]
  // yard/count.ts
  let lifts = 0
  export const lift = () => ++lifts
  // dock/rope.ts
  export const rope = 1
  `
  const { verdict, against, imports, allowedWay } = explained('yard', 'state:lifts', yard)
  assert.deepEqual([verdict, against.map(({ entry, now }) => [entry, now.new]), imports.map(({ from, to }) => [from, to]), allowedWay], ['forbidden', [['stateless', 1]], [['yard/count.ts', 'state:lifts']], undefined])
  assert.equal(explained('dock', 'state:lifts', yard).verdict, 'allowed')
})

test('what a manifest or the catalog says of packages stands for many, too', () => {
  assert.deepEqual(refused('capability:object-storage').slice(0, 1), ['capability:object-storage may be many, and each is judged for itself: ask for one'])
  assert.deepEqual(refused('pkg:lodash[declared=dev]').slice(0, 1), ['pkg:lodash[declared=dev] may be many, and each is judged for itself: ask for one'])
})
