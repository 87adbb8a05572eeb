import { test } from 'node:test'
import assert from 'node:assert/strict'
import { take } from './rewriting.ts'

const code = "import { Storage } from '@google-cloud/storage'\nawait new Storage().bucket('b').file('k.txt').save('x')\n"

async function manifestAfter(manifest: string, options: { readonly code?: string; readonly others?: number } = {}): Promise<string | undefined> {
  const { texts } = await take('gcs-to-s3', 'shop/receipts.ts', { 'shop/receipts.ts': options.code ?? code, 'shop/package.json': manifest }, {
    arguments: { manifest: 'shop/package.json', others: options.others ?? 0 },
  })
  return texts.get('shop/package.json')
}

test('the manifest gets what is imported now, at its place, and loses what no file imports any more', async () => {
  assert.equal(await manifestAfter('{\n  "name": "shop",\n  "dependencies": {\n    "@google-cloud/storage": "^7.0.0",\n    "zod": "^4.0.0"\n  }\n}\n'),
    '{\n  "name": "shop",\n  "dependencies": {\n    "@aws-sdk/client-s3": "^3.1169.0",\n    "zod": "^4.0.0"\n  }\n}\n')
})

test('while other files import it, or this one needs it still, it stays', async () => {
  const manifest = '{\n\t"dependencies": {\n\t\t"@google-cloud/storage": "^7.0.0"\n\t}\n}'
  const both = '{\n\t"dependencies": {\n\t\t"@aws-sdk/client-s3": "^3.1169.0",\n\t\t"@google-cloud/storage": "^7.0.0"\n\t}\n}'
  assert.equal(await manifestAfter(manifest, { others: 2 }), both)
  assert.equal(await manifestAfter(manifest, { code: `${code}await new Storage().bucket('b').file('k.txt').makePublic()\n` }), both)
})

test('a package that is there stays in its version, wherever it stands', async () => {
  const manifest = '{\r\n  "dependencies": {},\r\n  "devDependencies": { "@aws-sdk/client-s3": "3.800.0" }\r\n}\r\n'
  assert.equal(await manifestAfter(manifest), manifest)
})

test('a manifest without dependencies gets some, and one that can not be read is left alone', async () => {
  assert.equal(await manifestAfter('{\n  "name": "shop"\n}\n'), '{\n  "name": "shop",\n  "dependencies": {\n    "@aws-sdk/client-s3": "^3.1169.0"\n  }\n}\n')
  assert.equal(await manifestAfter('{ "dependencies": '), '{ "dependencies": ')
})

async function refused(path: string, text: string): Promise<readonly string[]> {
  const { texts, problems } = await take('gcs-to-s3', path, { [path]: text })
  assert.equal(texts.get(path), text)
  return problems
}

test('what can not be rewritten is left as it is, and said', async () => {
  assert.deepEqual(await refused('shop/receipts.ts', `${code}const half = (`), ['syntax: this file can not be read as it is'])
  assert.deepEqual(await refused('shop/Receipts.vue', `<script setup>\n${code}</script>\n`), ['not-a-script: only JavaScript and TypeScript can be rewritten'])
  assert.deepEqual(await refused('shop/storage.ts', "export { Storage } from '@google-cloud/storage'\n"), ["left-over: Google's package is handed on, or loaded within a function, where nothing can be rewritten"])
  assert.deepEqual(await refused('shop/cart.ts', "import { charge } from '../billing'\n"), [])
})
