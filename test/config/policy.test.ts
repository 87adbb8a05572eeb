import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonSchema } from '../../server/config/schema.ts'
import { policyOf, told, vendors } from './project.ts'
import { take } from '../../rules/model/take.ts'

test('include and ignore decide what is judged, and a project further down is left out', () => {
  const written = { files: 'src/a.ts src/generated/b.ts lib/c.ts apps/till/bulkhead.yaml apps/till/d.ts bulkhead.yaml', config: 'include: [src, "re:^apps/"]\nignore: ["**/generated"]\n' }
  const { policy, notes } = told(written)
  assert.deepEqual(['src/a.ts', 'src/generated/b.ts', 'src/new.ts', 'lib/c.ts', 'apps/till/d.ts', 'apps/other/e.ts'].map((path) => policy.isIncluded(path)), [true, false, true, false, false, true])
  assert.deepEqual(notes, ['apps/till has a bulkhead.yaml of its own, and is left out here'])
})

test('an ignored file is in no count: patterns that take only ignored files take none', () => {
  assert.deepEqual(told({ files: 'src/a.ts gen/b.ts', config: 'ignore: [gen]\nmodules: { gen: gen }\n' }).problems, ['2:17 no-match: gen takes no file'])
})

test('virtual specifiers are those that the build provides, and what lies below them', () => {
  const policy = policyOf({ files: 'a.ts', config: 'imports: { virtual: ["astro:*", "~icons/*", "#build"], reexports: stop }' })
  assert.deepEqual(['astro:content', 'astro:content/x', '~icons/mdi/home', '#build/x', 'astro', 'icons/x'].map((specifier) => policy.isVirtual(specifier)), [true, true, true, true, false, false])
  assert.equal(policy.reexports, 'stop')
})

test('tests are what the default tag takes, unless the tag is written or ended', () => {
  const files = 'src/a.ts src/a.test.ts src/__tests__/b.ts test/c.ts e2e/d.ts go/x_test.go py/test_y.py py/conftest.py java/CartTest.java src/testing.ts src/contest.ts'
  const tests = (config: string): string => {
    const policy = policyOf({ files, config })
    return files.split(' ').filter((path) => policy.isTest(path)).join(' ')
  }
  assert.equal(tests(''), 'src/a.test.ts src/__tests__/b.ts test/c.ts e2e/d.ts go/x_test.go py/test_y.py py/conftest.py java/CartTest.java')
  assert.equal(tests('tags: { test: [] }'), '')
  assert.equal(tests('tags: { test: path:src/testing.ts }'), 'src/testing.ts')
  assert.equal(tests('tags: { test: [] }\nmodules: { c: { files: test, tags: test } }'), 'test/c.ts')
})

test('checks are all that are known, at their own level or the one written', () => {
  const { checks } = policyOf({ files: 'src/a.ts', config: 'checks: { boundaries/unresolved: off, boundaries/api: { severity: info, in: path:src }, boundaries/layers: { in: path:src } }' })
  assert.deepEqual(['boundaries/unresolved', 'boundaries/api', 'boundaries/layers', 'vendors/sdk'].map((id) => [checks.get(id)?.level, checks.get(id)?.in !== undefined]), [['off', false], ['info', true], ['error', true], ['error', false]])
})

test('cycles: forbid is about files and what is loaded', () => {
  const cycles = (config: string): unknown => policyOf({ files: 'src/a.ts', config }).cycles.map(({ level, kinds, severity, why }) => [level, [...kinds].join(), severity, why])
  assert.deepEqual(cycles('cycles: forbid'), [['file', 'value,reexport,require', undefined, undefined]])
  assert.deepEqual(cycles('cycles: off'), [])
  assert.deepEqual(cycles(''), [])
  assert.deepEqual(cycles('cycles: {}'), [['file', 'value,reexport,require', undefined, undefined]])
  assert.deepEqual(cycles('cycles: [{ level: module, kinds: all, severity: warning, why: Layers }, {}]'), [['module', 'value,type,elided,reexport,require,dynamic', 'warning', 'Layers'], ['file', 'value,reexport,require', undefined, undefined]])
})

test('vendors: one selector for all of them', () => {
  const policy = policyOf({ files: 'infra/a.ts src/b.ts', config: 'modules: { infra: infra }\nvendors: { allow: infra }' })
  const allowed = policy.vendors?.allow?.by('aws', 's3', 'object-storage')
  assert.equal(allowed?.written, '*')
  assert.deepEqual(['infra/a.ts', 'src/b.ts'].map((path) => allowed !== undefined && take(allowed.where, { kind: 'file', path }, { policy, vendors }) !== undefined), [true, false])
  assert.deepEqual(policy.vendors?.levels, { 'proprietary-api': 'error', 'depends-on-call': 'warning', 'vendor-hosted-open-protocol': 'info', portable: 'off' })
})

