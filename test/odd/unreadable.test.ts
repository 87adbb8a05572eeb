import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Session } from '../../server/session/session.ts'
import type { Files } from '../../server/io/files.ts'
import { disk } from '../../server/io/disk.ts'
import { folderWith, program, repositoryWith, type Ran, type Repository } from '../support/repository.ts'
import { harbour, write } from './beside-odd.ts'

/** `bulkhead check` while nobody may read this, by somebody to whom modes mean something: to root they do not. */
function checkedWithout({ folder }: Repository, path: string): Ran {
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  chmodSync(folder, 0o755)
  chmodSync(join(folder, path), 0)
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, 'check', '--cwd', folder], { ...nobody, cwd: '/', encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  chmodSync(join(folder, path), 0o755)
  if (error !== undefined) throw error
  return { status, out: stdout, err: stderr }
}

test('a source that nobody may read is told, and the rest is judged', (t) => {
  const { status, out } = checkedWithout(folderWith(t, harbour), 'office/anchor.ts')
  assert.equal(status, 1)
  assert.match(out, /^boats\/sail\.ts:1:22 {2}error {2}boats may not use office/)
  assert.match(out, /^office\/anchor\.ts:1:1 {2}problem {2}office\/anchor\.ts could not be read \(EACCES\)/m)
  assert.match(out, /in 3 files/)
})

test('a folder that nobody may list is told, and the rest is judged', (t) => {
  const repository = folderWith(t, harbour)
  mkdirSync(join(repository.folder, 'boats/below'))
  const { status, out } = checkedWithout(repository, 'boats/below')
  assert.equal(status, 1)
  assert.match(out, /problem {2}the folder boats\/below could not be listed \(EACCES\)/)
  assert.match(out, /in 3 files/)
})

test('a project whose folder cannot be listed is not judged, with status 2', (t) => {
  const { status, out } = checkedWithout(folderWith(t, harbour), '.')
  assert.equal(status, 2)
  assert.match(out, /^problem {2}the project's folder could not be listed \(EACCES\)/m)
})

for (const file of ['bulkhead.yaml', 'bulkhead-baseline.yaml']) {
  test(`a ${file} that nobody may read is no absent one: nothing is judged, with status 2`, (t) => {
    const repository = folderWith(t, harbour)
    write(repository.folder, 'bulkhead-baseline.yaml', '')
    const { status, out } = checkedWithout(repository, file)
    assert.equal(status, 2)
    assert.match(out, new RegExp(`^${file}:1:1 {2}problem {2}${file} could not be read \\(EACCES\\)`, 'm'))
    assert.doesNotMatch(out, /bulkhead init/)
  })
}

test('a bulkhead.yaml that is a folder is said to be none, with status 2', (t) => {
  const repository = folderWith(t, harbour)
  rmSync(join(repository.folder, 'bulkhead.yaml'))
  mkdirSync(join(repository.folder, 'bulkhead.yaml'))
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 2)
  assert.match(out, /bulkhead\.yaml:1:1 {2}problem {2}bulkhead\.yaml is not a file/)
})

/** The disk, where this happens when all files have been listed and none was read. */
function after(folder: string, happen: () => void): Files {
  const files = disk(folder)
  return { ...files, list: () => { const listing = files.list(); happen(); return listing } }
}

for (const [where, made] of [['a plain folder', folderWith], ['a repository', repositoryWith]] as const) {
  for (const [how, vanish] of [['goes', rmSync], ['becomes a folder', (path: string) => { rmSync(path); mkdirSync(path) }]] as const) {
    test(`in ${where}, a file that ${how} between listing and reading leaves the rest as it is`, (t) => {
      const { folder } = made(t, `${harbour}\n// boats/gone.ts\nimport '../office/fees'\n\n// boats/asks.ts\nimport './gone'\n`)
      const files = after(folder, () => vanish(join(folder, 'boats/gone.ts')))
      const report = new Session({ files, lookup: () => undefined, realPath: (path) => path, configPath: 'bulkhead.yaml', today: () => '2026-01-15' }).apply([])
      assert.deepEqual(report.findings.map(({ at, message }) => `${at.path} ${message}`), ['boats/sail.ts boats may not use office'])
      assert.deepEqual(report.problems.map(({ message }) => message), how === 'goes' ? [] : ['boats/gone.ts is not a file'])
    })
  }
}

test('all files that go between listing and reading leave an empty project', (t) => {
  const { folder } = folderWith(t, harbour)
  const files = after(folder, () => { for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true }) })
  const report = new Session({ files, lookup: () => undefined, realPath: (path) => path, configPath: 'bulkhead.yaml', today: () => '2026-01-15' }).apply([])
  assert.deepEqual([report.findings, report.problems], [[], []])
})
