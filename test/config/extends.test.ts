import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, type Place } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { readConfig } from '../../server/config/read.ts'
import { inMemory } from '../support/project.ts'
import { readProject } from '../support/read-project.ts'

const code = `
  // src/shop/cart.ts
  import { charge } from '../billing/ledger'
  export const cart = charge

  // src/billing/ledger.ts
  import { load } from '../store/read'
  export const charge = load

  // src/store/read.ts
  export const load = 1
`
const modules = `
  # modules.yaml
  modules: { shop: src/shop, billing: src/billing, store: src/store }
`

/** What is said of the little shop with these configurations. */
function reported(configs: string): Report {
  return inMemory(readProject(`${configs}\n${code}`).files).apply([])
}

function placed({ lines }: Report, at: Place): string {
  const { line0, column0 } = positionAt(lines.get(at.path) ?? [0], at.span.start)
  return `${spokenLine(at, line0 + 1)}:${column0 + 1}`
}

/** 'path:line:column kind: message (hint)' */
function problemsOf(configs: string): readonly string[] {
  const report = reported(configs)
  return report.problems.map(({ at, kind, message, hint }) => `${at === undefined ? '' : placed(report, at)} ${kind}: ${message}${hint === undefined ? '' : ` (${hint})`}`)
}

/** 'path entry severity: note (place)', or 'allowed' for the severity, of a configuration without a problem. */
function findingsOf(configs: string): readonly string[] {
  const report = reported(configs)
  assert.deepEqual(report.problems, [])
  return report.findings.map(({ at, rule, entry, severity, status, because }) => `${at.path} ${entry ?? rule} ${status === 'new' ? severity : status}: ${because.map((line) => `${line.note} (${placed(report, line.at)})`).join('; ')}`)
}

const says = (what: string, configs: string, findings: readonly string[]): void => { test(what, () => assert.deepEqual(findingsOf(configs), findings)) }
const refuses = (what: string, configs: string, problems: readonly string[]): void => { test(what, () => assert.deepEqual(problemsOf(configs), problems)) }

says('vendors of a base and its own are known together', `
  # bulkhead.yaml
  extends: [base.yaml]
  vendors: { allow: path:src/store, portable: [acme], custom: [{ vendor: bolt, packages: bolt, capability: queue }] }

  # base.yaml
  vendors: { custom: [{ vendor: acme, packages: acme, capability: queue }, { vendor: nut, packages: nut, capability: queue }], portable: ["pkg:rope"] }

  // src/shop/queues.ts
  import 'acme'
  import 'bolt'
  import 'nut'
`, ['src/shop/queues.ts vendors/sdk error: only path:src/store may hold vendor SDKs (bulkhead.yaml:2:12)', 'src/shop/queues.ts vendors/sdk error: only path:src/store may hold vendor SDKs (bulkhead.yaml:2:12)'])

says('a base judges, and the finding points into it', `
  # bulkhead.yaml
  extends: [config/base.yaml]

  # config/base.yaml
  modules: { shop: src/shop, billing: src/billing }
  rules:
    - { id: no-money, from: shop, forbid: billing, why: Billing asks nobody }
`, ['src/shop/cart.ts no-money error: Billing asks nobody (config/base.yaml:3:5)'])

says('a base may lie in node_modules, and have a base of its own', `
  # bulkhead.yaml
  extends: [./node_modules/@acme/rules/shop.yaml]

  # node_modules/@acme/rules/shop.yaml
  extends: [node_modules/@acme/rules/all.yaml]
  modules: { shop: src/shop }

  # node_modules/@acme/rules/all.yaml
  modules: { billing: src/billing }
  rules:
    - { id: no-money, from: shop, forbid: billing }
`, ['src/shop/cart.ts no-money error: shop may not use billing (node_modules/@acme/rules/all.yaml:3:5)'])

const noMoney = `
  # base.yaml
  extends: [modules.yaml]
  rules:
    - { id: no-money, from: shop, forbid: billing, why: Billing asks nobody }
    - { id: no-store, from: [shop, billing], forbid: store }
${modules}`

says('an entry is changed field by field, and stands where its demand does', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: no-money, severity: warning }
    - { id: no-store, severity: "off" }
${noMoney}`, ['src/shop/cart.ts no-money warning: Billing asks nobody (base.yaml:3:5)'])

says('a verb takes the place of a verb, a subject that of a subject, and the entry moves along', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: no-money, to: billing, only: [] }
    - { id: no-store, from: shop }
${noMoney}`, ['src/shop/cart.ts no-money error: Billing asks nobody (bulkhead.yaml:3:5)'])

const required = `
  # base.yaml
  extends: [modules.yaml]
  rules:
    - { id: shared, to: store, require: "*", count: ">=2" }
    - { id: hidden, from: shop, forbid: store, reach: true, via: billing, names: "*" }
${modules}`

