import { test } from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { ignoreFiles } from '../../server/io/ignore-files.ts'
import { folderWith, repositoryWith } from '../support/repository.ts'

const port = `
# .gitignore
*.log
/build
cargo/*
!cargo/manifest.ts

# docks/.gitignore
!keep.log
crane.ts
`

test('what is ignored is what git ignores, be it there or not', (t) => {
  const repository = repositoryWith(t, port)
  const ignored = ignoreFiles(repository.folder)
  const paths = ['a.log', 'docks/a.log', 'docks/keep.log', 'build/x.ts', 'docks/build/x.ts', 'cargo/crate.ts', 'cargo/manifest.ts', 'cargo/deep/x.ts', 'docks/crane.ts', 'crane.ts', 'docks/north/crane.ts', 'index.ts']
  for (const path of paths) assert.equal(ignored(path), repository.git('check-ignore', '--quiet', '--no-index', path).status === 0, path)
})

test('the root, and what lies outside, is ignored by nobody', (t) => {
  const ignored = ignoreFiles(folderWith(t, port).folder)
  for (const path of ['', '..', '../x.log', '/x.log', '/index.ts']) assert.equal(ignored(path), false, path)
})

test('a project further down in a repository heeds what stands above it', (t) => {
  const repository = repositoryWith(t, `
# .gitignore
generated/
/docks/log

# docks/.gitignore
!generated/keep.ts
`)
  const ignored = ignoreFiles(join(repository.folder, 'docks'))
  for (const path of ['generated/client.ts', 'log/a.ts', 'north/log/a.ts', 'crane.ts']) {
    assert.equal(ignored(path), repository.git('check-ignore', '--quiet', '--no-index', `docks/${path}`).status === 0, path)
  }
})

test('what git tracks is judged, whatever a .gitignore says of its name', (t) => {
  const repository = repositoryWith(t, `
# bulkhead.yaml
layers: [shop, billing]

# shop/cart.ts
export const cart = 1

# shop/build/cart.ts
export const cart = 1

# billing/ledger.ts
import '../shop/build/cart'
`)
  repository.write('# .gitignore\nbuild/\n')
  assert.match(repository.bulkhead('check').out, /billing may not use shop/)
  repository.write('# billing/ledger.ts\nimport "../shop/build/cart"\n')
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check', '--staged').out, /billing may not use shop/)
})
