// The documentation says what is so: its tables come from the code, its examples are configurations that bulkhead takes, and its projects are judged.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { presetPages, presets, rulePages } from '../rules/index.ts'
import { readConfig } from '../server/config/read.ts'
import { jsonSchema } from '../server/config/schema.ts'
import { withKeyTables } from '../server/report/key-tables.ts'
import { renderRuleIndex } from '../server/report/rule-index.ts'
import { check } from './support/check.ts'
import { readProject } from './support/read-project.ts'
import { program } from './support/repository.ts'

const root = join(import.meta.dirname, '..')
const pages = globSync(['docs/*.md', 'rules/*/*.md', 'README.md'], { cwd: root }).sort()
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('the list of rules and the tables of keys are what the code says (else: npm run docs)', () => {
  assert.equal(read('docs/rules.md'), renderRuleIndex(rulePages, presetPages, '../rules'))
  assert.equal(read('docs/configuration.md'), withKeyTables(read('docs/configuration.md'), jsonSchema()))
})

test('the reference has a table for every map of keys', () => {
  const described = new Set([...read('docs/configuration.md').matchAll(/<!-- keys: (.*?) ?-->/g)].map(([, place = '']) => place))
  const { else: ofProject = {} } = jsonSchema() as { readonly else?: Schema }
  const maps = mapsOf(ofProject, '')
  // The same map may stand in several places: a layer in a list, and in a list of a list.
  const tables = new Set(maps.filter(([place]) => described.has(place)).map(([, keys]) => keys))
  assert.deepEqual(maps.filter(([, keys]) => !tables.has(keys) && !withinText.has(keys)), [])
})

test('every key says what it is for', () => {
  assert.deepEqual([...read('docs/configuration.md').matchAll(/^\| `(.+)`.*\|  \|$/gm)].map(([, key]) => key), [])
})

const isConfiguration = new Ajv2020({ strict: false }).compile(JSON.parse(spawnSync(process.execPath, [program, 'schema'], { encoding: 'utf8' }).stdout) as object)

for (const path of pages) {
  const examples = examplesIn(read(path))
  if (examples.length > 0) {
    test(`${path}: its configurations are such by the schema, and to bulkhead`, () => {
      for (const example of examples) {
        assert.ok(isConfiguration(parse(example)), `${example}\n${JSON.stringify(isConfiguration.errors, null, 1)}`)
        assert.deepEqual(readConfig('bulkhead.yaml', example, { presets, read: () => ({ kind: 'missing' }) }).problems.map(({ message }) => message), [], example)
      }
    })
  }
}

test('a mistake is one to the schema too', () => {
  assert.equal(isConfiguration({ layer: ['a'] }), false)
  assert.equal(isConfiguration({ rules: [{ id: 'a', from: 'b', forbids: 'c' }] }), false)
})

test('links in the documentation lead to files', () => {
  const gone = pages.flatMap((path) => [...read(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => `${path}: ${to}`)
    .filter((link) => !existsSync(join(root, dirname(path), link.slice(path.length + 2)))))
  assert.deepEqual(gone, [])
})

for (const path of pages.filter((path) => path.startsWith('docs/'))) {
  for (const [, title = '', text = ''] of read(path).matchAll(/^(.+)\n+```project\n([^]*?)^```$/gm)) check(`${path}: ${title}`, text)
}

/** The configurations that a page shows, alone or in a project. What is no configuration of bulkhead is fenced as yml. */
function examplesIn(page: string): readonly string[] {
  return [
    ...[...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text),
    ...[...page.matchAll(/^```project\n([^]*?)^```$/gm)].flatMap(([, text = '']) => readProject(text).files.get('bulkhead.yaml') ?? []),
  ]
}

interface Schema {
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

/** Maps that the text around them describes better than a table would: lock-in levels, kinds of imports. */
const withinText: ReadonlySet<string> = new Set(['proprietary-api, depends-on-call, vendor-hosted-open-protocol, portable', 'any, not'])

/** Where maps stand, and the keys of each. */
function mapsOf({ anyOf = [], properties, additionalProperties, items }: Schema, place: string): readonly (readonly [place: string, keys: string])[] {
  return [
    ...(properties === undefined ? [] : [[place, Object.keys(properties).join(', ')] as const]),
    ...anyOf.flatMap((each) => mapsOf(each, place)),
    ...Object.entries(properties ?? {}).flatMap(([key, value]) => mapsOf(value, place === '' ? key : `${place}.${key}`)),
    ...(typeof additionalProperties === 'object' ? mapsOf(additionalProperties, `${place}.*`) : []),
    ...(items === undefined ? [] : mapsOf(items, `${place}[]`)),
  ]
}
