import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editor } from './client.ts'
import { berth, config, harbour } from './harbour.ts'

const extending = { ...harbour, 'bulkhead.yaml': 'extends:\n  - rules/harbour.yaml\n', 'rules/harbour.yaml': config }

test('a hover names the line of the base that says so', async (t) => {
  const code = await editor(t, { files: extending })
  code.open('src/quays/berth.ts', berth)
  assert.match(await code.hover('src/quays/berth.ts', 0, 28) ?? '', /\[rules\/harbour\.yaml:2\]\(file:.*rules\/harbour\.yaml#L2\)/)
})

test('a hover names the preset, and leads to where it is extended', async (t) => {
  const code = await editor(t, { files: { 'bulkhead.yaml': 'version: 1\nextends: [preset:layered]\n', 'src/business/price.ts': '', 'src/database/rows.ts': "import '../business/price'\n" } })
  code.open('src/database/rows.ts', "import '../business/price'\n")
  assert.match(await code.hover('src/database/rows.ts', 0, 15) ?? '', /\[preset:layered, bulkhead\.yaml:2\]\(file:.*bulkhead\.yaml#L2\)/)
  const { items: [finding] } = await code.pull('src/database/rows.ts')
  assert.deepEqual(finding?.relatedInformation?.map(({ location, message }) => [location.range.start.line, message]), [[1, 'database lies below business: a layer may use itself and those after it (preset:layered)']])
})

test('a base is judged by as it is typed, and its mistakes are underlined in it', async (t) => {
  const code = await editor(t, { files: extending })
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/quays/berth.ts', 'src/ships/ship.ts'])
  code.open('rules/harbour.yaml', config)
  code.type('rules/harbour.yaml', 'layers: [quays, ships]\n')
  assert.deepEqual(Object.keys(await code.pullAll()), ['src/ships/ship.ts'])
  code.type('rules/harbour.yaml', 'layer: [quays, ships]\n')
  const { items } = await code.pull('rules/harbour.yaml')
  assert.deepEqual(items.map(({ severity, message }) => [severity, message]), [[1, "rules/harbour.yaml has no key 'layer'\ndid you mean layers?"]])
  code.close('rules/harbour.yaml')
  code.write('rules/harbour.yaml', 'cycles: off\n')
  code.watched('rules/harbour.yaml', 2)
  assert.deepEqual(await code.pullAll(), {})
})
