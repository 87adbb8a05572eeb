import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { folderWith, program, repositoryWith, type Repository } from '../support/repository.ts'
import { crossing, harbour } from './harbour.ts'

const root = join(import.meta.dirname, '../..')

/** A repository whose pre-commit hook runs what .pre-commit-hooks.yaml names, with our program under its name. */
function hooked(t: TestContext): Repository {
  const repository = repositoryWith(t, harbour)
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))
  hookInto(repository.folder, hook.entry)
  return repository
}

function hookInto(folder: string, entry: string): void {
  const script = join(folder, '.git/hooks/pre-commit')
  writeFileSync(script, `#!/bin/sh\nbulkhead() { "${process.execPath}" "${program}" "$@"; }\n${entry}\n`)
  chmodSync(script, 0o755)
}

test('a commit that crosses a boundary is refused, and says why', (t) => {
  const repository = hooked(t)
  repository.write(crossing)
  repository.git('add', '--all')
  const { status, out, err } = repository.git('commit', '--message=Cross')
  assert.equal(status, 1)
  // git sends what a hook prints to standard error.
  assert.match(out + err, /boats\/sail\.ts:1:22 {2}error {2}boats may not use office[\s\S]*Boats outlive every office \(bulkhead\.yaml:2\)/)
  assert.equal(repository.git('rev-list', '--count', 'HEAD').out, '1\n')
})

test('in a linked working tree, a project in a folder is judged by its own paths', (t) => {
  const repository = folderWith(t, harbour.replaceAll('// ', '// main/port/').replace('# bulkhead.yaml', '# main/port/bulkhead.yaml'))
  const main = ['-C', 'main'] as const
  repository.git('init', '--quiet', 'main')
  repository.git(...main, 'add', '--all')
  repository.git(...main, 'commit', '--quiet', '--message=Start')
  hookInto(join(repository.folder, 'main'), 'bulkhead check --staged --cwd port')
  repository.git(...main, 'worktree', 'add', '--quiet', '../linked')
  repository.write(crossing.replace('// ', '// linked/port/'))
  repository.git('-C', 'linked', 'add', '--all')
  const { status, out, err } = repository.git('-C', 'linked', 'commit', '--message=Cross')
  assert.equal(status, 1)
  assert.match(out + err, /boats\/sail\.ts:1:22 {2}error/)
})

test('a good commit is let through', (t) => {
  const repository = hooked(t)
  repository.write(`\n// boats/row.ts\nimport { anchor } from './anchor'\nexport const row = anchor\n`)
  repository.git('add', '--all')
  assert.equal(repository.git('commit', '--message=Row').status, 0)
})

test('a file that is bad in the working tree but good in the index is let through, and stays as it is', (t) => {
  const repository = hooked(t)
  repository.write(`\n// boats/sail.ts\nexport const sail = () => 'sailing fast'\n`)
  repository.git('add', '--all')
  repository.write(crossing)
  assert.equal(repository.git('commit', '--message=Faster').status, 0)
  assert.match(repository.read('boats/sail.ts'), /office/)
})

test('`git commit FILE` and `git commit --all` are judged by the index that git makes for them', (t) => {
  const repository = hooked(t)
  repository.write(`${crossing}\n// boats/anchor.ts\nexport const anchor = () => 'up'\n`)
  assert.equal(repository.git('commit', '--message=One', 'boats/anchor.ts').status, 0)
  assert.equal(repository.git('commit', '--all', '--message=All').status, 1)
})
