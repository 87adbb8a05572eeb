// The same work, given to bulkhead and to its peers, each told of it in its own words. Bulkhead does more than they do here: its
// configuration has modules, layers, rules and vendors besides cycles.

import { globSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peers } from './install-peers.ts'
import { node, type Measured } from '../support/measured.ts'
import type { BenchProject } from './projects.ts'

export interface Tool {
  readonly name: string
  /** A command, run in the project's folder. */
  command(project: BenchProject): readonly string[]
  /** What it says that it read; undefined where it failed. */
  readWhat(run: Measured): string | undefined
  /** It has to find its settings in the project itself, and so runs in the copy that may be written to. */
  readonly inWritable?: true
  /** It keeps something between runs: the first one is not counted. */
  readonly keeps?: true
  /** Takes away what an earlier run kept of this project. */
  forget?(root: string): void
}

/** Settings and caches of peers lie outside of the projects that they read. The folder is gone at the end of the process. */
const settings = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-bench-')))
process.on('exit', () => rmSync(settings, { recursive: true, force: true }))

export const program = join(import.meta.dirname, '../../dist/cli.js')

/** Cold, but for its own code, which Node keeps compiled. */
export const bulkhead: Tool = {
  name: 'bulkhead',
  keeps: true,
  forget: (root) => rmSync(join(root, 'node_modules/.cache/bulkhead'), { recursive: true, force: true }),
  command: () => node(program, 'check', '--format', 'json'),
  readWhat({ status, stdout }) {
    if (status !== 0 && status !== 1) return undefined
    const { stats, findings } = JSON.parse(stdout) as { readonly stats: { readonly files: number; readonly edges: number }; readonly findings: readonly unknown[] }
    return `${stats.files} files, ${stats.edges} imports, ${findings.length} findings`
  },
}

export const bulkheadWarm: Tool = { name: 'bulkhead warm', keeps: true, command: bulkhead.command, readWhat: bulkhead.readWhat }

/** The floor: the same files, read and thrown away. */
export function cat(files: readonly string[]): Tool {
  const list = written('files', files.join('\0'))
  return {
    name: 'cat',
    command: () => ['sh', '-c', 'xargs -0 cat <"$1" >/dev/null', 'sh', list],
    readWhat: ({ status }) => status === 0 ? `${files.length} files` : undefined,
  }
}

const oxlint = (name: string, rule: string): Tool => ({
  name,
  command: ({ sources }) => node(join(peers, 'oxlint/bin/oxlint'), '-A', 'all', '--import-plugin', '-D', rule, '--disable-nested-config',
    '--config', written('oxlint.json', '{}'), '--ignore-path', written('oxlint-ignore', ''), '--ignore-pattern', '**/node_modules/**', ...sources),
  readWhat({ stdout }) {
    const [, errors, files] = /(\d+) errors?\.\s+Finished in \S+ on (\d+) files/.exec(stdout) ?? []
    return files === undefined ? undefined : `${files} files, ${errors} findings`
  },
})

const biome: Tool = {
  name: 'Biome noImportCycles',
  // With settings from elsewhere it does not look what files import.
  inWritable: true,
  command({ writable, sources }) {
    writeFileSync(join(writable, 'biome.json'), JSON.stringify({
      root: true, formatter: { enabled: false }, assist: { enabled: false }, files: { includes: ['**', '!**/node_modules'], maxSize: 10_000_000 },
      linter: { enabled: true, rules: { recommended: false, suspicious: { noImportCycles: 'error' } } },
    }))
    return [native('@biomejs/cli-*/biome'), 'lint', '--max-diagnostics=1', ...sources]
  },
  readWhat({ stdout, stderr }) {
    const said = stdout + stderr
    const files = /Checked (\d+) files/.exec(said)?.[1]
    return files === undefined ? undefined : `${files} files, ${/Found (\d+) errors?/.exec(said)?.[1] ?? 0} findings`
  },
}

