// What a person asks of a project, and gets told: in words and as JSON.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folderWith, repositoryWith } from '../support/repository.ts'

const harbour = `
# bulkhead.yaml
layers:
  - office
  - yard
modules:
  boats: { files: boats, owner: "@crew", api: [deck], why: Boats outlive every office }
tags: { afloat: path:boats }
rules:
  - { id: boats-apart, from: boats, forbid: office, why: Boats sail without papers, owner: "@crew" }
  - { id: no-rope, from: boats, forbid: pkg:rope }

// boats/deck/sail.ts
import { fees } from '../../office/fees'
export const sail = () => fees()

// boats/hull.ts
export const hull = 1

// office/fees.ts
export const fees = () => 1

// office/desk.ts
import { sail } from '../boats/deck/sail'
import chalk from 'chalk'
export const desk = [sail, chalk]

// yard/crane.ts
export const crane = 1
`

test('a file: where it is, what holds for it by which line, whom it may use, and what is found in it', (t) => {
  const { out } = folderWith(t, harbour).bulkhead('explain', 'boats/deck/sail.ts')
  assert.equal(out, `boats/deck/sail.ts
  module      boats (bulkhead.yaml:5)
              Boats outlive every office
  owner       @crew
  layer       none
  tags        afloat
  api         deck (bulkhead.yaml:5); this file is part of it
  rules       boats-apart: boats may not use office (bulkhead.yaml:8); Boats sail without papers
              no-rope: boats may not use pkg:rope (bulkhead.yaml:9)
  may use     yard
              not office: boats-apart (bulkhead.yaml:8)
  packages    chalk
  for use by  office, yard
  imports     1
  importers   office/desk.ts
  findings    boats/deck/sail.ts:1 error boats may not use office boats-apart
`)
})

test('a module by its name alone', (t) => {
  const repository = folderWith(t, harbour)
  const { out } = repository.bulkhead('explain', 'boats')
  assert.match(out, /^module boats\n {2}files {7}2: boats\/deck\/sail\.ts, boats\/hull\.ts\n/)
  assert.match(out, /api {9}deck \(bulkhead\.yaml:5\); takes boats\/deck\/sail\.ts\n/)
  assert.match(out, /uses now {4}office \(1\)\n {2}users now {3}office \(1\)\n/)
  assert.match(repository.bulkhead('explain', 'afloat').out, /^tag afloat\n/)
  assert.match(repository.bulkhead('explain', 'layer:yard').out, /^layer layer:yard\n {2}files {7}1: yard\/crane\.ts\n/)
  assert.match(repository.bulkhead('explain', './boats').out, /^folder boats\n/)
  assert.match(repository.bulkhead('explain', 'chalk').out, /^chalk\n[^]*importers {3}1: office\/desk\.ts\n/)
})

test('an entry: its line, what it forbids, whom it takes, how much is found', (t) => {
  const { out } = folderWith(t, harbour).bulkhead('explain', 'boats-apart')
  assert.equal(out, `boats-apart (bulkhead.yaml:8)
  says        boats may not use office
  why         Boats sail without papers
  owner       @crew
  severity    error
  takes       boats: 2 files (boats/deck/sail.ts, boats/hull.ts)
  of          office: 2 files (office/desk.ts, office/fees.ts)
  findings    1 new, 0 known in the baseline, 0 allowed
`)
})

test('a forbidden import that the baseline knows says so', (t) => {
  const repository = repositoryWith(t, harbour)
  repository.bulkhead('baseline')
  const { out } = repository.bulkhead('explain', 'boats', 'office')
  assert.match(out, /boats may not use office: not allowed\n {2}boats-apart {2}boundaries\/rules {2}error, now 1 known in the baseline\n/)
  assert.match(out, /1 import now: boats\/deck\/sail\.ts:1 \(known\)/)
})

interface Place { readonly path: string; readonly line: number }

