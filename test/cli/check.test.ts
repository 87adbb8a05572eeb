import { test } from 'node:test'
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, repositoryWith } from '../support/repository.ts'
import { crossing, harbour } from './harbour.ts'

test('a clean project is said to be clean, with status 0', (t) => {
  const { status, out, err } = repositoryWith(t, harbour).bulkhead('check')
  assert.deepEqual({ status, out, err }, { status: 0, out: 'No findings in 3 files (1 import)\n', err: '' })
})

test('a crossing is told with its line, its reason and the line that says so, with status 1', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /^boats\/sail\.ts:1:22 {2}error {2}boats may not use office {3}boundaries\/rules\n/)
  assert.match(out, /Boats outlive every office \(bulkhead\.yaml:2\)/)
  assert.match(out, /\n1 error in 3 files \(2 imports\)/)
})

test('a finding by a preset names it, and explain shows its page', (t) => {
  const repository = repositoryWith(t, `
    # bulkhead.yaml
    extends: [preset:layered]

    // src/business/price.ts
    import '../presentation/page'

    // src/presentation/page.ts
    export {}
  `)
  assert.match(repository.bulkhead('check').out, /business lies below presentation.* \(preset:layered, bulkhead\.yaml:1\)/)
  assert.deepEqual(JSON.parse(repository.bulkhead('check', '--format', 'json').out).findings[0].because[0], { path: 'bulkhead.yaml', line: 1, preset: 'layered', note: 'business lies below presentation: a layer may use itself and those after it' })
  assert.match(repository.bulkhead('explain', 'preset:layered').out, /^# preset:layered\n[^]*- presentation/)
})

test('JSON is what the contract says, key by key', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  const { status, out } = repository.bulkhead('check', '--format', 'json')
  assert.equal(status, 1)
  assert.deepEqual(JSON.parse(out), {
    version: 1,
    root: '.',
    stats: { files: 3, edges: 2, unresolved: 0, unassigned: 0 },
    findings: [{
      rule: 'boundaries/rules',
      entry: 'boats-apart',
      severity: 'error',
      status: 'new',
      message: 'boats may not use office',
      path: 'boats/sail.ts',
      range: { start: { line: 1, column: 22 }, end: { line: 1, column: 38 } },
      target: 'office/fees.ts',
      because: [{ path: 'bulkhead.yaml', line: 2, note: 'Boats outlive every office' }],
      via: [],
      key: 'boundaries/rules boats-apart: boats -> office {fees}',
      fixes: [
        { id: 'allow', title: 'Allow this import in bulkhead.yaml, with a reason', safety: 'review' },
        { id: 'ignore', title: 'Ignore boats-apart for this import, with a reason', safety: 'review' },
      ],
    }],
    problems: [],
    notes: [],
  })
})

test('the same bytes in give the same bytes out', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  assert.equal(repository.bulkhead('check', '--format', 'json').out, repository.bulkhead('check', '--format', 'json').out)
})

test('paths narrow the report and not the graph', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  assert.equal(repository.bulkhead('check', 'office').status, 0)
  assert.equal(repository.bulkhead('check', 'boats/sail.ts').status, 1)
})

test('a text from standard input stands in for a file', (t) => {
  const repository = repositoryWith(t, harbour)
  const ran = repository.run(process.execPath, [join(import.meta.dirname, '../../dist/cli.js'), 'check', '--stdin-filename', 'boats/new.ts'], `import { fees } from '../office/fees'\n`)
  assert.equal(ran.status, 1)
  assert.match(ran.out, /^boats\/new\.ts:1:22 {2}error/)
})

test('warnings pass until there are more than were allowed', (t) => {
  const repository = repositoryWith(t, `${harbour}\n// boats/lost.ts\nimport './nowhere'\n`)
  assert.equal(repository.bulkhead('check').status, 0)
  assert.equal(repository.bulkhead('check', '--max-warnings', '1').status, 0)
  assert.equal(repository.bulkhead('check', '--max-warnings', '0').status, 1)
})

test('a baseline lets old findings be, new ones not, and tells what is stale', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  assert.match(repository.bulkhead('baseline').out, /1 finding known, 1 added, 0 removed/)
  assert.equal(repository.read('.gitattributes'), 'bulkhead-baseline.yaml merge=union\n')
  assert.match(repository.bulkhead('check').out, /1 known/)
  assert.equal(repository.bulkhead('check').status, 0)
  assert.equal(repository.bulkhead('check', '--no-baseline').status, 1)

  repository.write(`\n// boats/row.ts\nimport { fees } from '../office/fees'\nexport const row = fees\n`)
  assert.equal(repository.bulkhead('check').status, 1)
  assert.match(repository.bulkhead('baseline').out, /1 finding known, 0 added, 0 removed/, 'a second run adds nothing by itself')
  assert.match(repository.bulkhead('baseline', '--add').out, /2 findings known, 1 added/)

  repository.write(`\n// boats/row.ts\nexport const row = 1\n`)
  const stale = repository.bulkhead('check')
  assert.match(stale.out, /bulkhead-baseline\.yaml:2:1 {2}warning {2}this line of the baseline counts 1 too many/)
  assert.equal(stale.status, 0)
  assert.match(repository.bulkhead('baseline').out, /1 finding known, 0 added, 1 removed/)
})