says('count and via go with the word that they belong to', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: shared, only: billing }
    - { id: hidden, reach: false }
${required}`, [])

says('and stay while it does', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: shared, require: [shop, billing] }
    - { id: hidden, names: cart }
${required}`, ['src/store/read.ts shared error: each of store must be imported by at least 2 of shop, billing (bulkhead.yaml:3:5)'])

says('each is changed by itself', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: shared, count: "<=1", severity: info }
    - { id: hidden, via: "*", severity: warning }
${required}`, ['src/shop/cart.ts hidden warning: shop may not use store, not even through others (*): imports of * (base.yaml:4:5)'])

refuses('an entry that no base knows', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: no-mony, severity: "off" }
${noMoney}`, ["bulkhead.yaml:3:5 missing-key: no-mony needs 'forbid', 'only' or 'require' (did you mean the inherited no-money?)"])

refuses('the same entry twice in one file', `
  # bulkhead.yaml
  extends: [base.yaml]
  rules:
    - { id: no-money, severity: "off" }
    - { id: no-money, severity: info }
${noMoney}`, ['bulkhead.yaml:4:11 duplicate-name: two entries have the id no-money'])

says('a module is changed field by field, its tags added up', `
  # bulkhead.yaml
  extends: [base.yaml]
  modules: { billing: { usedBy: [], tags: [money] } }
  rules:
    - { id: money, from: tag:money, forbid: store }
    - { id: old, from: tag:old, forbid: store }

  # base.yaml
  modules:
    shop: src/shop
    billing: { files: src/billing, tags: old }
    store: src/store
`, [
  'src/billing/ledger.ts money error: tag:money may not use store (bulkhead.yaml:4:5)',
  'src/billing/ledger.ts old error: tag:old may not use store (bulkhead.yaml:5:5)',
  'src/shop/cart.ts billing.usedBy error: nothing but its own may use billing (bulkhead.yaml:2:23)',
])

says('ignored is what either ignores; layers are replaced', `
  # bulkhead.yaml
  extends: [base.yaml]
  ignore: [src/store]
  layers: [billing, shop]

  # base.yaml
  ignore: src/other
  layers: [shop, billing, store]
`, ['src/shop/cart.ts boundaries/layers error: shop lies below billing: a layer may use itself and those after it (bulkhead.yaml:3:10)'])

says('a tag picks what either says', `
  # bulkhead.yaml
  extends: [base.yaml]
  tags: { sells: path:src/billing }

  # base.yaml
  tags: { sells: path:src/shop, keeps: path:src/store }
  rules: [{ id: apart, from: tag:sells, forbid: tag:keeps }]
`, ['src/billing/ledger.ts apart error: tag:sells may not use tag:keeps (base.yaml:2:9)'])

says('an empty list ends a tag', `
  # bulkhead.yaml
  extends: [base.yaml]
  tags: { sells: [] }

  # base.yaml
  tags: { sells: path:src/billing }
  rules: [{ id: apart, from: tag:sells, forbid: path:src/store, optional: true }]
`, [])

says('a check keeps what it inherits, but for its level', `
  # bulkhead.yaml
  extends: [base.yaml]
  checks: { boundaries/layers: info }

  # base.yaml
  layers: [store, billing, shop]
  checks: { boundaries/layers: { severity: warning, in: path:src/shop } }
`, ['src/shop/cart.ts boundaries/layers info: shop lies below billing: a layer may use itself and those after it (base.yaml:1:17)'])

says('exceptions of a base hold too, and those that cover nothing are for other projects', `
  # bulkhead.yaml
  extends: [base.yaml]
  layers: [store, billing, shop]
  exceptions: [{ rule: boundaries/layers, from: path:src/shop, why: old, until: never }]

  # base.yaml
  exceptions:
    - { rule: boundaries/layers, from: path:src/billing, why: older, until: never }
    - { rule: boundaries/layers, from: path:src/legacy, why: oldest, until: never }
`, [
  'src/billing/ledger.ts boundaries/layers allowed: billing lies below store: a layer may use itself and those after it (bulkhead.yaml:2:10)',
  'src/shop/cart.ts boundaries/layers allowed: shop lies below billing: a layer may use itself and those after it (bulkhead.yaml:2:17)',
])

const disagreeing = `
  # one.yaml
  extends: [modules.yaml]
  layers: [billing, shop]
  cycles: forbid
  rules: [{ id: apart, from: shop, forbid: billing }]

  # other.yaml
  extends: [modules.yaml]
  layers: [shop, billing]
  cycles: forbid
  rules:
    - { id: apart, from: shop, only: [] }
${modules}`

