// What is allowed, for how long, and what is left of it: exceptions, ignore comments and budgets on the command line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folderWith, repositoryWith, type Ran } from '../support/repository.ts'

const office = '\n// office/fees.ts\nexport const fees = () => 1\n'
const sail = "\n// boats/sail.ts\nimport { fees } from '../office/fees'\nexport const sail = fees\n"
const excepted = (until: string, more = 'from: path:boats/sail.ts, to: office'): string =>
  `# bulkhead.yaml\nlayers: [office, boats]\nexceptions:\n  - { rule: boundaries/layers, ${more}, until: ${until}, why: The sail moves last }\n`

function day(offset: number): string {
  const date = new Date()
  date.setDate(date.getDate() + offset)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

test('an exception allows until its day is over, and then it is a finding again that says so', (t) => {
  for (const until of ['never', day(1), day(0)]) {
    const { status, out } = folderWith(t, excepted(until) + office + sail).bulkhead('check')
    assert.equal(status, 0, until)
    assert.match(out, /1 allowed/)
  }
  const { status, out } = folderWith(t, excepted(day(-1)) + office + sail).bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, new RegExp(`boats/sail\\.ts:1:22 {2}error[\\s\\S]*it was allowed until ${day(-1)}, which is past: The sail moves last \\(bulkhead\\.yaml:3\\)`))
  assert.doesNotMatch(out, /policy\/stale/)
})

test('what is past its day does not come back by the baseline', (t) => {
  const repository = folderWith(t, excepted('never') + office + sail)
  assert.match(repository.bulkhead('baseline').out, /0 findings known/)
  repository.write(excepted(day(-1)))
  assert.equal(repository.bulkhead('check').status, 1)
})

test('an exception that covers nothing is a warning: the import has gone, or its file, or it was never there', (t) => {
  const gone = (ran: Ran): void => {
    assert.equal(ran.status, 0, ran.out)
    assert.match(ran.out, /bulkhead\.yaml:3:5 {2}warning {2}this exception covers nothing {3}policy\/stale/)
  }
  const repository = folderWith(t, excepted('never') + office + sail)
  repository.write('\n// boats/sail.ts\nexport const sail = 1\n')
  gone(repository.bulkhead('check'))
  gone(folderWith(t, `${excepted('never')}${office}\n// boats/row.ts\nexport const row = 1\n`).bulkhead('check'))
  gone(folderWith(t, `${excepted(day(-1))}${office}\n// boats/row.ts\nexport const row = 1\n`).bulkhead('check'))
  assert.equal(folderWith(t, `${excepted('never')}checks: { policy/stale: error }\n${office}\n// boats/row.ts\nexport const row = 1\n`).bulkhead('check').status, 1)
})

for (const [what, more] of [['a rule', 'rule: boundaries/layer, from: boats'], ['a module', 'rule: boundaries/layers, from: boots']] as const) {
  test(`an exception that names ${what} that there is not is a problem, with the nearest one`, (t) => {
    const { status, out } = folderWith(t, `# bulkhead.yaml\nlayers: [office, boats]\nexceptions:\n  - { ${more}, until: never, why: A slip }\n${office}${sail}`).bulkhead('check')
    assert.equal(status, 2)
    assert.match(out, /bulkhead\.yaml:3:\d+ {2}problem[\s\S]*(?:boundaries\/layers|boats)/)
  })
}

for (const [missing, fields] of [['why', 'rule: boundaries/layers, from: boats, until: never'], ['until', 'rule: boundaries/layers, from: boats, why: Later'], ['rule', 'from: boats, until: never, why: Later'], ['from', 'rule: boundaries/layers, until: never, why: Later']] as const) {
  test(`an exception without \`${missing}\` is a problem`, (t) => {
    const { status, out } = folderWith(t, `# bulkhead.yaml\nlayers: [office, boats]\nexceptions:\n  - { ${fields} }\n${office}${sail}`).bulkhead('check')
    assert.equal(status, 2)
    assert.match(out, new RegExp(`bulkhead\\.yaml:3:\\d+ {2}problem.*${missing}`))
  })
}

test('a day that there is not is a problem', (t) => {
  for (const until of ['2027-02-30', 'tomorrow', '2027-1-5', '20270105']) {
    const { status, out } = folderWith(t, excepted(until) + office + sail).bulkhead('check')
    assert.equal(status, 2, until)
    assert.match(out, /bulkhead\.yaml:3:\d+ {2}problem/)
  }
})

