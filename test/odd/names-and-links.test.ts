import assert from 'node:assert/strict'
import { once } from 'node:events'
import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderWith, repositoryWith, type Repository } from '../support/repository.ts'
import { harbour, judgedBesides, write, type Odd } from './beside-odd.ts'

const names = [
  'a\nb.ts', '\x1b[31mred.ts', '#a?b&c.ts', '%2e%2e%2f%.ts', '⛵️.ts', `"a'b\\c.ts`, ' a .ts', '--help.ts', '..a.ts', '...ts', '..b/c.ts', '\u202Eab.ts', 'e\u0301é.ts',
  '__proto__.ts', 'constructor/toString.ts', '[id].ts', '{a,b}.ts', '*.ts', '!a.ts', '$a`b`.ts', 'CON.ts', `${'a'.repeat(252)}.ts`,
]

const oddNames: Odd = {
  name: 'names that few would give', files: names.length, findings: names.map((name) => `boats/${name}:1:22 boats may not use office`),
  make: (folder) => { for (const name of names) write(folder, `boats/${name}`, `import { fees } from '${name.includes('/') ? '../' : ''}../office/fees'\n`) },
}

const path = (length: number): string => Array.from({ length: Math.ceil(length / 201) }, () => 'a'.repeat(200)).join('/')

const kinds: readonly Odd[] = [
  { name: 'a folder that begins with two dots', files: 1, make: (folder) => write(folder, '..hidden/a.ts', "import '../office/fees'\n") },
  { name: 'a folder called a.ts', files: 1, make: (folder) => write(folder, 'boats/a.ts/b.ts', '') },
  { name: 'a named pipe called a.ts', files: 0, make: (folder, { run }) => { run('mkfifo', [join(folder, 'boats/a.ts')]) } },
  { name: 'a link to nowhere', files: 0, make: (folder) => symlinkSync('nowhere.ts', join(folder, 'boats/a.ts')) },
  { name: 'two links to each other', files: 0, make: (folder) => { symlinkSync('b.ts', join(folder, 'boats/a.ts')); symlinkSync('a.ts', join(folder, 'boats/b.ts')) } },
  { name: 'a link to the project itself', files: 0, make: (folder) => symlinkSync('..', join(folder, 'boats/all')) },
  { name: 'a link to the root of the disk', files: 0, make: (folder) => symlinkSync('/', join(folder, 'boats/all')) },
  { name: 'a node_modules that is a link to itself', files: 0, make: (folder) => symlinkSync('node_modules', join(folder, 'node_modules')) },
  { name: 'a link to a pipe', files: 0, make: (folder) => symlinkSync('/dev/stdin', join(folder, 'boats/a.ts')) },
  { name: 'a second name for a file, by a link', files: 0, make: (folder) => symlinkSync('sail.ts', join(folder, 'boats/a.ts')) },
  { name: 'a second name for a file, by a hard link', files: 1, findings: ['boats/a.ts:1:22 boats may not use office'], make: (folder) => linkSync(join(folder, 'boats/sail.ts'), join(folder, 'boats/a.ts')) },
  {
    name: 'a chain of 40 links to a file that is imported by the first of them', files: 1, findings: ['boats/a.ts:1:8 boats may not use office'],
    make(folder) {
      for (let i = 1; i <= 40; i++) symlinkSync(i === 40 ? '../office/fees.ts' : `link${i + 1}.ts`, join(folder, `boats/link${i}.ts`))
      write(folder, 'boats/a.ts', "import './link1'\n")
    },
  },
  {
    name: 'an import of a link that leads in a circle', files: 1, findings: ["boats/a.ts:1:8 './here' leads to no file"],
    make(folder) { symlinkSync('here.ts', join(folder, 'boats/here.ts')); write(folder, 'boats/a.ts', "import './here'\n") },
  },
  {
    name: 'an import of a named pipe', files: 1, findings: ["boats/a.ts:1:8 './pipe' leads to no file"],
    make(folder, { run }) { run('mkfifo', [join(folder, 'boats/pipe.ts')]); write(folder, 'boats/a.ts', "import './pipe'\n") },
  },
]

for (const [where, made] of [['a plain folder', folderWith], ['a repository', repositoryWith]] as const) {
  for (const odd of [oddNames, ...kinds]) {
    test(`in ${where}, ${odd.name}`, (t) => judgedBesides(t, made(t, harbour), odd))
    if (where === 'a repository') test(`in a repository, tracked: ${odd.name}`, (t) => judgedBesides(t, made(t, harbour), tracked(odd)))
  }
}

