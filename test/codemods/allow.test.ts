import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parse } from 'yaml'
import { take } from './rewriting.ts'

const entry = { from: 'path:shop/cart.ts', to: 'billing', rule: 'own-domain', until: '2027-01-31' }
const line = '{ from: path:shop/cart.ts, to: billing, rule: own-domain, why: PAY-812, until: 2027-01-31 }'

async function allowed(config: string, options: { readonly reason?: string; readonly entry?: Record<string, string> } = {}) {
  const outcome = await take('allow', 'shop/cart.ts', { 'shop/cart.ts': '', 'bulkhead.yaml': config }, {
    arguments: { config: 'bulkhead.yaml', ...entry, ...options.entry }, reason: options.reason ?? 'PAY-812',
  })
  if (outcome.problems.length > 0) return outcome.problems
  const text = outcome.texts.get('bulkhead.yaml') ?? ''
  const last = parse(text).exceptions.at(-1)
  assert.deepEqual(last, { ...entry, ...options.entry, why: options.reason ?? 'PAY-812' }, 'yaml reads the entry as it was meant')
  return text
}

test('without exceptions, a list begins at the end of the file', async () => {
  assert.equal(await allowed('layers: [shop, billing] # high to low\n\n# the end\n'), `layers: [shop, billing] # high to low\n\n# the end\nexceptions:\n  - ${line}\n`)
  assert.equal(await allowed('cycles: forbid'), `cycles: forbid\nexceptions:\n  - ${line}\n`)
  assert.equal(await allowed('cycles: forbid\r\n'), `cycles: forbid\r\nexceptions:\r\n  - ${line}\r\n`)
  assert.equal(await allowed(''), `exceptions:\n  - ${line}\n`)
  assert.equal(await allowed('# nothing yet\n'), `# nothing yet\nexceptions:\n  - ${line}\n`)
  assert.equal(await allowed('\uFEFFcycles: forbid\n'), `\uFEFFcycles: forbid\nexceptions:\n  - ${line}\n`)
  assert.equal(await allowed('{ cycles: forbid }\n'), `{ cycles: forbid , exceptions: [${line}] }\n`)
})

test('a block list is continued below its last entry, in its own indentation', async () => {
  const block = 'exceptions:\n- { to: db, rule: x, why: y, until: never } # for good\n# after\nbudgets: {}\n'
  assert.equal(await allowed(block), block.replace('# after', `- ${line}\n# after`))
  const spread = 'exceptions:\r\n    - from: path:a\r\n      rule: x\r\n      why: >\r\n        long\r\n        story\r\n\r\ncycles: forbid\r\n'
  assert.equal(await allowed(spread), spread.replace('story\r\n', `story\r\n    - ${line}\r\n`))
  assert.equal(await allowed('exceptions:\n  - { to: db, rule: x, why: y, until: never }'), `exceptions:\n  - { to: db, rule: x, why: y, until: never }\n  - ${line}`)
})

test('a list in brackets stays one', async () => {
  const old = '{ to: db, rule: x, why: y, until: never }'
  assert.equal(await allowed('exceptions: []\ncycles: forbid\n'), `exceptions: [${line}]\ncycles: forbid\n`)
  assert.equal(await allowed(`exceptions: [${old}] # all\n`), `exceptions: [${old}, ${line}] # all\n`)
  assert.equal(await allowed(`exceptions: [\n  ${old} # old\n]\n`), `exceptions: [\n  ${old}, # old\n  ${line}\n]\n`)
  assert.equal(await allowed(`exceptions: [\n  ${old}, # old\n]\n`), `exceptions: [\n  ${old}, # old\n  ${line},\n]\n`)
})

test('an empty key is filled', async () => {
  assert.equal(await allowed('exceptions: # none so far\ncycles: forbid\n'), `exceptions: # none so far\n  - ${line}\ncycles: forbid\n`)
  assert.equal(await allowed('exceptions:'), `exceptions:\n  - ${line}`)
  assert.equal(await allowed('exceptions: null\n'), `exceptions: [${line}]\n`)
})

test('what yaml would misread is quoted', async () => {
  assert.match(String(await allowed('', { reason: 'see: #12, {later}', entry: { to: 'pkg:@aws-sdk/*' } })), /to: pkg:@aws-sdk\/\*, rule: own-domain, why: "see: #12, \{later\}"/)
  assert.match(String(await allowed('', { reason: 'a very long reason that does not stop where a line of eighty characters would, since it goes on' })), /it goes on/)
})

test('nothing is written where it would say nothing new, or could not be understood', async () => {
  assert.deepEqual(await allowed(`exceptions:\n  - ${line}\n`), ['already-there: there is such an exception already'])
  assert.deepEqual(await allowed('exceptions: forbid\n'), ['not-a-list: `exceptions` is no list'])
  assert.deepEqual(await allowed('layers: [shop\n'), ['syntax: bulkhead.yaml can not be read as it is'])
  assert.deepEqual(await allowed('', { reason: ' ' }), ['no-reason: an exception needs a reason'])
})
