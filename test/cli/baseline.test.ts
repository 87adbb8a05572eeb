// What the baseline knows: through edits, renames and git's merges, and whatever a hand wrote into it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { repositoryWith, type Repository } from '../support/repository.ts'

const layers = '# bulkhead.yaml\nlayers: [office, boats]\n// office/fees.ts\nexport const fees = () => 1\nexport const berths = () => 2\n'
const sail = "\n// boats/sail.ts\nimport { fees } from '../office/fees'\nexport const sail = fees\n"

function known(t: TestContext, text: string): Repository {
  const repository = repositoryWith(t, text)
  repository.bulkhead('baseline')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Baseline')
  return repository
}

function lines(repository: Repository): readonly string[] {
  return repository.read('bulkhead-baseline.yaml').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

test('it is one sorted line a key, with its count and no number of a line', (t) => {
  const row = "\n// boats/row.ts\nimport { berths } from '../office/fees'\nimport { fees } from '../office/fees'\n"
  assert.deepEqual(lines(known(t, layers + sail + row)), ['"boundaries/layers: boats -> office {berths}": 1', '"boundaries/layers: boats -> office {fees}": 2'])
})

test('lines may move, names may be written in another order, and a file may be renamed within its module', (t) => {
  const repository = known(t, `${layers}\n// boats/sail.ts\nimport { fees, berths } from '../office/fees'\nexport const sail = [fees, berths]\n`)
  repository.git('mv', 'boats/sail.ts', 'boats/jib.ts')
  repository.write("\n// boats/jib.ts\n\n\nexport const length = 7\nimport { berths, fees } from '../office/fees'\nexport const sail = [fees, berths]\n")
  assert.match(repository.bulkhead('check').out, /^Nothing new in .* 1 known/)
  assert.equal(repository.bulkhead('check').status, 0)
})

test('a file of a circle may be renamed within its module, and one that joins the circle is new', (t) => {
  const circle = (jib: string): string => `\n// boats/sail.ts\nimport './${jib}'\n// boats/${jib}.ts\nimport './sail'\n`
  const repository = known(t, `# bulkhead.yaml\nmodules: { boats: boats }\ncycles: forbid\n${circle('jib')}`)
  repository.git('mv', 'boats/jib.ts', 'boats/genoa.ts')
  repository.write(circle('genoa'))
  assert.equal(repository.bulkhead('check').status, 0, repository.bulkhead('check').out)
  repository.write("\n// boats/genoa.ts\nimport './sail'\nimport './mast'\n// boats/mast.ts\nimport './sail'\n")
  assert.equal(repository.bulkhead('check').status, 1)
})

test('a circle that a file joins is not put right: its line stays until the circle is gone', (t) => {
  const circle = "\n// boats/sail.ts\nimport './jib'\n// boats/jib.ts\nimport './sail'\n"
  const repository = known(t, `# bulkhead.yaml\ncycles: forbid\n${circle}`)
  const before = lines(repository)
  repository.write("\n// boats/jib.ts\nimport './sail'\nimport './mast'\n// boats/mast.ts\nimport './sail'\n")
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /3 files import each other/)
  assert.doesNotMatch(out, /covers nothing/)
  assert.equal(repository.bulkhead('baseline').out, 'bulkhead-baseline.yaml: 1 finding known, 0 added, 0 removed\n')
  assert.deepEqual(lines(repository), before)
  repository.write(circle)
  assert.equal(repository.bulkhead('check').status, 0, 'the circle of before is known')
  repository.write("\n// boats/jib.ts\nimport './mast'\n// boats/mast.ts\nimport './jib'\n")
  assert.match(repository.bulkhead('check').out, /covers nothing/, 'of the circle that it knew, one file is in none')
  repository.bulkhead('baseline')
  assert.deepEqual(lines(repository), [])
})

test('a circle that a file joins takes the place of its line when it is added', (t) => {
  const repository = known(t, "# bulkhead.yaml\ncycles: forbid\n\n// boats/sail.ts\nimport './jib'\n// boats/jib.ts\nimport './sail'\n")
  repository.write("\n// boats/jib.ts\nimport './sail'\nimport './mast'\n// boats/mast.ts\nimport './sail'\n")
  repository.bulkhead('baseline', '--add')
  assert.deepEqual(lines(repository), ['"boundaries/cycles file: boats/jib.ts | boats/mast.ts | boats/sail.ts": 1'])
})