const dependencyCruiser = (name: string, cacheFolder: string | undefined): Tool => ({
  name,
  ...(cacheFolder !== undefined && { keeps: true }),
  command(project) {
    const config = written(`${basename(project.root)}.cjs`, `module.exports = ${JSON.stringify({
      forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }],
      options: {
        doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, ...(project.tsconfig !== undefined && { tsConfig: { fileName: project.tsconfig } }),
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
      },
    }, undefined, 2)}\n`)
    const cache = cacheFolder === undefined ? [] : ['--cache', join(settings, cacheFolder, basename(project.root)), '--cache-strategy', 'content']
    return node(join(peers, 'dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', config, '--progress', 'none', ...cache, ...project.sources)
  },
  // It ends with the number of errors that it found.
  readWhat: ({ stdout }) => /\d+ modules, \d+ dependencies(?= cruised)/.exec(stdout)?.[0],
})

const fallow: Tool = {
  name: 'fallow architecture --cycles',
  command: () => [native('@fallow-cli/*/fallow'), 'architecture', '--cycles', '--no-cache', '--quiet', '--format', 'json'],
  readWhat({ status, stdout }) {
    if (status !== 0 && status !== 1) return undefined
    const { summary } = JSON.parse(stdout) as { readonly summary: { readonly circular_dependencies: number } }
    return `${summary.circular_dependencies} findings`
  },
}

const knip: Tool = {
  name: 'knip --cycles',
  command: () => node(join(peers, 'knip/bin/knip.js'), '--cycles', '--no-progress', '--no-exit-code', '--no-config-hints', '--reporter', 'json', '--config', written('knip.json', '{}')),
  // It ends with 2 where some tool's configuration cannot be loaded, and has done its work all the same.
  readWhat({ status, stdout }) {
    if (status === null || !stdout.includes('{"issues":')) return undefined
    const { issues } = JSON.parse(stdout.slice(stdout.indexOf('{"issues":'))) as { readonly issues: readonly { readonly cycles: readonly unknown[] }[] }
    return `${issues.reduce((sum, { cycles }) => sum + cycles.length, 0)} findings`
  },
}

const madge: Tool = {
  name: 'madge --circular',
  command: ({ sources, tsconfig }) => node(join(peers, 'madge/bin/cli.js'), '--circular', '--no-spinner', '--no-color', '--extensions', 'ts,tsx,js,jsx,mjs,cjs',
    ...(tsconfig === undefined ? [] : ['--ts-config', tsconfig]), ...sources),
  readWhat({ stdout, stderr }) {
    const said = stdout + stderr
    const files = /Processed (\d+) files/.exec(said)?.[1]
    return files === undefined ? undefined : `${files} files, ${/Found (\d+) circular/.exec(said)?.[1] ?? 0} findings`
  },
}

const eslintBoundaries: Tool = {
  name: 'eslint + boundaries',
  command({ sources }) {
    const url = (path: string): string => JSON.stringify(pathToFileURL(join(peers, path)).href)
    const extensions = '{ts,tsx,mts,cts,js,jsx,mjs,cjs}'
    const config = written('eslint.config.mjs', `import boundaries from ${url('eslint-plugin-boundaries/dist/index.js')}
import parser from ${url('@typescript-eslint/parser/dist/index.js')}
export default [
  { ignores: ['**/node_modules/**'] },
  {
    files: ['**/*.${extensions}'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { boundaries: boundaries.default ?? boundaries },
    settings: {
      'import/resolver': { ${JSON.stringify(join(peers, 'eslint-import-resolver-typescript/lib/index.cjs'))}: { alwaysTryTypes: true } },
      'boundaries/elements': [{ type: 'part', pattern: '{${sources.join(',')},.}/*', capture: ['folder', 'name'] }],
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'allow', policies: [{ from: { element: { type: 'part' } }, disallow: { to: { module: { origin: 'external', source: 'left-pad' } } } }] }] },
  },
]
`)
    return node(join(peers, 'eslint/bin/eslint.js'), '--config', config, '--no-inline-config', '--no-warn-ignored', ...sources)
  },
  readWhat: ({ status, stdout }) => status === 0 || status === 1 ? `${/(\d+) problems?/.exec(stdout)?.[1] ?? 0} findings` : undefined,
}

/** Each leaves the project as it is. */
export const peerTools: readonly Tool[] = [
  oxlint('oxlint no-cycle', 'import/no-cycle'),
  // The cheapest rule that makes it read what files import.
  oxlint('oxlint graph alone', 'import/no-self-import'),
  biome,
  fallow,
  dependencyCruiser('dependency-cruiser cold', undefined),
  dependencyCruiser('dependency-cruiser warm', 'dependency-cruiser'),
  knip,
  madge,
  eslintBoundaries,
]

function written(name: string, text: string): string {
  const path = join(settings, name)
  writeFileSync(path, text)
  return path
}

/** Native programs are run without the script that looks for them, whose time is not theirs. */
function native(pattern: string): string {
  const [found] = globSync([pattern, `${pattern}.exe`], { cwd: peers })
  if (found === undefined) throw new Error(`no ${pattern} for this platform is installed`)
  return join(peers, found)
}