test('as JSON: a version, a kind, and lines that count from 1', (t) => {
  const repository = folderWith(t, harbour)
  const told = (...args: readonly string[]): Record<string, unknown> => JSON.parse(repository.bulkhead('explain', '--format', 'json', ...args).out) as Record<string, unknown>
  const file = told('boats/deck/sail.ts')
  assert.deepEqual([file['version'], file['kind'], file['module'], file['owner'], file['isOpen']], [1, 'file', 'boats', '@crew', true])
  assert.deepEqual(file['at'], { path: 'bulkhead.yaml', line: 5 } satisfies Place)
  assert.deepEqual(file['mayUse'], { allowed: ['yard'], forbidden: [{ name: 'office', by: [{ rule: 'boundaries/rules', entry: 'boats-apart', at: { path: 'bulkhead.yaml', line: 8 } }] }] })
  assert.deepEqual(file['findings'], [{ rule: 'boundaries/rules', entry: 'boats-apart', severity: 'error', status: 'new', message: 'boats may not use office', path: 'boats/deck/sail.ts', line: 1, column: 22, target: 'office/fees.ts' }])
  const ends = told('office/desk.ts', 'boats/hull.ts')
  assert.deepEqual([ends['kind'], ends['verdict'], ends['allowedWay']], ['ends', 'forbidden', [{ name: 'office/desk.ts', module: 'office' }, { name: 'boats/deck/sail.ts', module: 'boats' }, { name: 'boats/hull.ts', module: 'boats' }]])
  assert.equal(ends['way'], null)
  assert.deepEqual(['boats', 'layer:yard', 'afloat', './boats', 'chalk', 'no-rope', 'boundaries/api', 'preset:layered'].map((subject) => told(subject)['kind']), ['module', 'layer', 'tag', 'folder', 'outside', 'entry', 'rule', 'preset'])
})

test('what nobody is called has a name that is like it, and status 2', (t) => {
  const repository = folderWith(t, harbour)
  const refused = (...args: readonly string[]): string => {
    const { status, out, err } = repository.bulkhead('explain', ...args)
    assert.deepEqual({ status, out }, { status: 2, out: '' }, err)
    return err
  }
  assert.match(refused('baots'), /nothing is called baots here\n {2}did you mean boats\?/)
  assert.match(refused('boats-apat'), /did you mean boats-apart\?/)
  assert.match(refused('layers'), /did you mean boundaries\/layers\?/)
  assert.match(refused('three-systems'), /did you mean preset:three-systems\?/)
  assert.match(refused('boats/hul.ts'), /there is no file boats\/hul\.ts.*\n {2}did you mean boats\/hull\.ts\?/)
  assert.match(refused('layer:yrad'), /layer:yrad takes no file of this project\n {2}did you mean layer:yard\?/)
  assert.match(refused('boats', 'ofice'), /nothing is called ofice here\n {2}did you mean office\? If it is a package: pkg:ofice/)
  assert.match(refused('chalk', 'boats'), /chalk is no file and no module/)
  assert.match(refused('something-else-entirely'), /nothing is called something-else-entirely here/)
  assert.match(refused('../elsewhere.ts'), /lies outside the project/)
  assert.equal(repository.bulkhead('explain', 'boats', 'react').status, 0, 'whatever is like nothing here may be a package')
})

test('without a configuration there is still something to say', (t) => {
  const repository = folderWith(t, harbour.slice(harbour.indexOf('// boats/deck')))
  const { status, out } = repository.bulkhead('explain', 'boats', 'office')
  assert.equal(status, 0)
  assert.match(out, /boats may use office: allowed, nobody judges/)
  assert.equal(repository.bulkhead('explain', 'boats/hull.ts').status, 0)
})

