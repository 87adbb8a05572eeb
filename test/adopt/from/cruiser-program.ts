// dependency-cruiser itself, run in a project, and what it says.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules } from '../../support/node-modules.ts'
import type { Ground } from './cruiser-grounds.ts'

export interface Violation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string; readonly severity: string }
  readonly cycle?: readonly { readonly name: string }[]
}

export interface CruisedRule {
  readonly name: string
  readonly scope?: string
  /** Of rules about modules. */
  readonly module?: object
  readonly from?: Readonly<Record<string, unknown>>
  readonly to?: Readonly<Record<string, unknown>>
}

export interface Dependency {
  readonly resolved: string
  readonly dependencyTypes: readonly string[]
  readonly couldNotResolve: boolean
}

export interface Cruise {
  readonly violations: readonly Violation[]
  readonly rules: ReadonlyMap<string, CruisedRule>
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>
}

interface Cruised {
  readonly summary: { readonly violations: readonly Violation[]; readonly ruleSetUsed?: { readonly forbidden?: readonly CruisedRule[]; readonly required?: readonly CruisedRule[] } }
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly Dependency[] }[]
}

export function cruise({ root, sources }: Ground): Cruise {
  const { stdout, stderr } = run(root, ['--config', '.dependency-cruiser.json', '--output-type', 'json', '--output-to', 'cruised.json', '--progress', 'none', ...sources])
  assert.equal(stderr.replace(/^.*ExperimentalWarning.*$/gm, '').trim(), '', stdout)
  const { summary: { violations, ruleSetUsed = {} }, modules } = JSON.parse(readFileSync(join(root, 'cruised.json'), 'utf8')) as Cruised
  assert.ok(modules.length > 10)
  const rules = [...ruleSetUsed.forbidden ?? [], ...ruleSetUsed.required ?? []]
  return { violations, rules: new Map(rules.map((rule) => [rule.name, rule])), dependencies: new Map(modules.map(({ source, dependencies }) => [source, dependencies])) }
}

/** What `depcruise --init` writes for a project. */
export const sample = './sample.cjs'

export function writeSample({ root }: Ground): void {
  if (existsSync(join(root, sample))) return
  const { stdout, stderr } = run(root, ['--init', 'yes'])
  const written = ['cjs', 'js'].map((ending) => join(root, `.dependency-cruiser.${ending}`)).find((path) => existsSync(path)) ?? assert.fail(stdout + stderr)
  renameSync(written, join(root, sample))
}

function run(root: string, args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [join(nodeModules, 'dependency-cruiser/bin/dependency-cruiser.mjs'), ...args], { cwd: root, encoding: 'utf8' })
}

/** Triple-slash directives bulkhead does not read where nothing asks for them, and the runtime of JSX is imported by nobody but a compiler. */
export function isUnseen({ dependencies }: Cruise, { from, to }: Violation): boolean {
  const types = dependencies.get(from)?.filter(({ resolved }) => resolved === to).map(({ dependencyTypes }) => dependencyTypes) ?? []
  return /\/jsx-(?:dev-)?runtime$/.test(to) || (types.length > 0 && types.every((own) => own.some((type) => type.startsWith('triple-slash'))))
}

/** dependency-cruiser names the file of a package that is imported, bulkhead the package. */
export function nameOf(to: string): string {
  return /(?:^|\/)node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(to)?.[1] ?? to
}
