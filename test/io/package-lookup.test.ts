import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageLookup } from '../../server/io/package-lookup.ts'

const above = realpathSync(mkdtempSync(join(tmpdir(), 'harbour-')))
after(() => rmSync(above, { recursive: true }))
const root = join(above, 'harbour')
for (const [path, text] of Object.entries({
  'harbour/node_modules/rope/package.json': '{ "name": "rope", "exports": { "./knots": { "types": "./knots.d.ts", "default": "./knots.js" } } }',
  'harbour/node_modules/rope/knots.d.ts': '', 'harbour/node_modules/rope/knots.js': '',
  'harbour/packages/money/package.json': '{ "name": "money", "main": "coin.js" }', 'harbour/packages/money/coin.ts': '',
  'node_modules/anchor/index.js': '',
})) {
  mkdirSync(dirname(join(above, path)), { recursive: true })
  writeFileSync(join(above, path), text)
}
symlinkSync(join(root, 'packages/money'), join(root, 'node_modules/money'), 'junction')

test('an installed package is found where its exports say', () => {
  assert.equal(packageLookup(root)('rope/knots', 'packages/money'), 'node_modules/rope/knots.d.ts')
})

test('a package that is linked into the project is found where it really lies', () => {
  assert.equal(packageLookup(root)('money', ''), 'packages/money/coin.ts')
})

test('a package above the root is told with its way up', () => {
  assert.equal(packageLookup(root)('anchor', 'packages'), '../node_modules/anchor/index.js')
})

test('what is not installed is not found', () => {
  assert.equal(packageLookup(root)('rope/hitch', ''), undefined)
  assert.equal(packageLookup(root)('sail', ''), undefined)
})