test('an api that opens some to some says what, to whom and by which names', (t) => {
  const repository = folderWith(t, `
# bulkhead.yaml
modules:
  store: { files: store, api: [read, { expose: write, to: jobs, names: [put] }] }
  jobs: jobs
  pages: pages

// store/read/all.ts
export const all = 1

// store/write/put.ts
export const put = 1

// store/inside.ts
export const inside = 1

// jobs/nightly.ts
export const nightly = 1

// pages/home.ts
export const home = 1
`)
  assert.match(repository.bulkhead('explain', 'store').out, /api {9}read \(bulkhead\.yaml:2\), write to jobs as put \(bulkhead\.yaml:2\); takes store\/read\/all\.ts, store\/write\/put\.ts\n/)
  assert.match(repository.bulkhead('explain', 'store/write/put.ts').out, /for use by {2}jobs\n {14}not by pages: boundaries\/api \(bulkhead\.yaml:2\)\n/)
  assert.match(repository.bulkhead('explain', 'pages', 'store').out, /pages may use store: in part\n {2}1 of 2 files of store may be used \(store\/read\/all\.ts\)\n/)
  assert.match(repository.bulkhead('explain', 'jobs', 'store').out, /jobs may use store: allowed/)
  assert.match(repository.bulkhead('explain', 'store/inside.ts').out, /this file is inside, for its own module only/)
})

test('what is required names whom it asks, and whether they lack it', (t) => {
  const repository = folderWith(t, `
# bulkhead.yaml
modules: { shop: shop, till: till }
rules:
  - { id: base, from: "path:**/*.controller.ts", require: path:shop/base.ts, why: All say hello }
  - { id: used, to: till, require: shop }

// shop/base.ts
export const base = 1

// shop/cart.controller.ts
import { base } from './base'
export const cart = base

// shop/lost.controller.ts
export const lost = 1

// till/charge.ts
export const charge = 1

// till/ring.ts
export const ring = 1
`)
  const requirement = String.raw`base: each of path:\*\*\/\*\.controller\.ts must import path:shop\/base\.ts \(bulkhead\.yaml:3\); All say hello`
  assert.match(repository.bulkhead('explain', 'shop/cart.controller.ts').out, new RegExp(`${requirement}; met now\n`))
  assert.match(repository.bulkhead('explain', 'shop/lost.controller.ts').out, new RegExp(`${requirement}; not met now: shop/lost\.controller\.ts does not import path:shop/base\.ts\n`))
  assert.match(repository.bulkhead('explain', 'shop/base.ts').out, new RegExp(`${requirement}\n`), 'it asks nothing of the base itself')
  assert.match(repository.bulkhead('explain', 'till/ring.ts').out, /used: each of till must be imported by shop \(bulkhead\.yaml:4\); not met now: till is not imported by shop\n/)
  const { entries } = JSON.parse(repository.bulkhead('explain', '--format', 'json', 'shop/cart.controller.ts').out) as { readonly entries: readonly { readonly id: string; readonly lacks?: readonly unknown[] }[] }
  assert.deepEqual(entries.map(({ id, lacks }) => [id, lacks]), [['base', []], ['used', undefined]])
})

test('what a file beside the code says is named by its lines', (t) => {
  const repository = folderWith(t, `
# bulkhead.yaml
modules: { till: till }

# quays/bulkhead.yaml
inherit: true
module: quays
uses: []
packages: []

// quays/crane.ts
import { till } from '../till/charge'
export const crane = till

// till/charge.ts
export const till = 1
`)
  const { out } = repository.bulkhead('explain', 'quays')
  assert.match(out, /module {6}quays \(quays\/bulkhead\.yaml:2\)\n/)
  assert.match(out, /may use nothing but its own \(quays\/bulkhead\.yaml:3\)\n.*may use no package \(quays\/bulkhead\.yaml:4\)\n/)
  assert.match(repository.bulkhead('explain', 'quays', 'till').out, /not allowed\n.*error, now 1 new\n.*\(quays\/bulkhead\.yaml:3\)\n/)
})

test('the page of a rule says what it comes to here, where there is a project', (t) => {
  assert.match(folderWith(t, harbour).bulkhead('explain', 'boundaries/rules').out, /\nIn this project: 1 new, 0 known in the baseline, 0 allowed\n$/)
  const elsewhere = folderWith(t, '\n// boats/hull.ts\nexport const hull = 1\n').bulkhead('explain', 'boundaries/rules')
  assert.equal(elsewhere.status, 0)
  assert.doesNotMatch(elsewhere.out, /In this project/)
  assert.equal(folderWith(t, '\n# bulkhead.yaml\nlayres: []\n').bulkhead('explain', 'boundaries/rules').status, 0, 'whatever is wrong with the configuration')
})
