import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '../../rules/model/link.ts'
import type { Entry, Policy } from '../../rules/model/policy.ts'
import { bind, classesOf, take } from '../../rules/model/take.ts'
import { policyOf, vendors } from './project.ts'

const files = 'services/pay/api/x.ts services/pay/core/y.ts services/ship/api/z.ts libs/store/read/a.ts libs/store/write/b.ts src/a/b/c.ts src/a/d.ts src/cart.usecase.ts test/x.ts top.ts'
const base = `
layers: [api, core]
modules:
  "{domain}/{layer}": services/{domain}/{layer}
  store: { files: libs/store, tags: [data] }
tags:
  usecase: path:**/*.usecase.ts
  driver: [pkg:pg, vendor:aws]
  both: [path:src, builtin:fs]
`

/** The entry of one rule, written as `from: …, forbid: …`. */
function ruleOf(rule: string): { readonly policy: Policy; readonly entry: Entry } {
  const policy = policyOf({ files, config: `${base}rules:\n  - { id: it, optional: true, ${rule} }\n` })
  const entry = policy.entries.find(({ id }) => id === 'it')
  assert.ok(entry !== undefined)
  return { policy, entry }
}

/** 'path', 'pkg:name', 'builtin:name', 'env:NAME', 'state:NAME' or 'unresolved:specifier'. */
function endOf(written: string): Address {
  const [prefix = '', rest = ''] = written.split(/:(.*)/s)
  switch (prefix) {
    case 'pkg': {
      const name = rest.split('/').slice(0, rest.startsWith('@') ? 2 : 1).join('/')
      return { kind: 'package', name, subpath: rest.slice(name.length + 1) }
    }
    case 'builtin': case 'env': case 'state': return { kind: prefix, name: rest }
    case 'unresolved': return { kind: 'unknown', specifier: rest, reason: 'gone' }
    default: return { kind: 'file', path: written }
  }
}

const everything = [...files.split(' '), 'pkg:pg', 'pkg:pg/lib', 'pkg:lodash/fp', 'pkg:@aws-sdk/client-s3', 'pkg:@aws-sdk/client-sqs', 'builtin:fs', 'builtin:fs/promises', 'builtin:path', 'env:PORT', 'env:AWS_REGION', 'state:cache', 'state:Cart.count', 'unresolved:./gone']

