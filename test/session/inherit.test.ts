// A configuration further down is read anew whenever it changes, and may become a project of its own or cease to be one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedFindings } from '../../server/session/changed-findings.ts'
import type { Session } from '../../server/session/session.ts'
import { sessionOver } from './session-over.ts'

const heir = 'services/pay/bulkhead.yaml'

function living(): { readonly texts: Map<string, string>; readonly session: Session } {
  const texts = new Map([
    ['bulkhead.yaml', 'checks: { boundaries/undeclared: "off" }\n'], [heir, 'inherit: true\npackages: []\n'],
    ['services/pay/charge.ts', "import pg from 'pg'\nimport '../mail/send'\n"], ['services/mail/send.ts', ''],
  ])
  return { texts, session: sessionOver(texts) }
}

test('it is judged by as it is written, typed, deleted, and made a project of its own', () => {
  const { texts, session } = living()
  const entries = (): readonly (string | undefined)[] => session.apply([{ kind: 'disk', paths: [heir] }]).findings.map(({ entry }) => entry)
  assert.deepEqual(session.apply([]).findings.map(({ entry }) => entry), ['services/pay.packages'])
  assert.deepEqual(session.innerProjects(), [])
  texts.set(heir, 'inherit: true\nmodule: pay\nuses: []\n')
  assert.deepEqual(entries(), ['pay.uses'])
  const typed = session.apply([{ kind: 'text', path: heir, text: 'inherit: true\nmodule: pay\nuse: []\n' }])
  assert.deepEqual(typed.problems.map(({ at, message }) => [at?.path, message]), [[heir, `${heir} has no key 'use'`]])
  assert.deepEqual([typed.isConfigValid, typed.findings.map(({ entry }) => entry)], [false, ['pay.uses']], 'the last good one is in force')
  session.apply([{ kind: 'text', path: heir, text: undefined }])
  texts.set(heir, 'version: 1\n')
  assert.deepEqual([entries(), session.innerProjects()], [[], ['services/pay']])
  texts.set(heir, 'inherit: true\npackages: []\n')
  assert.deepEqual([entries(), session.innerProjects()], [['services/pay.packages'], []])
  texts.delete(heir)
  assert.deepEqual(entries(), [])
  texts.set(heir, 'inherit: true\npackages: []\n')
  assert.deepEqual(entries(), ['services/pay.packages'])
})

test('a change to it is answerable for all findings', () => {
  const { session } = living()
  const { findings } = session.apply([])
  const change = { changed: new Set([heir]), modified: new Set([heir]), deleted: new Set<string>(), configFiles: session.configFiles }
  assert.ok(session.configFiles.has(heir))
  assert.deepEqual(changedFindings(findings, change, () => findings), findings)
})

for (const [how, path, text] of [['leaves it out', 'bulkhead.yaml', 'ignore: services/pay\n'], ['makes it a project of its own', heir, 'version: 1\n']] as const) test(`a broken tsconfig is no problem any more when the configuration ${how} where the last import stood that asked for it`, () => {
  const { texts, session } = living()
  texts.set('services/pay/tsconfig.json', '{ "extends": "./gone.json" }')
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['services/pay/tsconfig.json'] }]).problems.map(({ kind }) => kind), ['tsconfig'])
  texts.set(path, text)
  assert.deepEqual(session.apply([{ kind: 'disk', paths: [path] }]).problems, sessionOver(texts).apply([]).problems)
  assert.deepEqual(session.apply([]).problems, [])
})