test('a baseline that cannot be read is told, and written anew when asked to add', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.write(crossing)
  repository.write(`\n# bulkhead-baseline.yaml\n<<<<<<< HEAD\n"one": 1\n`)
  const broken = repository.bulkhead('check')
  assert.equal(broken.status, 2)
  assert.match(broken.out, /bulkhead-baseline\.yaml:\d+:\d+ {2}problem[\s\S]*bulkhead baseline --add/)
  assert.equal(repository.bulkhead('baseline').status, 2)
  assert.match(repository.bulkhead('baseline', '--add').out, /1 finding known, 1 added/)
  assert.equal(repository.bulkhead('check').status, 0)
})

test('a folder that is not there is not made for a report', (t) => {
  const { status, err } = repositoryWith(t, harbour).bulkhead('check', '--output', 'reports/one.txt')
  assert.equal(status, 2)
  assert.match(err, /there is no folder reports/)
})

test('--output writes the report into a file, and nothing to standard output', (t) => {
  const repository = repositoryWith(t, harbour)
  const { out } = repository.bulkhead('check', '--format', 'sarif', '--output', 'report.sarif')
  assert.equal(out, '')
  assert.equal(JSON.parse(repository.read('report.sarif')).version, '2.1.0')
})

test('a mistyped command or option is answered with the nearest one, with status 2', (t) => {
  const repository = folderWith(t, harbour)
  for (const [args, hint] of [[['chekc'], /check/], [['check', '--stagd'], /--staged/], [['check', '--format', 'xml'], /text, json, sarif/], [['check', '--max-warnings', 'few'], /whole number/]] as const) {
    const { status, err } = repository.bulkhead(...args)
    assert.equal(status, 2)
    assert.match(err, hint)
  }
})

test('paths that are not there or lie outside are refused, with status 2', (t) => {
  const repository = folderWith(t, harbour)
  for (const [path, says] of [['nowhere.ts', /there is no nowhere\.ts/], ['../..', /outside the project/]] as const) {
    const { status, out, err } = repository.bulkhead('check', path)
    assert.deepEqual({ status, out }, { status: 2, out: '' })
    assert.match(err, says)
  }
  assert.equal(repository.bulkhead('check', '--cwd', 'nowhere').status, 2)
})

test('trap 27: paths may be typed whole, a colon in them too, and are told from the root with slashes', (t) => {
  const inFolder = (text: string): string => text.replace(/^(\/\/|#) (?=\S+$)/gm, '$1 harbour/')
  const repository = folderWith(t, inFolder(harbour))
  repository.write(inFolder(crossing))
  renameSync(join(repository.folder, 'harbour'), join(repository.folder, 'C:'))
  const [sail = '', fees = ''] = ['C:/boats/sail.ts', 'C:/office/fees.ts'].map((path) => join(repository.folder, path))
  const project = ['--cwd', 'C:']
  assert.match(repository.bulkhead('check', sail, ...project).out, /^boats\/sail\.ts:1:22 {2}error/)
  assert.match(repository.bulkhead('explain', sail, ...project).out, /^boats\/sail\.ts/)
  assert.match(repository.bulkhead('explain', sail, fees, ...project).out, /^boats\/sail\.ts may not use office\/fees\.ts: not allowed/)
})

test('a configuration with mistakes ends with 2, and points at each', (t) => {
  const repository = folderWith(t, harbour)
  repository.write(`\n# bulkhead.yaml\nmodules: { boats: boats, quay: quay }\nrulez: []\n`)
  const mistyped = repository.bulkhead('check')
  assert.equal(mistyped.status, 2)
  assert.match(mistyped.out, /bulkhead\.yaml:2:1.*rulez.*rules/s)
  assert.doesNotMatch(mistyped.out, /bulkhead init/)
  repository.write(`\n# bulkhead.yaml\nmodules: { boats: boats, quay: quay }\n`)
  const guardless = repository.bulkhead('check')
  assert.equal(guardless.status, 2)
  assert.match(guardless.out, /bulkhead\.yaml:1:\d+.*quay/s)
})

test('a configuration for a later bulkhead says so', (t) => {
  const repository = folderWith(t, harbour)
  repository.write(`\n# bulkhead.yaml\nversion: 2\n`)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 2)
  assert.match(out, /newer bulkhead/)
})

test('an empty project is no failure', (t) => {
  const { status, out } = folderWith(t, '').bulkhead('check')
  assert.equal(status, 0)
  assert.match(out, /0 files/)
})

test('a folder that is no repository is walked, and .gitignore holds there too', (t) => {
  const repository = folderWith(t, `${harbour}\n# .gitignore\nout\n\n// out/made.ts\nimport '../office/fees'\n`)
  assert.match(repository.bulkhead('check').out, /in 3 files/)
})

test('a source with a syntax error is told, and the rest of the run is unharmed', (t) => {
  const repository = folderWith(t, harbour)
  repository.write(`${crossing}\n// office/fees.ts\nexport const fees = (\n`)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /office\/fees\.ts:\d+:\d+/)
  assert.match(out, /boats may not use office/)
})