refuses('two bases that disagree', `
  # bulkhead.yaml
  extends:
    - one.yaml
    - other.yaml
${disagreeing}`, [
  'bulkhead.yaml:3:5 disagreement: layers is one thing in one.yaml:2, another in other.yaml:2 (say here what holds: that decides it)',
  'bulkhead.yaml:3:5 disagreement: the entry apart is one thing in one.yaml:4, another in other.yaml:5 (say here what holds: that decides it)',
])

says('until the file itself decides', `
  # bulkhead.yaml
  extends: [one.yaml, other.yaml]
  layers: []
  rules: [{ id: apart, from: shop, forbid: billing, severity: info }]
${disagreeing}`, ['src/shop/cart.ts apart info: shop may not use billing (bulkhead.yaml:3:9)'])

says('or turns the entry off', `
  # bulkhead.yaml
  extends: [one.yaml, other.yaml]
  layers: []
  rules: [{ id: apart, severity: "off" }]
${disagreeing}`, [])

refuses('what a base names and this project lacks is no problem, but its mistakes are', `
  # bulkhead.yaml
  extends: [base.yaml]
  modules: { shop: src/shop, gone: src/gone }

  # base.yaml
  layers: [ui, { name: core, files: packages/core }]
  modules: { api: src/api, web: { files: src/web, uses: [core, "tag:far"] } }
  rules: [{ id: a, from: unknown, forbid: "path:src/none" }]
  tags: { x: "path:gone/**" }
  checks: { boundaries/layer: error }
`, [
  "base.yaml:5:11 unknown-check: no check is called boundaries/layer (did you mean boundaries/layers?)",
  'bulkhead.yaml:2:34 no-match: src/gone takes no file (the nearest path is src)',
])

refuses('mistakes in a base stand at its own lines, whatever goes over them', `
  # bulkhead.yaml
  extends: [base.yaml, broken.yaml]
  layers: [shop]

  # base.yaml
  layers: business
  modules: { shop: { file: src/shop } }
  rules: [{ from: shop, forbid: billing }]

  # broken.yaml
  cycles: never
`, [
  "base.yaml:1:9 wrong-type: layers is a list or a map, not 'business'",
  "base.yaml:2:20 unknown-key: modules.shop has no key 'file' (did you mean files?)",
  "base.yaml:3:9 missing-key: rules[1] needs 'id' (it is a text)",
  "broken.yaml:1:9 wrong-type: cycles is forbid, off, a map or a list, not 'never'",
])

refuses('a pattern of a base that is none', `
  # bulkhead.yaml
  extends: [base.yaml]

  # base.yaml
  modules: { shop: "src/{shop" }
`, ["base.yaml:1:18 bad-pattern: 'src/{shop' is no pattern: '{shop' lacks its closing brace"])

refuses('a base that is no yaml', `
  # bulkhead.yaml
  extends: [base.yaml]

  # base.yaml
  a: *b
`, ['base.yaml:1:4 syntax: nothing above is called &b (quote what begins with *)'])

refuses('a module that no base knows', `
  # bulkhead.yaml
  extends: [modules.yaml]
  modules: { till: { owner: "@till" } }
${modules}`, ["bulkhead.yaml:2:12 missing-key: modules.till needs 'files' (it is a text or a list)"])

refuses('extends: what it takes', `
  # bulkhead.yaml
  extends: [3, modules.yaml]
${modules}`, ['bulkhead.yaml:1:11 wrong-type: extends[1] is a text, not the number 3'])

for (const [written, says] of [
  ['gone.yaml', "no-file: there is no gone.yaml (a base is named by its path from the project's root)"],
  ['preset:laiered', 'unknown-preset: no preset is called laiered (did you mean layered?)'],
  ['../base.yaml', "bad-path: '../base.yaml' cannot be extended: it lies outside the project (name a file below the project's root, in node_modules if it is shared)"],
  ['/etc/base.yaml', "bad-path: '/etc/base.yaml' cannot be extended: it lies outside the project (name a file below the project's root, in node_modules if it is shared)"],
  ['"C:\\\\rules\\\\base.yaml"', "bad-path: 'C:\\rules\\base.yaml' cannot be extended: it is no path of this project (write folders with /, from the project's root)"],
  ['https://example.com/base.yaml', "bad-path: 'https://example.com/base.yaml' cannot be extended: nothing is fetched (install it as a package, and name its file: node_modules/…/base.yaml)"],
  ['"@acme/rules"', "bad-path: '@acme/rules' cannot be extended: it is no preset:NAME and no path to a yaml file (name the file by its path from the root, node_modules/… too)"],
  ['bulkhead.yaml', 'cycle: bulkhead.yaml extends itself (leave one of these lines out)'],
] as const) {
  refuses(`extends: ${written}`, `
  # bulkhead.yaml
  extends: [${written}]
`, [`bulkhead.yaml:1:11 ${says}`])
}

