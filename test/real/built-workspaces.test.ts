// Workspaces before and after they are built, beside TypeScript's resolution, on a real disk.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { test, type TestContext } from 'node:test'
import ts from 'typescript'
import { endName, type ReadImport } from './imports.ts'
import { ourImports } from './our-imports.ts'
import { typescriptImports } from './typescript-imports.ts'
import { yard } from './yard.ts'

function laidOut(t: TestContext, gitignore: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-yard-')))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries({ ...yard, '.gitignore': gitignore })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'node_modules/@yard'), { recursive: true })
  for (const name of packages) symlinkSync(`../../packages/${name}`, join(root, 'node_modules/@yard', name))
  return root
}

const packages = Object.keys(yard).flatMap((path) => /^packages\/(\w+)\/package\.json$/.exec(path)?.[1] ?? [])
const sources = Object.keys(yard).filter((path) => /\.[cm]?[jt]s$/.test(path))

/** By what is made, what it is made of: as the compiler says. */
function build(root: string): ReadonlyMap<string, string> {
  const said: string[] = []
  const say = ({ messageText }: ts.Diagnostic): void => { said.push(ts.flattenDiagnosticMessageText(messageText, '\n')) }
  const status = ts.createSolutionBuilder(ts.createSolutionBuilderHost(ts.sys, undefined, say, () => {}), [root], {}).build()
  assert.equal(status, ts.ExitStatus.Success, said.join('\n'))
  const madeOf = new Map<string, string>()
  for (const path of Object.keys(yard).filter((each) => /^packages\/\w+\/tsconfig.*json$/.test(each))) {
    const config = ts.getParsedCommandLineOfConfigFile(join(root, path), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: say })
    for (const source of config?.fileNames ?? []) if (config !== undefined) for (const made of ts.getOutputFileNames(config, source, false)) madeOf.set(relative(root, made), relative(root, source))
  }
  return madeOf
}

/** Where TypeScript leads nowhere and we do not, on purpose. */
const more: readonly { readonly reason: string; readonly from: readonly string[]; readonly specifiers: readonly string[] }[] = [
  { reason: 'bundlers try endings that modules of Node have to write', from: ['apps/api/main.ts', 'apps/node/module.mts'], specifiers: ['@yard/buoy/dist/bell', '@yard/hull/lib/deck', '@yard/hull/lib/plank'] },
  {
    reason: 'resolution older than exports finds no entry; the source stands for it', from: ['apps/old/main.ts'],
    specifiers: ['@yard/anchor', '@yard/anchor/chain', '@yard/flag', '@yard/keel', '@yard/keel/deep', '@yard/mast/sail', '@yard/net', '@yard/net/both', '@yard/net/mesh', '@yard/oar', '@yard/rope',
      '@yard/rope/knots/bowline', '@yard/rope/knots/secret', '@yard/rope/knots/sheet/bend', '@yard/rope/package.json'],
  },
]

const isMore = ({ from, specifier }: Told): boolean => more.some((each) => each.from.includes(from) && each.specifiers.includes(specifier))

interface Told { readonly from: string; readonly specifier: string; readonly kind: string; readonly to: string }

function told(imports: ReadonlyMap<string, readonly ReadImport[]>): readonly Told[] {
  return sources.flatMap((path) => (imports.get(path) ?? []).map(({ from, specifier, kind, to }) => ({ from, specifier, kind, to: to.kind === 'unknown' || to.kind === 'package' ? 'no file' : endName(to) })))
}

for (const [what, gitignore] of [['is ignored', 'dist\nlib\nbuild\ntypes\nnode_modules\n'], ['is not ignored', 'node_modules\n']] as const) {
  test(`a build whose output ${what} changes nothing, and leads where TypeScript says, to the source of what is made`, (t) => {
    const root = laidOut(t, gitignore)
    const before = told(ourImports(root).byFile)
    const madeOf = build(root)
    const after = told(ourImports(root).byFile)
    const theirs = told(typescriptImports(root, sources))
    assert.equal(readFileSync(join(root, 'packages/rope/dist/index.js'), 'utf8').includes('bowline'), true)
    const expected = theirs.map((each) => ({ ...each, to: madeOf.get(each.to) ?? each.to }))
    const lines = (all: readonly Told[]): readonly string[] => all.map(({ from, specifier, kind, to }) => `${from}: ${kind} ${specifier} > ${to}`)
    assert.deepEqual(lines(after.filter((each) => !isMore(each))), lines(expected.filter((each) => !isMore(each))))
    assert.deepEqual([...new Set(expected.filter(isMore).map(({ to }) => to))], ['no file'])
    assert.deepEqual(after.filter(isMore).filter(({ to }) => to === 'no file'), [])
    assert.deepEqual(lines(before), lines(after))
    t.diagnostic(`${theirs.length} imports, ${theirs.filter(({ to }) => madeOf.has(to)).length} of what is made`)
  })
}