test('a source that cannot be read is told, and the rest of the run is unharmed', (t) => {
  const repository = folderWith(t, harbour)
  repository.write(crossing)
  mkdirSync(join(repository.folder, 'office/closed.ts'))
  chmodSync(join(repository.folder, 'boats/anchor.ts'), 0)
  writeFileSync(join(repository.folder, 'boats/big.ts'), Buffer.alloc(65 * 1024 * 1024, 32))
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  // Root may read what nobody may: there the large file is the one that tells.
  assert.match(out, /boats\/big\.ts is larger than 64 MiB and was not read/)
  assert.match(out, /boats may not use office/)
})

test('links that lead in a circle, to themselves and out of the project are not followed', (t) => {
  const repository = folderWith(t, harbour)
  symlinkSync('.', join(repository.folder, 'boats/here'))
  symlinkSync('itself', join(repository.folder, 'boats/itself'))
  symlinkSync('/', join(repository.folder, 'boats/world'))
  assert.match(repository.bulkhead('check').out, /in 3 files/)
  repository.git('init', '--quiet')
  repository.git('add', '--all')
  assert.match(repository.bulkhead('check').out, /in 3 files/)
})

test('a broken tsconfig is told, and the rest of the run is unharmed', (t) => {
  const repository = folderWith(t, `${harbour}\n# tsconfig.json\n{ "compilerOptions": { "paths": \n`)
  repository.write(crossing)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 1)
  assert.match(out, /tsconfig\.json:\d+:\d+/)
  assert.match(out, /boats may not use office/)
})

test('without a configuration nothing is above warning, and the way to a first one is shown', (t) => {
  const repository = folderWith(t, `\n// src/a/one.ts\nimport '../b/two'\n\n// src/b/two.ts\nimport '../a/one'\n`)
  const { status, out } = repository.bulkhead('check')
  assert.equal(status, 0)
  assert.match(out, /bulkhead init/)
})

test('a path that is given is told of what leads through it, and of nothing else', (t) => {
  const repository = repositoryWith(t, `
    # bulkhead.yaml
    modules: { boats: boats, office: office, pier: pier }
    rules: [{ id: apart, from: boats, forbid: office }]
    cycles: [{ level: file }, { level: folder }]

    // boats/anchor.ts
    import './sail'

    // boats/row.ts
    import { fees } from '../pier'
    export const row = fees

    // boats/sail.ts
    import './anchor'

    // office/fees.ts
    export const fees = 1

    // office/idle.ts
    export const idle = 1

    // pier/index.ts
    export { fees } from '../office/fees'

    // pier/steps.ts
    import '../boats/planks'

    // boats/planks.ts
    export const planks = 1
  `)
  const told = (...paths: readonly string[]): readonly string[] => {
    const { out } = repository.bulkhead('check', '--format', 'json', ...paths)
    return JSON.parse(out).findings.map(({ rule, path }: { rule: string; path: string }) => `${rule} ${path}`)
  }
  const [files, folders, barrel] = ['boundaries/cycles boats/anchor.ts', 'boundaries/cycles boats/row.ts', 'boundaries/rules boats/row.ts']
  assert.deepEqual(told('boats/sail.ts'), [files])
  assert.deepEqual(told('boats/anchor.ts'), [files])
  assert.deepEqual(told('pier/index.ts'), [barrel])
  assert.deepEqual(told('pier/steps.ts'), [folders])
  assert.deepEqual(told('pier'), [folders, barrel])
  assert.deepEqual(told('office/idle.ts'), [])
  assert.equal(repository.bulkhead('check', 'boats/sail.ts').status, 1)
})