test('of a circle that fell apart and grew in one part, the line stays for that part', (t) => {
  const repository = known(t, "# bulkhead.yaml\ncycles: forbid\n\n// boats/a.ts\nimport './b'\n// boats/b.ts\nimport './a'\nimport './c'\n// boats/c.ts\nimport './d'\n// boats/d.ts\nimport './c'\nimport './a'\n")
  const [line] = lines(repository)
  repository.write("\n// boats/b.ts\nimport './a'\n// boats/d.ts\nimport './c'\nimport './e'\n// boats/e.ts\nimport './c'\n")
  assert.equal(repository.bulkhead('baseline').out, 'bulkhead-baseline.yaml: 2 findings known, 0 added, 0 removed\n')
  assert.deepEqual(lines(repository), ['"boundaries/cycles file: boats/a.ts | boats/b.ts": 1', line])
  assert.doesNotMatch(repository.bulkhead('check').out, /covers nothing/)
})

test('check writes nothing, whatever it finds', (t) => {
  const repository = known(t, layers + sail)
  const state = (): string => JSON.stringify(readdirSync(repository.folder).map((name) => [name, name.includes('.') && name !== '.git' ? readFileSync(join(repository.folder, name), 'utf8') : '']))
  repository.write('\n// boats/sail.ts\nexport const sail = 1\n// boats/row.ts\nimport { berths } from "../office/fees"\n')
  const before = state()
  for (const args of [[], ['--staged'], ['--since', 'HEAD'], ['--no-baseline'], ['boats']]) repository.bulkhead('check', ...args)
  assert.equal(state(), before)
})

test('what is put right is named, and taken out; what is new is added when asked for', (t) => {
  const repository = known(t, layers + sail)
  repository.write('\n// boats/sail.ts\nexport const sail = 1\n// boats/row.ts\nimport { berths } from "../office/fees"\n')
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /bulkhead-baseline\.yaml:2:1 {2}warning {2}this line of the baseline covers nothing/)
  assert.equal(repository.bulkhead('baseline').out, 'bulkhead-baseline.yaml: 0 findings known, 0 added, 1 removed\n')
  assert.deepEqual(lines(repository), [])
  assert.equal(repository.bulkhead('baseline').out, 'bulkhead-baseline.yaml: 0 findings known, 0 added, 0 removed\n', 'an empty one is no first run')
  assert.equal(repository.bulkhead('check').status, 1)
  assert.equal(repository.bulkhead('baseline', '--add').out, 'bulkhead-baseline.yaml: 1 finding known, 1 added, 0 removed\n')
  assert.equal(repository.bulkhead('check').status, 0)
})

test('a hook stops the new import and not the old one like it, wherever the two stand', (t) => {
  for (const file of ['boats/anchor.ts', 'boats/tiller.ts']) {
    const repository = known(t, `${layers}${sail}\n// ${file}\nexport const one = 1\n`)
    repository.write(`\n// ${file}\nimport { fees } from '../office/fees'\nexport const one = fees\n`)
    repository.git('add', '--all')
    for (const args of [['--staged'], ['--since', 'HEAD']]) {
      const { status, out } = repository.bulkhead('check', ...args)
      assert.equal(status, 1, file)
      assert.match(out, new RegExp(`^${file}:1:22 {2}error`))
    }
    repository.write(`\n// boats/sail.ts\n\nimport { fees } from '../office/fees'\nexport const sail = fees\n// ${file}\nexport const one = 1\n`)
    repository.git('add', '--all')
    assert.equal(repository.bulkhead('check', '--staged').status, 0)
  }
})

/** Eight boats, each with a sin of its own: so many lines of the baseline. */
const fleet = (repaired: readonly number[] = []): string => Array.from({ length: 8 }, (_, i) => `\n// boats/boat${i}.ts\n${repaired.includes(i) ? `export const boat${i} = ${i}` : `import { fees${i} } from '../office/desk'\nexport const boat${i} = fees${i}`}\n`).join('')
const desk = `# bulkhead.yaml\nlayers: [office, boats]\n// office/desk.ts\n${Array.from({ length: 8 }, (_, i) => `export const fees${i} = ${i}`).join('\n')}\n`

/** Two branches, each putting some boats right and shrinking the baseline, merged by git. */
function merged(t: TestContext, one: readonly number[], other: readonly number[], prepare = (_repository: Repository): void => {}): { readonly repository: Repository; readonly status: number | null } {
  const repository = known(t, desk + fleet())
  prepare(repository)
  for (const [branch, repaired] of [['one', one], ['other', other]] as const) {
    repository.git('checkout', '--quiet', '-b', branch, 'main')
    repository.write(fleet(repaired))
    assert.match(repository.bulkhead('baseline').out, new RegExp(`, 0 added, ${repaired.length} removed`))
    repository.git('commit', '--quiet', '--all', `--message=${branch}`)
  }
  return { repository, status: repository.git('merge', '--quiet', '--message=Merge', 'one').status }
}

const withoutUnion = (repository: Repository): void => {
  repository.write('\n# .gitattributes\n*.png binary\n')
  repository.git('commit', '--quiet', '--all', '--message=No union')
}

