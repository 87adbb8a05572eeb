// Which package is whose: the catalog's rules of precedence, over the catalog that ships and over a small harbour of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import knowledge from '../../generated/knowledge.json' with { type: 'json' }
import { vendorCatalog } from '../../rules/catalog/catalog.ts'
import type { Knowledge } from '../../rules/catalog/knowledge.ts'
import { rewriteIds } from '../../rules/codemods/index.ts'

const shipped = vendorCatalog(knowledge)

function owner(name: string, catalog = shipped): string | undefined {
  const hit = catalog.of(name)
  return hit && [hit.vendor.id, hit.entry.service, hit.entry.level].filter((word) => word !== undefined).join(' ')
}

test('an SDK is known by its package name', () => {
  assert.equal(owner('@aws-sdk/client-secrets-manager'), 'aws secrets-manager proprietary-api')
  assert.equal(owner('@google-cloud/storage'), 'google-cloud storage proprietary-api')
  assert.equal(owner('@azure/storage-blob'), 'azure storage-blob proprietary-api')
  assert.equal(owner('dd-trace'), 'datadog proprietary-api')
  assert.equal(owner('lodash'), undefined)
})

test('a protocol is not a vendor', () => {
  assert.equal(owner('@aws-sdk/client-s3'), 'aws s3 vendor-hosted-open-protocol')
  assert.equal(owner('openai'), 'openai vendor-hosted-open-protocol')
  assert.equal(owner('mongodb'), 'mongodb portable')
  for (const driver of ['pg', 'mysql2', 'ioredis', 'kafkajs', 'amqplib', 'nodemailer', '@opentelemetry/sdk-node']) assert.equal(owner(driver), undefined, driver)
})

test('the service of a package that only a pattern takes is in its name', () => {
  assert.equal(owner('@aws-sdk/client-amplify'), 'aws amplify proprietary-api')
  assert.equal(owner('@google-cloud/asset'), 'google-cloud asset proprietary-api')
})

test('several packages can be one service', () => {
  assert.equal(owner('@aws-sdk/lib-dynamodb'), owner('@aws-sdk/client-dynamodb'))
  assert.equal(owner('@google-cloud/logging-winston'), owner('@google-cloud/logging'))
})

test('types, emulators, command line tools and adapters are nobody’s SDK', () => {
  for (const name of ['@types/google.maps', '@cloudflare/workers-types', 'aws-sdk-client-mock', 'wrangler', '@sentry/cli-linux-x64', '@openfeature/server-sdk', 'winston-loki']) {
    assert.equal(owner(name), undefined, name)
  }
})

const harbour = vendorCatalog({
  capabilities: { cranes: 'crane', pilots: '' },
  alternatives: { rope: { what: 'any rope', packages: ['rope', 'knots'] } },
  exemptions: ['@harbour/dock-*', '@harbour/chart'],
  pages: {}, presets: {},
  vendors: [{
    id: 'harbour', name: 'Harbour', services: ['@harbour/*'],
    packages: [
      { match: ['@harbour/*'], capability: 'pilots', level: 'proprietary-api', why: 'Only this harbour has them.', instead: [] },
      { match: ['@harbour/crane-*', '@harbour/chart-*'], service: 'lifting', capability: 'cranes', level: 'proprietary-api', why: 'Only this harbour lifts.', instead: ['rope'] },
      { match: ['@harbour/crane-hook', '@harbour/dock-crane'], capability: 'cranes', level: 'portable', why: 'Any hook fits.', instead: [] },
      { match: ['@harbour/*-lift'], capability: 'cranes', level: 'depends-on-call', why: 'Some lifts are open.', instead: [] },
    ],
  }],
} satisfies Knowledge)

test('an exact name beats a pattern, and an exempt pattern', () => {
  assert.equal(owner('@harbour/crane-hook', harbour), 'harbour crane-hook portable')
  assert.equal(owner('@harbour/dock-crane', harbour), 'harbour dock-crane portable')
})

test('of patterns, the one with more literal characters wins', () => {
  assert.equal(owner('@harbour/crane-arm', harbour), 'harbour lifting proprietary-api')
  assert.equal(owner('@harbour/pilot', harbour), 'harbour pilot proprietary-api')
  assert.equal(owner('@harbour/sea-lift', harbour), 'harbour sea-lift depends-on-call')
  assert.equal(owner('@harbour/dock-lift', harbour), undefined, 'of 14 literal characters each, the exemption')
  assert.equal(owner('@harbour/dock-gate', harbour), undefined)
})

test('a star takes slashes and nothing, but no other scope', () => {
  assert.equal(owner('@harbour/crane-', harbour), 'harbour lifting proprietary-api')
  assert.equal(owner('@harbour/crane-arm/joint', harbour), 'harbour lifting proprietary-api')
  assert.equal(owner('@harbours/crane-arm', harbour), undefined)
  assert.equal(owner('harbour', harbour), undefined)
})

test('an entry carries its ways out, and the word for its capability', () => {
  const entry = harbour.of('@harbour/crane-arm')?.entry
  assert.deepEqual(entry?.instead, [{ what: 'any rope', packages: ['rope', 'knots'] }])
  assert.equal(entry?.spoken, 'crane')
})

test('every codemod that the catalog names exists', () => {
  const named = shipped.vendors.flatMap(({ packages }) => packages.flatMap(({ codemod }) => codemod ?? []))
  assert.deepEqual(named.filter((id) => !rewriteIds.includes(id)), [])
})
