import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderGraphJson } from '../../server/report/graph-json.ts'
import { harbour } from './harbour.ts'
import { viewOf } from './view.ts'

test('every file is listed with its module, layer and imports', () => {
  const { version, files } = JSON.parse(renderGraphJson(harbour))
  assert.equal(version, 1)
  assert.deepEqual(files.map(({ path }: { path: string }) => path), ['src/office/desk.ts', 'src/office/phone.ts', 'src/quay/berth.ts', 'src/quay/buoy.ts', 'src/quay/crane.ts', 'src/quay/gate.ts'])
  assert.equal(JSON.stringify(files[0]), JSON.stringify({
    path: 'src/office/desk.ts', module: 'src/office', layer: 'office', imports: [
      { specifier: '../quay/gate', kind: 'value', line: 1, column: 22, to: { kind: 'file', path: 'src/quay/gate.ts' } },
      { specifier: '../quay/crane', kind: 'type', line: 2, column: 28, to: { kind: 'file', path: 'src/quay/crane.ts' } },
      { specifier: 'node:fs', kind: 'value', line: 3, column: 26, to: { kind: 'builtin', name: 'fs' } },
      { specifier: 'zod', kind: 'value', line: 4, column: 19, to: { kind: 'package', name: 'zod', subpath: '' } },
      { specifier: '../quay/berth', kind: 'reexport', line: 5, column: 23, to: { kind: 'file', path: 'src/quay/berth.ts' } },
    ],
  }))
  assert.deepEqual(files[2].imports[2].to, { kind: 'unknown', reason: 'no such file' })
  assert.deepEqual(files[3].imports, [])
})

test('a file in no module and no layer has no such keys', () => {
  assert.equal(JSON.stringify(JSON.parse(renderGraphJson(viewOf({ 'quay.ts': '' }))).files), '[{"path":"quay.ts","imports":[]}]')
})

test('only the files asked for are listed, with all that they import', () => {
  const { files } = JSON.parse(renderGraphJson({ ...harbour, shows: (path) => path === 'src/quay/gate.ts' }))
  assert.deepEqual(files.map(({ path, imports }: { path: string; imports: { to: { path: string } }[] }) => [path, imports.map(({ to }) => to.path)]), [['src/quay/gate.ts', ['src/quay/berth.ts']]])
})
