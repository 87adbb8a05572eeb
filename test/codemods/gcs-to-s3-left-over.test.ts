import { test } from 'node:test'
import assert from 'node:assert/strict'
import { take } from './rewriting.ts'

const head = "import { Storage } from '@google-cloud/storage'\n\nconst storage = new Storage()\nconst bucket = storage.bucket('posters')\nconst file = bucket.file('a.png')\n"

async function rewritten(statement: string, path = 'shop/posters.ts'): Promise<{ readonly text: string; readonly problems: readonly string[] }> {
  const { texts, problems } = await take('gcs-to-s3', path, { [path]: `${head}\n${statement}\n` })
  return { text: texts.get(path) ?? '', problems }
}

const without: readonly (readonly [statement: string, why: RegExp])[] = [
  ['await file.makePublic()', /makePublic stays with Google: servers of the S3 API differ in access lists/],
  ['await file.isPublic()', /differ in access lists/],
  ["await file.acl.add({ entity: 'allUsers', role: 'READER' })", /acl stays with Google/],
  ['console.log(file.publicUrl())', /PUBLIC_BASE_URL/],
  ['console.log(file.generation)', /S3 has no generations/],
  ["await file.setMetadata({ cacheControl: 'no-cache' })", /MetadataDirective REPLACE/],
  ["await file.save('x', { preconditionOpts: { ifGenerationMatch: 0 } })", /IfNoneMatch/],
  ["await file.save('x', { gzip: true })", /ContentEncoding/],
  ["await file.save('x', settings)", /options are not written out/],
  ["await file.save('x', { metadata: { temporaryHold: true } })", /metadata\.temporaryHold/],
  ['file.download((error, bytes) => console.log(bytes))', /because of its callback/],
  ['await file.download(...settings)', /arguments are not written out/],
  ["await bucket.file('a.png', { generation: 7 }).download()", /options of file\(\)/],
  ["await storage.bucket('b', { userProject: 'p' }).file('k').download()", /options of bucket\(\)/],
  ["await file.copy('gs://other/a.png')", /name bucket and key/],
  ["await file.getSignedUrl({ action: 'resumable', expires: 5 })", /reading or writing/],
  ["await file.getSignedUrl({ action: 'read', expires: 5, cname: 'https://cdn.example' })", /cname/],
  ['const [files, next] = await bucket.getFiles()', /response is looked at/],
  ['const [files] = await bucket.getFiles({ versions: true })', /ListObjectVersionsCommand/],
  ["await bucket.addLifecycleRule({ action: { type: 'Delete' }, condition: { age: 3 } })", /infrastructure/],
  ["await bucket.createNotification('topic')", /send a message of your own/],
  ["await bucket.combine(['a', 'b'], 'c')", /UploadPartCopy/],
  ['const [buckets] = await storage.getBuckets()', /ListBucketsCommand/],
  ["await storage.createBucket('b', { location: 'EU' })", /infrastructure/],
  ['multer({ storage: gcs({ bucket }) })', /gcs is handed a Bucket/],
  ["const all = [bucket, storage.bucket('b')]; console.log(all)", /kept in an array/],
  ["const buckets = { a: storage.bucket('a') }; console.log(buckets)", /kept in an object/],
  ["const open = (name: string) => storage.bucket(name); ['a'].map(open)", /handed on/],
  ['await file?.delete()', /called with \?\./],
]

for (const [statement, why] of without) {
  test(`${statement} keeps its call, its comment says why, and Google's import stays`, async () => {
    const { text, problems } = await rewritten(statement)
    const lines = text.split('\n')
    const at = lines.indexOf(statement)
    assert.notEqual(at, -1, text)
    assert.match(lines[at - 1] ?? '', /^\/\/ bulkhead: /)
    assert.match(lines[at - 1] ?? '', why)
    assert.match(text, /^import \{ Storage \} from '@google-cloud\/storage'$/m)
    assert.match(text, /^const storage = new Storage\(\)$/m)
    assert.ok(problems.length > 0 && problems.every((problem) => problem.startsWith('left-over: ')), problems.join('\n'))
  })
}

const different: readonly (readonly [statement: string, difference: RegExp])[] = [
  ["await file.save('x', { metadata: { metadata: { takenBy: 'mira' } } })", /in lower case/],
  ["await bucket.file(name).save('x')", /give ContentType/],
  ["await file.getSignedUrl({ action: 'read', expires: '03-09-2491' })", /seven days/],
  ['try { await file.download() } catch (error) { if (error.code === 404) console.log(error) }', /\$metadata\.httpStatusCode/],
  ["export const drafts = storage.bucket('drafts')", /a Bucket is its name now/],
]

for (const [statement, difference] of different) {
  test(`${statement} is rewritten, and a comment says what differs`, async () => {
    const { text, problems } = await rewritten(statement)
    assert.doesNotMatch(text, /@google-cloud/)
    assert.match(text, new RegExp(`^ *// bulkhead: .*${difference.source}`, 'm'))
    assert.ok(problems.some((problem) => problem.startsWith('differs: ') && difference.test(problem)), problems.join('\n'))
  })
}

test('settings of the client that go are named', async () => {
  const { texts } = await take('gcs-to-s3', 'shop/posters.ts', { 'shop/posters.ts': "import { Storage } from '@google-cloud/storage'\nexport const names = () => new Storage({ projectId: 'p' }).bucket('b').name\nconst storage = new Storage({ keyFilename: 'k' })\nawait storage.bucket('b').file('k.txt').save('x')\n" })
  assert.match(texts.get('shop/posters.ts') ?? '', /^\/\/ bulkhead: keyFilename went with Google's client.*\nconst storage = new S3Client\(\{$/m)
})
