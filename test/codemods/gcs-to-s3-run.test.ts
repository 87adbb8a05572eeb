import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import S3rver from 's3rver'
// What is rewritten keeps its signatures. Under `exactOptionalPropertyTypes`, which is ours and not the fixture's, the new text does not compile.
import type * as Harbour from '../fixtures/gcs-to-s3/harbour.before.ts'

// The rewritten module, as gcs-to-s3.test.ts proves it to be, at work on a real server of the S3 API.

let folder: string
let server: S3rver
let manifests: Harbour.Manifests

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harbour-'))
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 'buckets') })
  const { port } = await server.run()
  Object.assign(process.env, {
    S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_FORCE_PATH_STYLE: 'true', S3_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER',
  })
  const module = await rewritten('')
  manifests = new module.Manifests('harbour')
  await manifests.open()
  await manifests.open()
})

/** Loaded again for each query: clients are made when a module is loaded. */
function rewritten(query: string): Promise<typeof Harbour> {
  return import(new URL(`../fixtures/gcs-to-s3/harbour.after.ts${query}`, import.meta.url).href)
}

after(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const cargo = 'crates,12\nbarrels,7\nKühlgut,3\n'
const isStatus = (status: number) => (error: { $metadata?: { httpStatusCode?: number } }) => error.$metadata?.httpStatusCode === status

test('what was saved is there, as it was, with its type and metadata', async () => {
  assert.equal(await manifests.has('vega', 'monday'), false)
  await manifests.save('vega', 'monday', cargo)
  assert.equal(await manifests.has('vega', 'monday'), true)
  assert.equal(await manifests.read('vega', 'monday'), cargo)
  assert.equal(await manifests.head('vega', 'monday'), 'crat')
  const { size, contentType, ship, updated } = await manifests.describe('vega', 'monday')
  assert.deepEqual({ size, contentType, ship }, { size: Buffer.byteLength(cargo), contentType: 'text/csv', ship: 'vega' })
  assert.ok(Math.abs(updated.getTime() - Date.now()) < 60_000)
})

test('bytes that are no text come back as they were', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  await manifests.save('bytes', 'monday', bytes)
  const path = join(folder, 'bytes.csv')
  await manifests.fetchTo('bytes', 'monday', path)
  assert.deepEqual(await readFile(path), bytes)
})

test('what is not there can not be read, described, or deleted', async () => {
  await assert.rejects(manifests.read('ghost', 'monday'), isStatus(404))
  await assert.rejects(manifests.describe('ghost', 'monday'), isStatus(404))
  await assert.rejects(manifests.forget('ghost', 'monday'), isStatus(404))
  await assert.rejects(text(manifests.send('ghost', 'monday')), isStatus(404))
})

test('a list has what begins so, and ends where it is told to', async () => {
  const ships = Array.from({ length: 60 }, (_, ship) => `ship-${String(ship).padStart(2, '0')}`)
  await Promise.all(ships.map((ship) => manifests.save(ship, 'regatta', 'sails')))
  await manifests.save('ship-00', 'regatta-2', 'sails')
  assert.deepEqual(await manifests.ships('regatta'), ships)
  assert.equal(await manifests.firstShip('regatta'), 'regatta/ship-00.csv')
  await manifests.clear('regatta')
  assert.deepEqual(await manifests.ships('regatta'), [])
  assert.deepEqual(await manifests.ships('regatta-2'), ['ship-00'])
})

// s3rver 3.7.1 encrypts its continuation tokens with DES, which OpenSSL 3 refuses, so that this server is our own.
test('a list goes on where an answer ends', async () => {
  const page = (keys: readonly string[], next: string) => `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next}${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`
  const pages = createServer((request, response) => {
    const isSecond = request.url?.includes('continuation-token=more') ?? false
    response.setHeader('content-type', 'application/xml').end(isSecond ? page(['late/b.csv'], '') : page(['late/a.csv'], '<NextContinuationToken>more</NextContinuationToken>'))
  })
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const endpoint = process.env.S3_ENDPOINT
  process.env.S3_ENDPOINT = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
  try {
    const module = await rewritten('?paged')
    assert.deepEqual(await new module.Manifests('harbour').ships('late'), ['a', 'b'])
  } finally {
    process.env.S3_ENDPOINT = endpoint
    pages.closeAllConnections()
    pages.close()
  }
})

test('a move leaves nothing behind, a copy leaves the original, a deletion leaves the others', async () => {
  await manifests.save('mira', 'tuesday', cargo)
  assert.equal(await manifests.copy('mira', 'tuesday', 'mira & söhne'), 'copies/mira & söhne of tuesday.csv')
  await manifests.postpone('mira', 'tuesday', 'wednesday')
  assert.equal(await manifests.has('mira', 'tuesday'), false)
  assert.equal(await manifests.read('mira', 'wednesday'), cargo)
  assert.equal(await manifests.read('mira & söhne of tuesday', 'copies'), cargo)
  await manifests.forget('mira', 'wednesday')
  assert.equal(await manifests.has('mira', 'wednesday'), false)
})

test('streams carry several megabytes in and out, and a stream is done only when its object is there', async () => {
  const path = join(folder, 'long.csv')
  const long = 'crates,12\n'.repeat(800_000)
  await writeFile(path, long)
  await manifests.receive('long', 'friday', path)
  assert.equal((await manifests.describe('long', 'friday')).size, long.length)
  assert.equal(await text(manifests.send('long', 'friday')), long)
})

test('a stream that breaks off leaves no object', async () => {
  await assert.rejects(manifests.receive('torn', 'friday', join(folder, 'no-such-file.csv')), { code: 'ENOENT' })
  assert.equal(await manifests.has('torn', 'friday'), false)
})

test('a file is uploaded under its new name, with the type that its name tells', async () => {
  const path = join(folder, 'scan')
  await writeFile(path, '%PDF-1.7')
  assert.equal(await manifests.scan(path, 'vega'), 'scans/vega.pdf')
})

test('whoever has a signed URL can read or write without keys, for as long as it says', async () => {
  const upload = await manifests.writeUrl('signed', 'sunday', new Date(Date.now() + 90_000))
  const written = await fetch(upload, { method: 'PUT', body: cargo, headers: { 'content-type': 'text/csv' } })
  assert.equal(written.status, 200)
  assert.equal(await manifests.read('signed', 'sunday'), cargo)
  const url = await manifests.readUrl('signed', 'sunday')
  assert.equal(await (await fetch(url)).text(), cargo)

  const signed = (of: string) => Object.fromEntries(['X-Amz-Expires', 'X-Amz-SignedHeaders'].map((name) => [name, new URL(of).searchParams.get(name)]))
  assert.deepEqual(signed(url), { 'X-Amz-Expires': '60', 'X-Amz-SignedHeaders': 'host' })
  assert.deepEqual(signed(upload), { 'X-Amz-Expires': '90', 'X-Amz-SignedHeaders': 'content-type;host' })
})
