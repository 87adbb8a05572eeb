import { test } from 'node:test'
import assert from 'node:assert/strict'
import { apply } from '../../server/engine/index.ts'
import { project } from '../support/project.ts'

const shop = `
# bulkhead.yaml
modules: { shop: shop, infrastructure: infrastructure }
vendors: { allow: infrastructure }

# package.json
{ "dependencies": { "@google-cloud/storage": "^7.0.0" } }

// infrastructure/clock.ts
export const now = () => Date.now()

// shop/pictures.ts
import { Storage } from '@google-cloud/storage'
const storage = new Storage()
export const keep = (name: string, data: Buffer) => storage.bucket('pictures').file(name).save(data)
`

/** The new texts after someone took a fix of the first finding. */
async function taken(text: string, id: string, reason?: string): Promise<ReadonlyMap<string, string | undefined>> {
  const { session, report } = project(text)
  const fix = report.findings.flatMap(({ fixes }) => fixes).find((offer) => offer.id === id)
  assert.ok(fix, `no fix ${id} is offered`)
  const { edits } = await session.edits(fix, reason === undefined ? {} : { reason })
  const applied = apply(new Map(edits.map(({ path }) => [path, session.text(path) ?? ''])), edits)
  assert.equal(applied.kind, 'texts')
  return applied.kind === 'texts' ? applied.texts : new Map()
}

test('who replaces an SDK has the manifest changed, too', async () => {
  const texts = await taken(shop, 'replace')
  const { dependencies } = JSON.parse(texts.get('package.json') ?? '{}')
  assert.deepEqual(Object.keys(dependencies), ['@aws-sdk/client-s3'])
  assert.match(texts.get('shop/pictures.ts') ?? '', /new S3Client\(/)
})

test('the old package stays in the manifest while another file imports it', async () => {
  const texts = await taken(`${shop}\n// infrastructure/backup.ts\nimport { Storage } from '@google-cloud/storage'\nexport const backup = new Storage()\n`, 'replace')
  assert.deepEqual(Object.keys(JSON.parse(texts.get('package.json') ?? '{}').dependencies), ['@aws-sdk/client-s3', '@google-cloud/storage'])
})

test('who types in another file while the replacement is made gets one that knows of it', async () => {
  const imports = "import { Storage } from '@google-cloud/storage'\n"
  const { session, report } = project(`${shop}\n// infrastructure/backup.ts\nimport './clock'\n${imports}export const backup = new Storage()\n`)
  const fix = report.findings.flatMap(({ fixes }) => fixes).find(({ id }) => id === 'replace')
  assert.ok(fix)
  const edits = session.edits(fix)
  session.apply([{ kind: 'text', path: 'infrastructure/backup.ts', text: '' }])
  const inManifest = (await edits).edits.filter(({ path }) => path === 'package.json')
  const applied = apply(new Map([['package.json', session.text('package.json') ?? '']]), inManifest)
  assert.deepEqual(Object.keys(JSON.parse((applied.kind === 'texts' && applied.texts.get('package.json')) || '{}').dependencies), ['@aws-sdk/client-s3'])
})

for (const id of ['allow', 'ignore']) {
  test(`taken with a reason, "${id}" leaves no finding`, async () => {
    const texts = await taken(shop, id, 'SHOP-12: until the summer')
    const { session } = project(shop)
    const report = session.apply([...texts].map(([path, text]) => ({ kind: 'text', path, text })))
    assert.deepEqual(report.problems, [])
    assert.deepEqual(report.findings.map(({ status }) => status), ['allowed'])
  })
}

test('without a reason nothing is allowed', async () => {
  assert.equal((await taken(shop, 'allow')).size, 0)
  assert.equal((await taken(shop, 'ignore')).size, 0)
})
