// What is kept between runs makes them cheaper, and never different: not after a kill, not with flipped bits, not beside other runs.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Facts } from '../../rules/model/facts.ts'
import { readArchive, writeArchive, type KeptFile } from '../../server/io/archive.ts'
import { program } from '../support/repository.ts'

const isFull = process.env['BULKHEAD_TORTURE'] === 'full'
const root = mkdtempSync(join(tmpdir(), 'bulkhead-archive-'))
const kept = join(root, 'node_modules/.cache/bulkhead/facts')
const files = 120

before(async () => {
  write('bulkhead.yaml', 'version: 1\nlayers: [shops, harbour]\nmodules:\n  shops: { files: shops, layer: shops }\n  harbour: { files: harbour, layer: harbour }\ncycles: forbid\n')
  write('tsconfig.json', '{}')
  write('node_modules/stub/index.js', '')
  for (let i = 0; i < files; i++) {
    write(`shops/shop${i}.ts`, `import { crane${i} } from '../harbour/crane${i}'\nimport { shop${(i + 1) % files} } from './shop${(i + 1) % files}'\nimport type { Crane } from '../harbour'\nexport const shop${i} = (a: Crane) => [crane${i}, a, shop${(i + 1) % files}]\n`)
    write(`harbour/crane${i}.ts`, `${i === 7 ? "// bulkhead-ignore-next-line boundaries/layers -- it is being moved\n" : ''}${i % 7 === 0 ? `import { shop${i} } from '../shops/shop${i}'\nshop${i}\n` : ''}export const crane${i} = ${i}\n`)
  }
  write('harbour/index.ts', Array.from({ length: files }, (_, i) => `export * from './crane${i}'`).join('\n'))
  write('harbour/broken.ts', "import { a } from './crane1\n")
  // What has just been written has no stamp yet.
  await sleep(2_600)
}, { timeout: 10_000 })

after(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

function check(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', '--cwd', root, '--format', 'json', ...args], { encoding: 'utf8' })
  assert.equal(status, 1, stderr)
  return stdout
}

test('a warm run says what a cold one says, and reads no file twice', () => {
  rmSync(kept, { force: true })
  const cold = check('--no-cache')
  assert.ok(!existsSync(kept), 'nothing is kept by who was told not to')
  assert.equal(check(), cold)
  assert.ok(existsSync(kept))
  assert.equal(check(), cold)
  const { size } = archive()
  assert.ok(size > 2 * files, `${size} files are kept`)
})

test('trap 23: what has changed is read again, be it only its time or its length', async () => {
  check()
  const before = JSON.parse(check()) as { readonly findings: readonly unknown[] }
  write('harbour/crane3.ts', "import { shop3 } from '../shops/shop3'\nshop3\nexport const crane3 = 3\n")
  assert.equal((JSON.parse(check()) as typeof before).findings.length, before.findings.length + 1)
  assert.equal(check(), check('--no-cache'))
  write('harbour/crane3.ts', 'export const crane3 = 3\n')
  assert.equal(check(), check('--no-cache'))
  await sleep(2_600)
  assert.equal(check(), check('--no-cache'))
})

test('trap 23: what is kept of a file outlives no other file, and no option', () => {
  const steps: readonly (readonly [path: string, text: string | undefined])[] = [
    ['shops/window.ts', "import './window.css'\nimport './sign'\nimport '@/crane0'\n"],
    ['shops/window.css', ''], ['shops/sign.ts', "import './window'\n"], ['shops/window.css', undefined],
    ['tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./harbour/*"] } } }'], ['shops/sign.ts', undefined],
    ['bulkhead.yaml', 'version: 1\nlayers: [harbour, shops]\ncycles: { kinds: all }\n'], ['bulkhead.yaml', 'version: 1\nlayers: [shops, harbour]\nignore: [shops/shop7.ts]\n'],
  ]
  check()
  const before = new Map(['bulkhead.yaml', 'tsconfig.json'].map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const said = new Set<string>()
  for (const [path, text] of steps) {
    if (text === undefined) rmSync(join(root, path))
    else write(path, text)
    const warm = check()
    assert.equal(warm, check('--no-cache'), `${path}: ${text}`)
    said.add(warm)
  }
  assert.equal(said.size, steps.length, 'each step is another project')
  rmSync(join(root, 'shops/window.ts'))
  for (const [path, text] of before) write(path, text)
})

test('whatever bit is flipped, what is kept is taken whole or not at all', () => {
  check()
  const good = readFileSync(kept)
  const whole = contents()
  const flips = isFull ? 1_000 : 60
  for (let n = 0; n < flips; n++) {
    const bad = Buffer.from(good)
    const at = Math.floor(n * good.length / flips)
    bad[at] = (bad[at] as number) ^ (1 << n % 8)
    writeFileSync(kept, bad)
    const found = contents()
    assert.ok(found === '' || found === whole, `bit ${n % 8} of byte ${at}`)
  }
  for (const bad of ['', 'x', '\n', '{}', good.subarray(0, good.length / 2), Buffer.alloc(1000)]) {
    writeFileSync(kept, bad)
    assert.equal(archive().size, 0)
  }
  assert.equal(check(), check('--no-cache'))
})

test('a run that is killed at any moment leaves the next one right', async () => {
  const expected = check('--no-cache')
  const kills = isFull ? 1_000 : 12
  for (let n = 0; n < kills; n++) {
    rmSync(kept, { force: true })
    const child = spawn(process.execPath, [program, 'check', '--cwd', root], { stdio: 'ignore' })
    await sleep(100 + n * 300 / kills)
    child.kill('SIGKILL')
    if (n % 6 === 0) assert.equal(check(), expected)
  }
  assert.equal(check(), expected)
})

test('several at once share it', async () => {
  const expected = check('--no-cache')
  const rounds = isFull ? 200 : 3
  for (let round = 0; round < rounds; round++) {
    rmSync(kept, { force: true })
    const outputs = await Promise.all(Array.from({ length: 3 }, () => new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [program, 'check', '--cwd', root, '--format', 'json'])
      let text = ''
      child.stdout.on('data', (data: Buffer) => { text += data.toString() })
      child.on('close', () => resolve(text))
    })))
    for (const output of outputs) assert.equal(output, expected)
  }
})

