// Trap 27: files as clients name them, on both kinds of systems.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithin, relativePath } from '../../server/lsp/from-lsp.ts'
import { pathOfUri, uriOfPath } from '../../server/lsp/uri.ts'

const onWindows = '\\'
const elsewhere = '/'

test('trap 27: a file on a drive has one path, however its URI is written', () => {
  for (const uri of ['file:///c%3A/harbour/Gr%C3%BC%C3%9Fe.ts', 'file:///c:/harbour/Grüße.ts', 'file:///C:/harbour/Gr%c3%bc%c3%9fe.ts', 'file://localhost/C%3a/harbour/Grüße.ts', 'FILE:///c%3A/harbour/Grüße.ts?x#y']) {
    assert.equal(pathOfUri(uri, onWindows), 'C:\\harbour\\Grüße.ts', uri)
  }
})

test('trap 27: what lies in a folder does so whether its drive is written small or not', () => {
  const root = pathOfUri('file:///C:/harbour', onWindows) ?? ''
  const file = pathOfUri('file:///c%3A/harbour/src/quay.ts', onWindows) ?? ''
  assert.ok(isWithin(file, root))
  assert.equal(relativePath(root, file), 'src/quay.ts')
  assert.ok(!isWithin(pathOfUri('file:///c%3A/harbour-old/quay.ts', onWindows) ?? '', root))
  assert.equal(relativePath(pathOfUri('file:///d%3A/', onWindows) ?? '', pathOfUri('file:///D:/quay.ts', onWindows) ?? ''), 'quay.ts')
})

test('trap 27: a share is a path on Windows, and nothing elsewhere', () => {
  assert.equal(pathOfUri('file://quays/harbour/a.ts', onWindows), '\\\\quays\\harbour\\a.ts')
  assert.equal(pathOfUri('file://quays/harbour/a.ts', elsewhere), undefined)
})

test('trap 27: elsewhere a colon and a backslash are letters of a name', () => {
  assert.equal(pathOfUri('file:///c%3A/harbour/a%5Cb.ts', elsewhere), '/c:/harbour/a\\b.ts')
  assert.equal(uriOfPath('/c:/harbour/a\\b.ts', elsewhere), 'file:///c:/harbour/a%5Cb.ts')
})

test('trap 27: a path becomes a URI and comes back', () => {
  for (const path of ['C:\\harbour\\Grüße #1 50%.ts', '\\\\quays\\harbour\\a b.ts']) assert.equal(pathOfUri(uriOfPath(path, onWindows), onWindows), path)
  for (const path of ['/harbour/Grüße #1 50%.ts', '/harbour/a\\b?.ts']) assert.equal(pathOfUri(uriOfPath(path, elsewhere), elsewhere), path)
})