const picks: readonly (readonly [selector: string, picks: string])[] = [
  ['"*"', files],
  ['store', 'libs/store/read/a.ts libs/store/write/b.ts'],
  ['api', 'services/pay/api/x.ts services/ship/api/z.ts'],
  ['"*/api"', 'services/pay/api/x.ts services/ship/api/z.ts'],
  ['"pay/**"', 'services/pay/api/x.ts services/pay/core/y.ts'],
  ['layer:core', 'services/pay/core/y.ts'],
  ['module:pay/core', 'services/pay/core/y.ts'],
  ['tag:data', 'libs/store/read/a.ts libs/store/write/b.ts'],
  ['tag:domain:pay', 'services/pay/api/x.ts services/pay/core/y.ts'],
  ['tag:layer:api', 'services/pay/api/x.ts services/ship/api/z.ts'],
  ['tag:usecase', 'src/cart.usecase.ts'],
  ['tag:test', 'test/x.ts'],
  ['tag:driver', 'pkg:pg pkg:pg/lib pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['tag:both', 'src/a/b/c.ts src/a/d.ts src/cart.usecase.ts builtin:fs builtin:fs/promises'],
  ['path:src/a', 'src/a/b/c.ts src/a/d.ts'],
  ['"re:/[ab]\\\\.ts$"', 'libs/store/read/a.ts libs/store/write/b.ts'],
  ['"path:re:^top"', 'top.ts'],
  ['store:write', 'libs/store/write/b.ts'],
  ['pkg:pg', 'pkg:pg pkg:pg/lib'],
  ['pkg:lodash/fp', 'pkg:lodash/fp'],
  ['"pkg:@aws-sdk/*"', 'pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['"pkg:*"', 'pkg:pg pkg:pg/lib pkg:lodash/fp pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['builtin:fs', 'builtin:fs builtin:fs/promises'],
  ['builtin:node:fs', 'builtin:fs builtin:fs/promises'],
  ['vendor:aws', 'pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['vendor:aws:s3', 'pkg:@aws-sdk/client-s3'],
  ['capability:queue', 'pkg:@aws-sdk/client-sqs'],
  ['"capability:*"', 'pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['"env:AWS_*"', 'env:AWS_REGION'],
  ['"state:*"', 'state:cache state:Cart.count'],
  ['"state:Cart.*"', 'state:Cart.count'],
  ['"unresolved:*"', 'unresolved:./gone'],
  ['[store, pkg:pg]', 'libs/store/read/a.ts libs/store/write/b.ts pkg:pg pkg:pg/lib'],
  ['{ any: path:src, not: path:src/a }', 'src/cart.usecase.ts'],
  ['{ not: path:src }', 'services/pay/api/x.ts services/pay/core/y.ts services/ship/api/z.ts libs/store/read/a.ts libs/store/write/b.ts test/x.ts top.ts'],
  ['{ not: pkg:pg }', 'pkg:lodash/fp pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['{ not: [pkg:pg, path:src] }', 'services/pay/api/x.ts services/pay/core/y.ts services/ship/api/z.ts libs/store/read/a.ts libs/store/write/b.ts test/x.ts top.ts pkg:lodash/fp pkg:@aws-sdk/client-s3 pkg:@aws-sdk/client-sqs'],
  ['{ all: [path:services, api] }', 'services/pay/api/x.ts services/ship/api/z.ts'],
  ['{ all: [{ not: path:services }, { not: path:libs }] }', 'src/a/b/c.ts src/a/d.ts src/cart.usecase.ts test/x.ts top.ts'],
  ['{ any: "pkg:*", not: tag:driver }', 'pkg:lodash/fp'],
]

for (const [selector, expected] of picks) {
  test(`${selector} picks ${expected === '' ? 'nothing' : expected.slice(0, 60)}`, () => {
    const { policy, entry } = ruleOf(`from: "*", forbid: ${selector}`)
    assert.deepEqual(everything.filter((end) => take(entry.object, endOf(end), { policy, vendors }) !== undefined).join(' '), expected)
  })
}

test('folder: asks where a file lies, seen from the importing one', () => {
  const at = (where: string): string => {
    const { policy, entry } = ruleOf(`from: "*", forbid: folder:${where}`)
    return everything.filter((end) => take(entry.object, endOf(end), { policy, vendors, importer: 'src/a/d.ts' }) !== undefined).join(' ')
  }
  assert.deepEqual([at('above'), at('same'), at('below')], ['src/cart.usecase.ts top.ts', 'src/a/d.ts', 'src/a/b/c.ts'])
})

test("captures of the subject stand for their value on the other side, also inside 'not'", () => {
  const { policy, entry } = ruleOf('from: "{domain}/*", only: ["{domain}/*", { not: "tag:domain:{domain}" }, "path:services/{domain}", "re:^services/{domain}/"]')
  const bindings = take(entry.subject, endOf('services/pay/api/x.ts'), { policy, vendors })
  assert.deepEqual({ ...bindings }, { domain: 'pay' })
  const object = bind(entry.object, bindings ?? {})
  assert.ok(object.kind === 'any')
  assert.deepEqual(object.of.map((each) => files.split(' ').slice(0, 3).filter((path) => take(each, endOf(path), { policy, vendors }) !== undefined)), [
    ['services/pay/api/x.ts', 'services/pay/core/y.ts'], ['services/ship/api/z.ts'], ['services/pay/api/x.ts', 'services/pay/core/y.ts'], ['services/pay/api/x.ts', 'services/pay/core/y.ts'],
  ])
})

test('expressions capture by name, and two of one name must agree', () => {
  const { policy, entry } = ruleOf('from: "re:^services/(?<d>[^/]+)/", forbid: ["re:^services/(?<d>[^/]+)/api/"]')
  const bindings = take(entry.subject, endOf('services/pay/core/y.ts'), { policy, vendors })
  assert.deepEqual({ ...bindings }, { d: 'pay' })
  const object = bind(entry.object, bindings ?? {})
  assert.deepEqual(['services/pay/api/x.ts', 'services/ship/api/z.ts'].map((path) => take(object, endOf(path), { policy, vendors }) !== undefined), [true, false])
})

test('all of them must agree on a capture', () => {
  const { policy, entry } = ruleOf('from: { all: ["{d}/*", "path:services/{d}"] }, forbid: "{d}/core"')
  assert.deepEqual({ ...take(entry.subject, endOf('services/pay/api/x.ts'), { policy, vendors }) }, { d: 'pay' })
  const differing = ruleOf('from: { all: ["{d}/*", "path:{d}/*"] }, forbid: "{d}/core"')
  assert.equal(take(differing.entry.subject, endOf('services/pay/api/x.ts'), { policy: differing.policy, vendors }), undefined)
})

test('only judges the classes of what it permits, and files where it permits nothing', () => {
  const classes = (rule: string): string => [...ruleOf(rule).entry.classes].sort().join()
  assert.equal(classes('from: store, only: [api, pkg:pg]'), 'file,package')
  assert.equal(classes('from: store, only: []'), 'file')
  assert.equal(classes('from: store, only: tag:driver'), 'package')
  assert.equal(classes('from: store, only: { any: "pkg:*", not: builtin:fs }'), 'package')
  assert.equal(classes('to: "env:*", only: path:src'), 'env')
  assert.equal(classes('to: [store, pkg:pg], only: path:src'), 'file,package')
})

test('what lies inside one module is judged only by a forbid that names files on both sides', () => {
  const inside = (rule: string): boolean => ruleOf(rule).entry.judgesInside
  assert.deepEqual(['from: path:src, forbid: path:libs', 'from: "*", forbid: tag:usecase', 'from: store:read, forbid: [store:write, pkg:pg]', 'from: "*", forbid: store', 'from: api, forbid: path:libs', 'from: path:src, only: path:libs', 'from: tag:data, forbid: path:libs', 'from: "*", forbid: pkg:pg'].map(inside), [true, true, true, false, false, false, false, false])
})

test('its own is also what a subject of files takes with the same captures', () => {
  const own = (rule: string): boolean => ruleOf(rule).entry.ownByCaptures
  assert.deepEqual(['from: "path:services/{d}", only: "path:services/{d}"', 'from: tag:usecase, only: api', 'from: store, only: api', 'from: tag:layer:api, only: store', 'from: tag:data, only: api'].map(own), [true, true, false, false, false])
})

test('an entry counts all kinds but jsdoc, url and call, unless it, or imports, says otherwise', () => {
  const kinds = (rule: string): string => [...ruleOf(`from: store, forbid: api${rule}`).entry.kinds].join()
  assert.equal(kinds(''), 'value,type,elided,reexport,require,dynamic')
  assert.equal(kinds(', kinds: runtime'), 'value,reexport,require,dynamic')
  assert.equal(kinds(', kinds: load'), 'value,reexport,require')
  assert.equal(kinds(', kinds: [value, type]'), 'value,elided,type')
  assert.equal(kinds(', kinds: { not: [type, dynamic] }'), 'value,elided,reexport,require')
  assert.equal(kinds(', kinds: { any: value, not: elided }'), 'value')
  assert.equal(kinds(', kinds: [load, jsdoc, url, call]'), 'value,reexport,require,jsdoc,url,call')
  const { entries } = policyOf({ files: 'a/x.ts b/y.ts', config: 'imports: { kinds: runtime }\nmodules: { a: { files: a, uses: [] }, b: b }\nrules: [{ id: it, from: a, forbid: b }]' })
  assert.deepEqual(entries.map(({ id, kinds: each }) => [id, each.has('type')]), [['it', false], ['a.uses', false]])
})

test('uses: manifest is the workspace packages that the manifest declares', () => {
  const workspaces = [
    { name: '@shop/cart', folder: 'packages/cart', declared: ['@shop/money'] },
    { name: '@shop/money', folder: 'packages/money', declared: [] },
    { name: 'till', folder: 'apps/till', declared: ['@shop/cart'] },
  ]
  const policy = policyOf({ files: 'packages/cart/c.ts packages/money/m.ts apps/till/t.ts', workspaces, config: 'modules:\n  "{name}": { files: "workspace:*", uses: manifest }\n' })
  const [entry] = policy.entries
  assert.ok(entry !== undefined)
  const mayUse = (from: string, to: string): boolean => {
    const bindings = take(entry.subject, endOf(from), { policy, vendors })
    return bindings !== undefined && take(bind(entry.object, bindings), endOf(to), { policy, vendors }) !== undefined
  }
  assert.deepEqual([mayUse('packages/cart/c.ts', 'packages/money/m.ts'), mayUse('packages/cart/c.ts', 'apps/till/t.ts'), mayUse('packages/money/m.ts', 'packages/cart/c.ts'), mayUse('apps/till/t.ts', 'packages/cart/c.ts')], [true, false, false, true])
  assert.deepEqual([...classesOf(entry.object)], ['file'])
})