const layers = '# bulkhead.yaml\nlayers: [office, boats]\n'
const ignoring = (comment: string): string => `${layers}${office}\n// boats/sail.ts\n${comment}\nimport { fees } from '../office/fees'\nexport const sail = fees\n`

test('a comment allows the whole statement below it, and no other', (t) => {
  const long = "// bulkhead-ignore-next-line boundaries/layers -- SHOP-12\nimport {\n  fees,\n}\n  from '../office/fees'\nexport const sail = fees\n"
  assert.equal(folderWith(t, `${layers}${office}\n// boats/sail.ts\n${long}`).bulkhead('check').status, 0)
  const { status, out } = folderWith(t, `${layers}${office}\n// boats/sail.ts\n${long}export * from '../office/fees'\n`).bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /^boats\/sail\.ts:7:15 {2}error/)
})

test('a comment without a reason is an error; the import it stands over is allowed', (t) => {
  for (const comment of ['// bulkhead-ignore-next-line boundaries/layers', '// bulkhead-ignore-next-line boundaries/layers --', '// bulkhead-ignore-next-line boundaries/layers --   ']) {
    const { status, out } = folderWith(t, ignoring(comment)).bulkhead('check')
    assert.equal(status, 1, comment)
    assert.match(out, /^boats\/sail\.ts:1:\d+ {2}error {2}this ignore comment gives no reason {3}policy\/reason[\s\S]*say why: /)
    assert.doesNotMatch(out, /boats may not use office/)
  }
})

test('a comment that covers nothing is a warning, and says what was meant', (t) => {
  const { status, out } = folderWith(t, ignoring('// bulkhead-ignore-next-line boundaries/layrs -- SHOP-12')).bulkhead('check')
  assert.equal(status, 1, 'the import is not allowed by it')
  assert.match(out, /warning {2}this ignore comment covers nothing[\s\S]*did you mean boundaries\/layers\?/)
  const stale = folderWith(t, `${layers}${office}\n// boats/sail.ts\n// bulkhead-ignore-next-line boundaries/layers -- SHOP-12\nexport const sail = 1\n`).bulkhead('check')
  assert.equal(stale.status, 0)
  assert.match(stale.out, /^boats\/sail\.ts:1:1 {2}warning {2}this ignore comment covers nothing/)
})

const budgets = (lines: string): string => `# bulkhead.yaml\nlayers: [office, boats]\nbudgets:\n${lines}\n`

test('each number of a budget is kept, said where it may fall, and an error at its line where it is above', (t) => {
  const two = `${sail}\n// boats/row.ts\nimport { fees } from '../office/fees'\nexport const row = fees\n`
  const repository = repositoryWith(t, budgets('  "layer:boats.files": 2\n  "layer:office.imports": 3\n  "layer:boats.findings": 1\n  "layer:boats.known": 0') + office + two)
  const { status, out, err } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /bulkhead\.yaml:5:3 {2}error {2}layer:boats\.findings is 2, above its budget of 1 {3}policy\/budget\n +the last of them: boats\/row\.ts, boats\/sail\.ts\n +a budget only falls: bring it down by 1/)
  assert.match(err, /the budget layer:office\.imports may be lowered from 3 to 2/)
  assert.doesNotMatch(err, /layer:boats/)

  repository.bulkhead('baseline')
  const known = repository.bulkhead('check')
  assert.equal(known.status, 1)
  assert.match(known.out, /bulkhead\.yaml:6:3 {2}error {2}layer:boats\.known is 2, above its budget of 0/)
})

test('a budget that is raised on a branch is an error there; one that falls or comes is none', (t) => {
  const repository = repositoryWith(t, budgets('  "layer:boats.files": 5\n  "layer:office.files": 5') + office + sail)
  repository.git('checkout', '--quiet', '-b', 'branch')
  const since = (lines: string): Ran => {
    repository.write(budgets(lines))
    return repository.bulkhead('check', '--since', 'main', '--quiet')
  }
  assert.doesNotMatch(since('  "layer:boats.files": 4\n  "layer:office.files": 5\n  "layer:office.imports": 9').out, /policy\/budget/)
  assert.match(since('  "layer:boats.files": 6\n  "layer:office.files": 5').out, /bulkhead\.yaml:3:3 {2}error {2}the budget layer:boats\.files was 5, and is 6 now/)
})