refuses('a cycle of several files', `
  # bulkhead.yaml
  extends: [one.yaml]

  # one.yaml
  extends: [other.yaml]

  # other.yaml
  cycles: forbid
  extends:
    - one.yaml
`, ['other.yaml:3:5 cycle: one.yaml extends itself, by way of other.yaml (leave one of these lines out)'])

says('one base by two ways agrees with itself', `
  # bulkhead.yaml
  extends: [one.yaml, modules.yaml]
  rules: [{ id: a, from: shop, forbid: billing }]

  # one.yaml
  extends: [modules.yaml]
${modules}`, ['src/shop/cart.ts a error: shop may not use billing (bulkhead.yaml:2:9)'])

test('a base of which nothing is here says so', () => {
  const notes = (configs: string): readonly string[] => reported(configs).notes.map(({ message }) => message)
  assert.deepEqual(notes(`
  # bulkhead.yaml
  extends:
    - preset:layered
    - rules/base.yaml
    - rules/tags.yaml
    - modules.yaml

  # rules/base.yaml
  modules: { harbour: src/harbour }

  # rules/tags.yaml
  tags: { moored: path:src/quays, sailing: path:src/sea }
${modules}`), [
    'preset:layered guards nothing here: no file lies in any layer, module or tag of it (preset:layered, bulkhead.yaml:2)',
    'rules/base.yaml guards nothing here: no file lies in any layer, module or tag of it (rules/base.yaml:1)',
    'rules/tags.yaml guards nothing here: no file lies in any layer, module or tag of it (rules/tags.yaml:1)',
  ])
})

test('no base makes bulkhead fail, whatever stands in it', () => {
  const values = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.constantFrom<unknown>(null, 1, true, 'shop', 'path:src/shop', [], {}), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('id', 'from', 'to', 'forbid', 'only', 'files', 'tags', 'a', 'any', 'not', 'severity', 'in', 'allow', '*'), tie('value'), { maxKeys: 3 })),
  })).value
  const configs = fc.dictionary(fc.constantFrom('layers', 'modules', 'tags', 'rules', 'vendors', 'checks', 'exceptions', 'ignore', 'include', 'imports', 'cycles', 'extends', 'version'), values, { maxKeys: 5 })
  fc.assert(fc.property(configs, configs, configs, (own, one, other) => {
    const texts = new Map([['one.yaml', stringify(one)], ['other.yaml', stringify(other)]])
    const { config, problems } = readConfig('bulkhead.yaml', stringify({ ...own, extends: ['one.yaml', 'other.yaml'] }), { presets: {}, read: (path) => ({ kind: 'text', text: texts.get(path) ?? '' }) })
    assert.ok(config !== undefined || problems.length > 0)
    assert.ok(problems.every(({ at }) => at !== undefined))
  }), { numRuns: 2000, seed: 4 })
})

test('a base that is open in the editor counts as it stands there, and whatever becomes of it is judged again', () => {
  const { files } = readProject(`
  # bulkhead.yaml
  extends: [base.yaml]

  # base.yaml
  layers: [shop, billing, store]
${code}`)
  const session = inMemory(files)
  const lines = (): readonly string[] => {
    const { findings, problems } = session.apply([])
    return [...findings.map(({ at, message }) => `${at.path} ${message}`), ...problems.map(({ message }) => message)]
  }
  assert.deepEqual(lines(), [])
  session.apply([{ kind: 'text', path: 'base.yaml', text: 'layers: [billing, shop]\n' }])
  assert.deepEqual(lines(), ['src/shop/cart.ts src/shop may not use src/billing'])
  session.apply([{ kind: 'text', path: 'base.yaml', text: 'layers: [billing, shop' }])
  assert.equal(session.snapshot().report.isConfigValid, false)
  assert.match(lines().join(), /^src\/shop\/cart.ts src\/shop may not use src\/billing,this is no YAML/)
  session.apply([{ kind: 'text', path: 'base.yaml', text: undefined }])
  assert.deepEqual(lines(), [])
  session.apply([{ kind: 'text', path: 'bulkhead.yaml', text: 'extends: [later.yaml]\n' }])
  assert.deepEqual(lines(), ['there is no later.yaml'])
  session.apply([{ kind: 'text', path: 'later.yaml', text: 'layers: [store, billing]\n' }])
  assert.deepEqual(lines(), ['src/billing/ledger.ts src/billing may not use src/store'])
})

test('a configuration that extends much of itself ends', () => {
  const many = Array.from({ length: 150 }, (_, i) => `# b${i}.yaml\nextends: [b${i + 1}.yaml, b${i + 2}.yaml]\n`).join('\n')
  const report = inMemory(readProject(`# bulkhead.yaml\nextends: [b0.yaml]\n\n${many}`).files).apply([])
  assert.ok(report.problems.some(({ kind }) => kind === 'too-large'))
})