test('two branches that shrink it far apart merge, with a union and without', (t) => {
  for (const prepare of [undefined, withoutUnion]) {
    const { repository, status } = merged(t, [1], [6], prepare)
    assert.equal(status, 0)
    assert.equal(lines(repository).length, 6)
    assert.match(repository.bulkhead('check').out, /^Nothing new in .* 6 known/)
  }
})

test('neighbouring deletions conflict without the union, and that is said in words', (t) => {
  const { repository, status } = merged(t, [3], [4], (repository) => {
    // `bulkhead baseline` sees to the union: these two branches go without it.
    writeFileSync(join(repository.folder, '.git/info/attributes'), 'bulkhead-baseline.yaml merge\n')
  })
  assert.equal(status, 1)
  const { status: checked, out } = repository.bulkhead('check')
  assert.equal(checked, 2)
  assert.match(out, /bulkhead-baseline\.yaml:\d+:1 {2}problem {2}git left a conflict in the baseline[\s\S]*keep the lines of both sides without the marks, and run `bulkhead baseline`/)
})

test('with the union they merge; what it brings back is named, and gone with the next run', (t) => {
  const { repository, status } = merged(t, [3], [4])
  assert.equal(status, 0)
  assert.equal(lines(repository).length, 8, 'git keeps the lines of both sides')
  const { status: checked, out } = repository.bulkhead('check')
  assert.equal(checked, 0)
  assert.equal(out.match(/warning {2}this line of the baseline covers nothing/g)?.length, 2)
  assert.match(repository.bulkhead('baseline').out, /6 findings known, 0 added, 2 removed/)
  assert.match(repository.bulkhead('check').out, /^Nothing new in .* 6 known/)
})

test('one count that both branches lower merges by the union into two lines, of which the larger holds', (t) => {
  const boats = (repaired: readonly number[]): string => [0, 1, 2, 3].map((i) => `\n// boats/boat${i}.ts\n${repaired.includes(i) ? `export const boat = ${i}` : "import { fees0 } from '../office/desk'\nexport const boat = fees0"}\n`).join('')
  const repository = known(t, desk + boats([]))
  for (const [branch, repaired] of [['one', [0]], ['other', [2, 3]]] as const) {
    repository.git('checkout', '--quiet', '-b', branch, 'main')
    repository.write(boats(repaired))
    repository.bulkhead('baseline')
    repository.git('commit', '--quiet', '--all', `--message=${branch}`)
  }
  assert.equal(repository.git('merge', '--quiet', '--message=Merge', 'one').status, 0)
  assert.deepEqual(lines(repository).map((line) => line.slice(-1)).toSorted(), ['2', '3'])
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 0)
  assert.match(out, /this line of the baseline stands there twice, and the larger number counts/)
  assert.match(out, /this line of the baseline counts 2 too many/)
  assert.match(repository.bulkhead('baseline').out, /1 finding known, 0 added, 4 removed/)
  assert.match(repository.bulkhead('check').out, /^Nothing new/)
})

/** Boats that use the same hundred fees: a key of more than 1,024 characters. */
const manyFees = Array.from({ length: 100 }, (_, i) => `feesOfTheYear${i}`).join(', ')
const longBoats = (repaired: readonly number[]): string => [0, 1, 2, 3].map((i) => `\n// boats/boat${i}.ts\n${repaired.includes(i) ? `export const boat = ${i}` : `import { ${manyFees} } from '../office/desk'\nexport const boat = [${manyFees}]`}\n`).join('')
const longDesk = `# bulkhead.yaml\nlayers: [office, boats]\n// office/desk.ts\n${manyFees.split(', ').map((name) => `export const ${name} = 1`).join('\n')}\nexport const wharf = 1\n`
/** Its key comes behind the others', so that git sees one change in both lines. */
const wharf = (isRepaired: boolean): string => `\n// boats/wharf.ts\n${isRepaired ? '' : "import { wharf } from '../office/desk'\n"}export const moored = ${isRepaired ? 1 : 'wharf'}\n`

