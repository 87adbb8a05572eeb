// Budgets on the command line: what may be lowered is said, and who raises one is stopped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { repositoryWith } from '../support/repository.ts'

const shop = (most: number): string => `
# bulkhead.yaml
budgets:
  "pkg:pg.files": ${most}
  "path:shop.files": 1
// shop/cart.ts
import 'pg'
`

test('a budget that may be lowered is a note, and one that is kept says nothing', (t) => {
  const repository = repositoryWith(t, shop(3))
  const { status, err } = repository.bulkhead('check')
  assert.equal(status, 0)
  assert.match(err, /the budget pkg:pg\.files may be lowered from 3 to 1/)
  assert.doesNotMatch(err, /path:shop/)
})

test('with --since a budget may only fall', (t) => {
  const repository = repositoryWith(t, shop(1))
  const commit = (most: number): void => {
    repository.write(shop(most))
    repository.git('commit', '--quiet', '--all', '--message=Budget')
  }
  commit(2)
  assert.equal(repository.bulkhead('check').status, 0)
  const raised = repository.bulkhead('check', '--since', 'HEAD~1')
  assert.equal(raised.status, 1)
  assert.match(raised.out, /bulkhead\.yaml:2:3 +error +the budget pkg:pg\.files was 1, and is 2 now/)
  commit(1)
  assert.equal(repository.bulkhead('check', '--since', 'HEAD~1').status, 0)
  assert.equal(repository.bulkhead('check', '--since', 'HEAD~2').status, 0, 'raised and lowered again')
})
