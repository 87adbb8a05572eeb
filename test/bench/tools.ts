// The same work, given to bulkhead and to its peers, each told of it in its own words. Bulkhead does more than they do here: its
// configuration has modules, layers, rules and vendors besides cycles.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RealPackage } from '../real/packages.ts'
import type { Measured } from '../support/measured.ts'
import { nodeModules } from '../support/node-modules.ts'

export interface Tool {
  readonly name: string
  /** A script and its arguments, run in the project's folder. */
  program(real: RealPackage): readonly string[]
  /** What it says that it read; undefined where it failed. */
  readWhat(run: Measured): string | undefined
}

/** Settings of peers lie outside of the projects that they read. The folder is gone at the end of the process. */
const settings = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-bench-')))
process.on('exit', () => rmSync(settings, { recursive: true, force: true }))

const bulkhead: Tool = {
  name: 'bulkhead',
  program: () => [join(import.meta.dirname, '../../dist/cli.js'), 'check', '--format', 'json'],
  readWhat({ status, stdout }) {
    if (status !== 0 && status !== 1) return undefined
    const { stats, findings } = JSON.parse(stdout) as { readonly stats: { readonly files: number; readonly edges: number }; readonly findings: readonly unknown[] }
    return `${stats.files} files, ${stats.edges} imports, ${findings.length} findings`
  },
}

const dependencyCruiser: Tool = {
  name: 'dependency-cruiser',
  program({ name, sources, tsconfig }) {
    const config = join(settings, `${name}.cjs`)
    writeFileSync(config, `module.exports = ${JSON.stringify({
      forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }],
      options: {
        doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: tsconfig },
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
      },
    }, undefined, 2)}\n`)
    return [join(nodeModules, 'dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', config, '--progress', 'none', ...sources]
  },
  // It ends with the number of errors that it found.
  readWhat: ({ stdout }) => /\d+ modules, \d+ dependencies(?= cruised)/.exec(stdout)?.[0],
}

const oxlint: Tool = {
  name: 'oxlint no-cycle',
  program: ({ sources }) => [join(nodeModules, 'oxlint/bin/oxlint'), '-A', 'all', '-D', 'import/no-cycle', '--import-plugin', '--ignore-pattern', '**/node_modules/**', ...sources],
  readWhat({ stdout }) {
    const [, errors, files] = /(\d+) errors?\.\s+Finished in \S+ on (\d+) files/.exec(stdout) ?? []
    return files === undefined ? undefined : `${files} files, ${errors} findings`
  },
}

/** Ours first. */
export const tools: readonly [Tool, ...Tool[]] = [bulkhead, dependencyCruiser, oxlint]
