import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Path } from '../../rules/model/place.ts'
import { emptyArchive } from '../../server/io/archive.ts'
import type { Files } from '../../server/io/files.ts'
import { memory } from '../../server/session/memory.ts'
import { Session } from '../../server/session/session.ts'
import { today } from '../support/project.ts'

test('another branch is one event, of which only what it changed is read', () => {
  const texts = new Map([
    ['bulkhead.yaml', 'version: 1\nlayers: [shop, harbour]\n'],
    ['shop/cart.ts', "import { crane } from '../harbour/crane'\nexport const cart = crane\n"],
    ['shop/till.ts', 'export const till = 1\n'],
    ['harbour/crane.ts', 'export const crane = 1\n'],
  ])
  const read: Path[] = []
  const session = sessionOver(texts, read)
  assert.deepEqual(session.apply([]).findings.map(({ rule }) => rule), [])
  read.length = 0
  texts.set('harbour/crane.ts', "import { till } from '../shop/till'\nexport const crane = till\n")
  texts.delete('shop/cart.ts')
  assert.deepEqual(session.apply([{ kind: 'everything' }]).findings.map(({ rule, at }) => `${rule} ${at.path}`), ['boundaries/layers harbour/crane.ts'])
  assert.deepEqual([...new Set(read.filter((path) => path.endsWith('.ts')))], ['harbour/crane.ts'])
})

/** Every text has a stamp, as a file that was not written just now. */
function sessionOver(texts: ReadonlyMap<Path, string>, read: Path[]): Session {
  const files: Files = {
    list: () => ({ files: [...texts.keys()].sort(), isIgnored: () => false, problems: [] }),
    listed: (paths) => paths.filter((path) => texts.has(path)),
    read(path) {
      read.push(path)
      const text = texts.get(path)
      return text === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: new TextEncoder().encode(text), stamp: text }
    },
    stamp: (path) => texts.get(path),
  }
  return new Session({
    files, lookup: () => undefined, realPath: (path) => path, configPath: 'bulkhead.yaml', today: () => today,
    memory: (all) => memory(all, emptyArchive, () => {}),
  })
}
