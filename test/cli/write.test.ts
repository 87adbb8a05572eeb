import assert from 'node:assert/strict'
import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderWith, program } from '../support/repository.ts'

const shop = `
# bulkhead.yaml
cycles: forbid

# shop/cart.ts
export const cart = 1
`

test('what cannot be written is said in one line, and nothing is left behind', (t) => {
  const project = folderWith(t, shop)
  const { status, err } = project.bulkhead('check', '--output', 'shop')
  assert.equal(status, 2)
  assert.equal(err, 'bulkhead: shop could not be written (EISDIR)\n')
  assert.equal(existsSync(join(project.folder, 'shop.bulkhead-new')), false)
  mkdirSync(join(project.folder, 'bulkhead-baseline.yaml'))
  assert.doesNotMatch(project.bulkhead('baseline', '--add').err, /mistake of bulkhead/)
})

test('a link that is written stays one, and a file keeps its mode', (t) => {
  const project = folderWith(t, shop)
  project.write('# reports/july.txt\nold\n')
  const [real, link] = [join(project.folder, 'reports/july.txt'), join(project.folder, 'latest.txt')]
  chmodSync(real, 0o640)
  symlinkSync('reports/july.txt', link)
  assert.equal(project.bulkhead('check', '--output', 'latest.txt').status, 0)
  assert.equal(lstatSync(link).isSymbolicLink(), true)
  assert.match(project.read('reports/july.txt'), /No findings/)
  assert.equal(statSync(real).mode & 0o777, 0o640)
})

test('what is no file is written into, and stays what it is', (t) => {
  const project = folderWith(t, shop)
  assert.equal(project.run('mkfifo', ['reports']).status, 0)
  const { status } = project.run('sh', ['-c', `cat reports > read.txt & "${process.execPath}" "${program}" check --output reports; status=$?; test -p reports || kill $!; wait; exit $status`])
  assert.equal(status, 0)
  assert.equal(lstatSync(join(project.folder, 'reports')).isFIFO(), true)
  assert.match(project.read('read.txt'), /No findings/)
})
