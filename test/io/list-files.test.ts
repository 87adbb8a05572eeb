import { test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listedFiles, listFiles } from '../../server/io/list-files.ts'
import { repositoryWith } from '../support/repository.ts'

test('files of a working tree are those that are tracked and there, and those that are new and not ignored', (t) => {
  const repository = repositoryWith(t, `
# .gitignore
*.log
kept/

# cart.ts
# sunk.ts
# kept/old.ts
# docks/crane.ts
# docks/node_modules/rope/index.ts
`)
  const at = (path: string): string => join(repository.folder, path)
  symlinkSync('cart.ts', at('basket.ts'))
  repository.git('add', '--force', '.')
  rmSync(at('sunk.ts'))
  writeFileSync(at('cart.ts'), 'export const changed = true')
  writeFileSync(at('docks/new\there.ts'), '')
  writeFileSync(at('a.log'), '')
  symlinkSync('cart.ts', at('trolley.ts'))
  mkdirSync(at('other'))
  writeFileSync(at('other/ship.ts'), '')
  repository.git('-C', 'other', 'init', '--quiet')
  const { files, isIgnored } = listFiles(repository.folder)
  assert.deepEqual(files, ['.gitignore', 'cart.ts', 'docks/crane.ts', 'docks/new\there.ts', 'kept/old.ts'])
  const asked = ['kept/old.ts', 'kept/new.ts', 'b.log', 'sunk.ts', 'cart.ts', 'basket.ts', 'docks/new\there.ts', 'docks/node_modules/rope/index.ts']
  assert.deepEqual(asked.filter(isIgnored), ['kept/old.ts', 'kept/new.ts', 'b.log', 'docks/node_modules/rope/index.ts'])
  assert.deepEqual([...listedFiles(repository.folder, asked, isIgnored)].sort(), ['cart.ts', 'docks/new\there.ts', 'kept/old.ts'])
})

test('a file in conflict is listed once', (t) => {
  const repository = repositoryWith(t, '# cart.ts\n')
  const commit = (text: string): void => {
    writeFileSync(join(repository.folder, 'cart.ts'), text)
    repository.git('commit', '--quiet', '--all', '--message', 'change')
  }
  repository.git('add', '.')
  repository.git('commit', '--quiet', '--message', 'start')
  repository.git('checkout', '--quiet', '-b', 'side')
  commit('export const one = 1')
  repository.git('checkout', '--quiet', '-')
  commit('export const two = 2')
  assert.notEqual(repository.git('merge', 'side').status, 0)
  assert.deepEqual(listFiles(repository.folder).files, ['cart.ts'])
})