function tracked({ make, ...odd }: Odd): Odd {
  return { ...odd, async make(folder, repository) { await make(folder, repository); repository.git('add', '--all') } }
}

test('a path of 4 KB', (t) => {
  const repository = folderWith(t, harbour)
  const long = `boats/${path(3800)}/a.ts`
  return judgedBesides(t, repository, { name: '', files: 1, make: (folder) => write(folder, long, '') })
})

test('a path longer than the system takes is told, and named', (t) => {
  const repository = folderWith(t, harbour)
  const half = path(2500)
  return judgedBesides(t, repository, {
    name: '', files: 0, problems: [/^boats\/a{200}.*: the folder boats\/a{200}.* could not be listed \(ENAMETOOLONG\)/],
    make(folder) {
      mkdirSync(join(folder, 'boats', half), { recursive: true })
      mkdirSync(join(folder, 'spare', half), { recursive: true })
      renameSync(join(folder, 'spare'), join(folder, 'boats', half, 'deeper'))
    },
  })
})

test('a socket called a.ts', async (t) => {
  const server = createServer()
  t.after(() => server.close())
  await judgedBesides(t, folderWith(t, harbour), { name: '', files: 0, async make(folder) { server.listen(join(folder, 'boats/a.ts')); await once(server, 'listening') } })
})

const replaced: readonly { readonly by: string; readonly make: (path: string, repository: Repository) => void; readonly problems: readonly RegExp[] }[] = [
  { by: 'a folder', make: (path) => mkdirSync(path), problems: [/^boats\/a\.ts: boats\/a\.ts is not a file/] },
  { by: 'a named pipe', make: (path, { run }) => { run('mkfifo', [path]) }, problems: [/^boats\/a\.ts: boats\/a\.ts is not a file/] },
  { by: 'a link to itself', make: (path) => symlinkSync('a.ts', path), problems: [/^boats\/a\.ts: boats\/a\.ts could not be read \(ELOOP\)/] },
]

for (const { by, make, problems } of replaced) {
  test(`a tracked file in whose place stands ${by}`, (t) => {
    const repository = repositoryWith(t, `${harbour}\n// boats/a.ts\nexport const a = 1\n`)
    return judgedBesides(t, repository, { name: '', files: 1, problems, make(folder) { rmSync(join(folder, 'boats/a.ts')); make(join(folder, 'boats/a.ts'), repository) } })
  })
}

test('what would steer a terminal is shown, not sent', (t) => {
  const repository = folderWith(t, harbour)
  void oddNames.make(repository.folder, repository)
  write(repository.folder, 'office/\x1b[2J\n.ts', "import { sail } from './\x1b[1m\u202Ex'\n")
  const { out, err } = repository.bulkhead('check')
  const explained = repository.bulkhead('explain', 'office/fees.ts').out
  assert.match(explained, /importers.*boats\/\\x1b\[31mred\.ts/)
  assert.doesNotMatch(out + err + explained, /[\0-\t\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
  assert.match(out, /^boats\/a\\nb\.ts:1:22 {2}error/m)
  assert.match(out, /^boats\/\\x1b\[31mred\.ts:1:22 {2}error/m)
  assert.match(out, /^office\/\\x1b\[2J\\n\.ts:1:22 {2}warning {2}'\.\/\\x1b\[1m\\u202ex' leads to no file/m)
})

test('a folder that begins with two dots is asked for by its name', (t) => {
  const repository = folderWith(t, harbour)
  write(repository.folder, '..hidden/a.ts', "import './gone'\n")
  const { status, out } = repository.bulkhead('check', '..hidden')
  assert.equal(status, 0)
  assert.match(out, /^\.\.hidden\/a\.ts:1:8 {2}warning/)
  assert.doesNotMatch(out, /boats/)
})

test('a link into a folder that begins with two dots is followed', (t) => {
  const repository = folderWith(t, `${harbour}\n// office/kept.ts\nimport '../shelf/a'\n`)
  write(repository.folder, '..hidden/a.ts', "import '../office/kept'\n")
  symlinkSync('..hidden', join(repository.folder, 'shelf'))
  assert.match(repository.bulkhead('check').out, /2 files import each other: \.\.hidden\/a\.ts > office\/kept\.ts/)
})

test('a folder to work in that is a link to itself is none', (t) => {
  const repository = folderWith(t, harbour)
  symlinkSync('round', join(repository.folder, 'round'))
  const { status, err } = repository.bulkhead('check', '--cwd', 'round')
  assert.deepEqual({ status, err }, { status: 2, err: 'bulkhead: there is no folder round\n' })
})