test('vendors: the first that fits of service, capability, vendor and star, in whatever order they are written', () => {
  const by = (config: string) => policyOf({ files: 'a/x.ts b/x.ts c/x.ts d/x.ts', config }).vendors?.allow?.by
  const all = by('vendors: { allow: { "*": path:d, aws: path:c, "capability:object-storage": path:b, "aws:s3": path:a }, levels: { portable: info } }')
  assert.deepEqual([all?.('aws', 's3', 'object-storage')?.written, all?.('aws', 'other', 'object-storage')?.written, all?.('aws', 'sqs', 'queue')?.written, all?.('openai', undefined, 'llm')?.written], ['aws:s3', 'capability:object-storage', 'aws', '*'])
  assert.equal(by('vendors: { allow: { aws: path:c } }')?.('openai', undefined, 'llm'), undefined)
  assert.equal(by('vendors: {}'), undefined)
  assert.equal(by('vendors: { allow: { any: path:a, not: path:b } }')?.('openai', undefined, 'llm')?.written, '*')
  assert.equal(policyOf({ files: 'a.ts', config: '' }).vendors, undefined)
})

test('exceptions keep what they say', () => {
  const policy = policyOf({ files: 'a/x.ts b/y.ts', config: 'modules: { a: a, b: b }\nrules: [{ id: apart, from: a, forbid: b, severity: "off" }]\nexceptions:\n  - { from: path:a/x.ts, to: b, rule: [apart, boundaries/cycles], why: PAY-812, owner: "@pay", until: 2027-01-31 }\n' })
  assert.deepEqual(policy.exceptions.map(({ rules, why, owner, until, from, to }) => [rules, why, owner, until, from !== undefined, to !== undefined]), [[['apart', 'boundaries/cycles'], 'PAY-812', '@pay', '2027-01-31', true, true]])
  assert.deepEqual(policy.entries.map(({ id, severity }) => [id, severity]), [['apart', 'off']])
})

test('an entry says its own severity, or none', () => {
  const { entries } = policyOf({ files: 'a/x.ts b/y.ts', config: 'modules: { a: a, b: b }\nrules: [{ id: one, from: a, forbid: b, severity: info }, { id: two, to: b, only: [], why: Hidden, owner: me }, { id: three, forbid: a }]\n' })
  assert.deepEqual(entries.map(({ id, severity, subjectSide, verb, why, owner, subject }) => [id, severity, subjectSide, verb, why, owner, subject.kind]), [['one', 'info', 'from', 'forbid', undefined, undefined, 'group'], ['two', undefined, 'to', 'only', 'Hidden', 'me', 'group'], ['three', undefined, 'from', 'forbid', undefined, undefined, 'every']])
})

test('module state is asked for only where a selector names it, a tag of it included', () => {
  const asks = (rules: string): boolean => policyOf({ files: 'a/x.ts', config: `modules: { a: a }\ntags: { kept: "state:*" }\nrules: [{ id: it, ${rules} }]` }).asksState
  assert.deepEqual([asks('to: "state:*", only: a'), asks('from: a, forbid: tag:kept'), asks('from: a, forbid: "env:*"')], [true, true, false])
})

test('variables are asked for only where a selector names them', () => {
  const asks = (rules: string): boolean => policyOf({ files: 'a/x.ts', config: `modules: { a: a }\nrules: [{ id: it, ${rules} }]` }).asksEnv
  assert.deepEqual([asks('to: "env:*", only: a'), asks('from: a, forbid: { not: "env:PORT" }'), asks('from: a, forbid: "pkg:*"')], [true, true, false])
})

test('places point at what was written', () => {
  const config = 'layers: [a]\nmodules:\n  b: { files: b, uses: [] }\nrules:\n  - { id: it, from: b, forbid: a }\n'
  const policy = policyOf({ files: 'a/x.ts b/y.ts', config })
  const at = (span: { readonly start: number; readonly end: number } | undefined): string => config.slice(span?.start, span?.end)
  assert.deepEqual([policy.stacks[0]?.layers[0]?.at.span, policy.moduleOf('b/y.ts')?.at.span, policy.moduleOf('a/x.ts')?.at.span, policy.entries[0]?.at.span, policy.entries[1]?.at.span].map(at), ['a', 'b', 'a', '{ id: it, from: b, forbid: a }', 'uses'])
})

test('the schema for editors knows every key at the top, closes it, and says what keys are for', () => {
  interface Kind { readonly properties: Record<string, { readonly description?: string }>; readonly additionalProperties: boolean; readonly required?: readonly string[] }
  const { then: heir, else: schema } = jsonSchema() as { readonly then: Kind; readonly else: Kind }
  assert.deepEqual(Object.keys(heir.properties), ['version', 'inherit', 'module', 'layer', 'tags', 'owner', 'why', 'api', 'uses', 'usedBy', 'packages', 'layers', 'rules', 'cycles', 'checks'])
  assert.deepEqual([heir.additionalProperties, heir.required], [false, ['inherit']])
  assert.match(heir.properties['inherit']?.description ?? '', /may only narrow/)
  assert.deepEqual(Object.keys(schema.properties), ['version', 'inherit', 'extends', 'include', 'ignore', 'imports', 'layers', 'modules', 'tags', 'vendors', 'rules', 'cycles', 'checks', 'exceptions', 'budgets'])
  assert.equal(schema.additionalProperties, false)
  assert.match(schema.properties['layers']?.description ?? '', /Highest first/)
})
