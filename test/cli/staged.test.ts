import { test } from 'node:test'
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, repositoryWith } from '../support/repository.ts'
import { crossing, harbour } from './harbour.ts'

const kept = `\n// boats/sail.ts\nexport const sail = () => 'sailing fast'\n`

test('what is staged is judged, not what lies in the working tree', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  assert.equal(repository.bulkhead('check', '--staged').status, 0, 'bad, but not staged')
  repository.git('add', '--all')
  assert.equal(repository.bulkhead('check', '--staged').status, 1)
  repository.write(kept)
  assert.equal(repository.bulkhead('check', '--staged').status, 1, 'put right, but not staged')
  repository.git('add', '--all')
  assert.equal(repository.bulkhead('check', '--staged').status, 0)
})

test('a file that is bad in the working tree but good in the index passes', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(kept)
  repository.git('add', '--all')
  repository.write(crossing)
  assert.equal(repository.bulkhead('check', '--staged').status, 0)
  assert.equal(repository.bulkhead('check').status, 1)
})

test('an untracked file does not exist, and an unstaged deletion is none', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(`\n// boats/oar.ts\nexport const oar = 1\n\n// boats/row.ts\nimport './oar'\nimport './anchor'\n`)
  repository.git('add', 'boats/row.ts')
  rmSync(join(repository.folder, 'boats/anchor.ts'))
  const { out } = repository.bulkhead('check', '--staged')
  assert.match(out, /boats\/row\.ts:1:8 {2}warning {2}'\.\/oar' leads to no file/)
  assert.doesNotMatch(out, /anchor/)
})

test('findings of files that are not staged are left to those who stage them', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  repository.git('commit', '--quiet', '--all', '--message=Cross')
  repository.write(`\n// boats/anchor.ts\nexport const anchor = () => 'up'\n`)
  repository.git('add', '--all')
  assert.equal(repository.bulkhead('check', '--staged').status, 0)
  repository.write(`\n# bulkhead.yaml\nmodules: { boats: boats, office: office }\nrules: [{ id: boats-apart, from: boats, forbid: office }]\n`)
  repository.git('add', 'bulkhead.yaml')
  assert.equal(repository.bulkhead('check', '--staged').status, 1, 'a staged configuration is answerable for all of them')
})

test('a deleted target and a cycle that is closed elsewhere are found, wherever they stand', (t) => {
  const repository = repositoryWith(t, `${harbour}\n// boats/a.ts\nexport const a = 1\n\n// boats/b.ts\nimport './a'\n`)
  repository.git('rm', '--quiet', 'boats/anchor.ts')
  const gone = repository.bulkhead('check', '--staged')
  assert.match(gone.out, /office\/fees\.ts:1:24 {2}warning {2}'\.\.\/boats\/anchor' leads to no file/)
  repository.git('reset', '--quiet', '--hard')
  repository.write(`\n// boats/a.ts\nimport './b'\nexport const a = 1\n`)
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check', '--staged').out, /2 files import each other: boats\/a\.ts > boats\/b\.ts > boats\/a\.ts/)
})

test('the first commit has nothing to be compared with', (t) => {
  const repository = folderWith(t, harbour)
  repository.write(crossing)
  repository.git('init', '--quiet')
  repository.git('add', '--all')
  assert.equal(repository.bulkhead('check', '--staged').status, 1)
})

test('a project in a folder of the repository stages by its own paths', (t) => {
  const repository = folderWith(t, harbour.replaceAll('// ', '// port/').replace('# bulkhead.yaml', '# port/bulkhead.yaml'))
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Start')
  repository.write(crossing.replace('// ', '// port/'))
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check', '--staged', '--cwd', 'port').out, /^boats\/sail\.ts:1:22 {2}error/)
})

test('a configuration by another name changes what all is judged by, too', (t) => {
  const repository = repositoryWith(t, harbour.replace('bulkhead.yaml', 'harbour.yaml').replace('forbid: office', 'forbid: office, severity: warning'))
  repository.write(crossing)
  repository.git('commit', '--all', '--quiet', '--message=Cross')
  repository.write(`\n${harbour.slice(0, harbour.indexOf('//')).replace('bulkhead.yaml', 'harbour.yaml')}`)
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check', '--staged', '--config', 'harbour.yaml').out, /^boats\/sail\.ts:1:22 {2}error/)
})

test('what a sparse checkout leaves out is still in the commit', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  repository.git('commit', '--all', '--quiet', '--message=Cross')
  repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!/boats')
  repository.write('\n# package.json\n{}\n')
  repository.git('add', 'package.json')
  assert.match(repository.bulkhead('check', '--staged').out, /^boats\/sail\.ts:1:22 {2}error/)
})

test('outside a repository there is nothing staged, and that is said', (t) => {
  const { status, err } = folderWith(t, harbour).bulkhead('check', '--staged')
  assert.equal(status, 2)
  assert.match(err, /no git repository|not a git repository/)
})

test('since a branch left, its own findings are shown: committed, staged, unstaged and untracked', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.git('checkout', '--quiet', '-b', 'faster')
  repository.write(crossing)
  repository.git('commit', '--quiet', '--all', '--message=Cross')
  repository.git('checkout', '--quiet', 'main')
  repository.write(`\n// boats/later.ts\nimport { fees } from '../office/fees'\nexport const later = fees\n`)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Later')
  repository.git('checkout', '--quiet', 'faster')
  repository.git('merge', '--quiet', '--no-edit', 'main')
  repository.write(`\n// boats/untracked.ts\nimport { fees } from '../office/fees'\nexport const untracked = fees\n`)
  const { status, out } = repository.bulkhead('check', '--since', 'main')
  assert.equal(status, 1)
  assert.match(out, /boats\/sail\.ts:1:22/)
  assert.match(out, /boats\/untracked\.ts:1:22/)
  assert.doesNotMatch(out, /boats\/later\.ts/)
})

test('an unknown ref is named, with status 2', (t) => {
  const { status, out, err } = repositoryWith(t, harbour).bulkhead('check', '--since', 'mian')
  assert.deepEqual({ status, out }, { status: 2, out: '' })
  assert.match(err, /git knows no commit 'mian'/)
})
