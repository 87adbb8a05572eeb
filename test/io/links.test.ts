import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderWith, repositoryWith } from '../support/repository.ts'

const shop = `
# bulkhead.yaml
layers: [shop, billing]

# shop/cart.ts
export const cart = 1

# billing/ledger.ts
export const ledger = 1
`

for (const [where, made] of [['a repository', repositoryWith], ['a plain folder', folderWith]] as const) {
  test(`in ${where}, a link is no way around a boundary`, (t) => {
    const project = made(t, shop)
    symlinkSync('../shop', join(project.folder, 'billing/borrowed'))
    symlinkSync('../shop/cart.ts', join(project.folder, 'billing/basket.ts'))
    project.write("\n# billing/ledger.ts\nimport '../billing/borrowed/cart'\nimport './basket'\n")
    project.git('add', '--all')
    for (const view of where === 'a repository' ? [[], ['--staged']] : [[]]) {
      const { out } = project.bulkhead('check', ...view)
      assert.match(out, /billing\/ledger\.ts:1:8 {2}error {2}billing may not use shop/)
      assert.match(out, /billing\/ledger\.ts:2:8 {2}error {2}billing may not use shop/)
    }
  })
}
