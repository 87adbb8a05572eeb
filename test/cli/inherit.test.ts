import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folderWith, repositoryWith } from '../support/repository.ts'
import { harbour } from './harbour.ts'

const inheriting = `${harbour}
# boats/bulkhead.yaml
inherit: true
module: boats
api: [anchor.ts]
`
const closed = `
# boats/bulkhead.yaml
inherit: true
module: boats
api: [sail.ts]
`

test('started in a folder whose configuration inherits, the project is the one around it', (t) => {
  const { status, out } = folderWith(t, `${inheriting}\n# office/inner/bulkhead.yaml\ninherit: true\n\n// office/inner/fan.ts\nimport '../../boats/sail'\n`).bulkhead('check', '--cwd', 'office/inner')
  assert.equal(status, 1)
  assert.match(out, /^office\/inner\/fan\.ts:1:8 {2}error {2}.* reaches into boats, past its api {3}boundaries\/api\n +boats opens only anchor\.ts \(boats\/bulkhead\.yaml:3\)/)
})

test('what is staged of it is judged by, not what lies in the working tree', (t) => {
  const repository = repositoryWith(t, inheriting)
  assert.equal(repository.bulkhead('check').status, 0)
  repository.write(closed)
  assert.equal(repository.bulkhead('check').status, 1)
  assert.equal(repository.bulkhead('check', '--staged').status, 0, 'closed, but not staged')
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check', '--staged').out, /^office\/fees\.ts:1:24 {2}error {2}office reaches into boats, past its api/)
  repository.write('\n# boats/bulkhead.yaml\ninherit: true\napi: [\n')
  assert.equal(repository.bulkhead('check', '--staged').status, 1, 'what is broken is not staged')
  assert.equal(repository.bulkhead('check').status, 2)
})

test('named as the configuration, it has nobody to inherit from', (t) => {
  const { status, out } = folderWith(t, inheriting).bulkhead('check', '--config', 'boats/bulkhead.yaml')
  assert.equal(status, 2)
  assert.match(out, /boats\/bulkhead\.yaml:1:1 {2}problem {2}boats\/bulkhead\.yaml says inherit: true, and there is no configuration above it/)
})