test('a disk that is full costs the speed alone', () => {
  const expected = check('--no-cache')
  rmSync(kept, { force: true })
  const { stdout, stderr } = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`, process.execPath, program, 'check', '--cwd', root, '--format', 'json'], { encoding: 'utf8' })
  assert.equal(stdout, expected, stderr)
  assert.deepEqual(readdirSync(join(kept, '..')), [], 'half a file is left behind')
})

test('trap 23: another build of bulkhead keeps its own', () => {
  const file: KeptFile = { stamp: '1', facts: facts('shops/shop1.ts'), answers: { uses: [1] } }
  writeArchive(root, 'one', new Map([['shops/shop1.ts', file]]))
  assert.deepEqual(readArchive(root, 'one').get('shops/shop1.ts'), file)
  assert.equal(readArchive(root, 'another').size, 0)
})

test('where nothing can be kept, nothing is said', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bulkhead-elsewhere-'))
  const home = mkdtempSync(join(tmpdir(), 'bulkhead-linked-'))
  const one = new Map([['a.ts', { stamp: '1', facts: facts('a.ts'), answers: {} }]])
  writeArchive(home, 'one', one)
  assert.ok(!existsSync(join(home, 'node_modules')), 'a project without packages gets no folder for them')
  mkdirSync(join(home, 'node_modules/.cache'), { recursive: true })
  symlinkSync(elsewhere, join(home, 'node_modules/.cache/bulkhead'))
  writeArchive(home, 'one', one)
  assert.ok(!existsSync(join(elsewhere, 'facts')), 'a link does not lead us out of the project')
  rmSync(join(home, 'node_modules/.cache'), { recursive: true })
  writeFileSync(join(home, 'node_modules/.cache'), 'no folder')
  writeArchive(home, 'one', one)
  assert.equal(readArchive(home, 'one').size, 0)
  for (const folder of [elsewhere, home]) rmSync(folder, { recursive: true })
})

function facts(path: string): Facts {
  return {
    path, imports: [{ specifier: './a\n\0"', kind: 'reexport', span: { start: 3, end: 9 }, statement: { start: 0, end: 10 } }], barrel: true,
    ignores: [{ span: { start: 1, end: 2 }, rules: ['boundaries/layers'], reason: '', line: { start: 3, end: 4 } }],
    problems: [{ kind: 'syntax', message: 'does not parse' }],
  }
}

/** By the name of the build that wrote it. */
function archive(): ReturnType<typeof readArchive> {
  const text = existsSync(kept) ? readFileSync(kept, 'utf8') : ''
  const build = /"build":"(\w+)"/.exec(text)?.[1] ?? ''
  return readArchive(root, build)
}

function contents(): string {
  const all = archive()
  return all.size === 0 ? '' : JSON.stringify(Array.from({ length: files }, (_, i) => [all.get(`shops/shop${i}.ts`), all.get(`harbour/crane${i}.ts`)]))
}