for (const [said, oneWharf] of [['alone', false], ['with a neighbour gone', true]] as const) {
  test(`the count of a very long key that both branches lower, ${said}, merges by the union into two, of which the larger holds`, (t) => {
    const repository = known(t, longDesk + longBoats([]) + wharf(false))
    assert.match(repository.read('bulkhead-baseline.yaml'), /^: 4$/m)
    for (const [branch, repaired, isRepaired] of [['one', [0], oneWharf], ['other', [2, 3], false]] as const) {
      repository.git('checkout', '--quiet', '-b', branch, 'main')
      repository.write(longBoats(repaired) + wharf(isRepaired))
      repository.bulkhead('baseline')
      repository.git('commit', '--quiet', '--all', `--message=${branch}`)
    }
    assert.equal(repository.git('merge', '--quiet', '--message=Merge', 'one').status, 0)
    const merged = lines(repository)
    assert.deepEqual(merged.filter((line) => line.startsWith(': ')).toSorted(), [': 2', ': 3'])
    const { status, out } = repository.bulkhead('check')
    assert.equal(status, 0, out)
    const lineOfSecond = repository.read('bulkhead-baseline.yaml').split('\n').map((line, i) => line.startsWith(': ') ? i + 1 : 0).findLast((line) => line > 0)
    assert.match(out, new RegExp(`bulkhead-baseline\\.yaml:${lineOfSecond}:1 {2}warning {2}this line of the baseline`))
    assert.match(out, /stands there twice, and the larger number counts/)
    assert.equal(repository.bulkhead('baseline').status, 0)
    assert.equal(lines(repository).filter((line) => line.startsWith('?') || line.startsWith(':')).length, 1, 'one is left, without a count')
    assert.match(repository.bulkhead('check').out, /^Nothing new/)
  })
}

test('the two counts of a very long key are read beside what a hand wrote, too', (t) => {
  const repository = repositoryWith(t, longDesk + longBoats([0]))
  repository.bulkhead('baseline')
  const written = repository.read('bulkhead-baseline.yaml')
  writeFileSync(join(repository.folder, 'bulkhead-baseline.yaml'), `${written.trimEnd()} # SHOP-812\n: 2\n`)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 0, out)
  assert.match(out, /bulkhead-baseline\.yaml:4:3 {2}warning {2}this line of the baseline stands there twice/)
  repository.bulkhead('baseline')
  assert.equal(repository.read('bulkhead-baseline.yaml'), written)
})

const key = '"boundaries/layers: boats -> office {fees}"'

for (const [edit, text, at] of [
  ['a number that is none', `${key}: many\n`, '1:1'],
  ['a count below one', `"a": 1\n${key}: -1\n`, '2:1'],
  ['a count of nothing', `${key}: 0\n`, '1:1'],
  ['a count beyond all numbers', `${key}: 100000000000000000000\n`, '1:1'],
  ['a line without a count', `${key}:\n`, '1:1'],
  ['a list', `- ${key}\n`, '1:1'],
  ['no map at all', 'all of them\n', '1:1'],
  ['a quote that is not closed', `"a": 1\n"b: 1\n`, '2:\\d+'],
  ['a tab before a line', `\t${key}: 1\n`, '1:1'],
  ['a bracket', '{\n', '\\d:\\d+'],
  ['a count of no finding', `: 3\n${key}: 1\n`, '1:1'],
  ['marks of a conflict', `"a": 1\n<<<<<<< HEAD\n${key}: 1\n=======\n>>>>>>> other\n`, '2:1'],
] as const) {
  test(`edited by hand: ${edit} stops the check where it stands, and says what to do`, (t) => {
    const repository = repositoryWith(t, layers + sail)
    writeFileSync(join(repository.folder, 'bulkhead-baseline.yaml'), text)
    const { status, out } = repository.bulkhead('check')
    assert.equal(status, 2, out)
    assert.match(out, new RegExp(`bulkhead-baseline\\.yaml:${at} {2}problem`))
    assert.match(out, /write it anew with `bulkhead baseline --add`/)
    const before = repository.read('bulkhead-baseline.yaml')
    assert.equal(repository.bulkhead('baseline').status, 2)
    assert.equal(repository.read('bulkhead-baseline.yaml'), before, 'what cannot be read is not thrown away')
  })
}

for (const [edit, text] of [
  ['line ends of Windows', `# known\r\n${key}: 1\r\n`],
  ['a comment behind', `${key}: 1   # SHOP-812\n`],
  ['a tab before the count', `${key}:\t1\n`],
  ['no quotes', 'boundaries/layers: 1\n"boundaries/layers: boats -> office {fees}": 1\n'],
  ['another order', `"z": 1\n${key}: 1\n"a": 1\n`],
  ['a line twice', `${key}: 1\n${key}: 1\n`],
  ['a byte order mark', `\ufeff${key}: 1\n`],
  ['no last line end', `${key}: 1`],
] as const) {
  test(`edited by hand: ${edit} is read`, (t) => {
    const repository = repositoryWith(t, layers + sail)
    writeFileSync(join(repository.folder, 'bulkhead-baseline.yaml'), text)
    const { status, out } = repository.bulkhead('check')
    assert.equal(status, 0, out)
    assert.match(out, /1 known/)
    assert.match(repository.bulkhead('baseline').out, /1 finding known, 0 added/)
    assert.deepEqual(lines(repository), [`${key}: 1`])
  })
}
