// Configurations that went wrong on their way: whatever they are, the answer is a bulkhead.yaml without problems.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { otherTools, translate } from '../../../server/adopt/from/index.ts'
import { compile } from '../../../server/config/compile.ts'
import { readConfig } from '../../../server/config/read.ts'
import { noPackages } from '../../../rules/model/packages.ts'
import { rulePages, vendors } from '../../../rules/index.ts'
import { cruiserConfigs } from './cruiser-configs.ts'
import { boundariesSeeds, seedsOfOthers } from './mutation-seeds.ts'
import { seeded } from '../../bench/monorepo/seeded.ts'

const layout = { files: ['src/a/index.ts', 'src/a/x.test.ts', 'src/b/y.ts', 'package.json'].sort(), workspaces: [{ name: 'x', folder: '', declared: ['pg'] }], packages: { ...noPackages, license: () => 'MIT AND (ISC OR GPL-3.0-only WITH Classpath-exception-2.0)' } }
const times = process.env['BULKHEAD_TORTURE'] === 'full' ? 10_000 : 400

interface Seed {
  readonly config: unknown
  /** What lies beside it, by path. */
  readonly beside?: Readonly<Record<string, unknown>>
}

const seeds: Readonly<Record<string, readonly Seed[]>> = { 'dependency-cruiser': cruiserConfigs.map(({ config }) => ({ config })), 'eslint-boundaries': boundariesSeeds, ...seedsOfOthers }
const odd: readonly unknown[] = [null, true, -1, '', '*', '(', '[z-a]', '(?<n>a)\\k<n>', '$1', '^$9/', '{', '{a', 'a{2}{3}', '__proto__', '\u0000', '": #\n- x', ['a', ['b']], {}, [], 'é*?[', '(a+)+$', 'x'.repeat(2_000), '\\', '**/**', '../..']

for (const tool of otherTools) {
  test(`${times} mutations of what ${tool.title} reads`, () => {
    const random = seeded(7)
    const all = seeds[tool.id] ?? assert.fail(`no configuration of ${tool.id} to mutate`)
    for (let i = 0; i < times; i++) {
      const config = mutated(structuredClone(all[i % all.length]), () => random.below(1_000_000)) as Partial<Seed> | undefined
      const beside = new Map(Object.entries(config?.beside ?? {}).map(([path, value]) => [path, { kind: 'value' as const, value }]))
      const { text } = translate(tool, config?.config, 'its configuration', layout, beside)
      const { config: read, problems } = readConfig('bulkhead.yaml', text)
      assert.deepEqual(problems, [], JSON.stringify(config))
      assert.deepEqual(compile(read, layout, { vendors, checks: rulePages }).problems, [], JSON.stringify(config))
    }
  })
}

/** One to three values somewhere within become something else, or go. */
function mutated(config: unknown, next: () => number): unknown {
  const root: { value: unknown } = { value: config }
  for (let times = 1 + next() % 3; times > 0; times--) {
    const places = [...placesIn(root)]
    const place = places[next() % places.length]
    if (place === undefined) continue
    if (next() % 6 === 0 && Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1)
    else if (!Array.isArray(place.holder) && next() % 6 === 0) Reflect.deleteProperty(place.holder, place.key)
    else if (place.key in place.holder) Reflect.set(place.holder, place.key, structuredClone(odd[next() % odd.length]))
  }
  return root.value
}

function* placesIn(holder: object): Iterable<{ readonly holder: object; readonly key: string }> {
  for (const [key, value] of Object.entries(holder)) {
    yield { holder, key }
    if (typeof value === 'object' && value !== null) yield* placesIn(value)
  }
}
