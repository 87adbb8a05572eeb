import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { sessionOver } from '../session/session-over.ts'
import { project } from '../support/project.ts'
import { readProject } from '../support/read-project.ts'

const installed = (name: string, rest: string): string => `
// node_modules/${name}/package.json
{ "name": "${name}", "version": "1.2.3", ${rest} }
`

const licensed = [
  installed('rope', '"license": "MIT"'), installed('sail', '"license": "(MIT OR GPL-3.0-only)"'), installed('mast', '"license": "MIT AND ISC"'),
  installed('hull', '"license": "GPL-2.0-only WITH Classpath-exception-2.0"'), installed('keel', '"license": { "type": "ISC" }'),
  installed('oar', '"licenses": [{ "type": "GPL-2.0" }, { "type": "MIT" }]'), installed('anchor', '"license": "SEE LICENSE IN terms/LICENSE.md"'), installed('@port/crane', '"license": "Apache-2.0"'),
].join('')

check('only packages under these licences', `
# bulkhead.yaml
rules: [{ id: licences, only: ["pkg:*[license=MIT]", "pkg:*[license=ISC]"] }]
${licensed}
// quay.ts
import rope from 'rope'
import sail from 'sail/cloth'
import mast from 'mast'
//               ^^^^^^ boundaries/rules: quay.ts may not use mast
import hull from 'hull'
//               ^^^^^^ boundaries/rules: quay.ts may not use hull
import keel from 'keel'
import oar from 'oar'
import anchor from 'anchor'
//                 ^^^^^^^^ boundaries/rules: quay.ts may not use anchor
import crane from '@port/crane'
//                ^^^^^^^^^^^^^ boundaries/rules: quay.ts may not use @port/crane
import gone from 'gone'
//               ^^^^^^ boundaries/rules: quay.ts may not use gone
import fs from 'node:fs'
import './pier'

// pier.ts
export {}
`)

check('alternatives in one licence, for what is under both', `
# bulkhead.yaml
rules: [{ id: licences, only: ["pkg:*[license={MIT,ISC}]", "pkg:@port/*"] }]
${licensed}
// quay.ts
import mast from 'mast'
import crane from '@port/crane'
import hull from 'hull'
//               ^^^^^^ boundaries/rules: quay.ts may not use hull
`)

check('what a licence is not, and whether there is one', `
# bulkhead.yaml
rules:
  - { id: no-gpl, from: path:quay.ts, forbid: "pkg:*[license=GPL*]" }
  - { id: known, from: path:pier.ts, forbid: { all: ["pkg:*"], not: "pkg:*[license=*]" } }
  - { id: who-uses, to: "pkg:{p}[license=MIT]", only: "path:{p}" }
${licensed}
// quay.ts
import hull from 'hull'
//               ^^^^^^ boundaries/rules: quay.ts may not use hull
import sail from 'sail'
//               ^^^^^^ boundaries/rules: quay.ts may not use sail
//               ^^^^^^ boundaries/rules: quay.ts may not use sail
import keel from 'keel'

// pier.ts
import anchor from 'anchor'
import gone from 'gone'
//               ^^^^^^ boundaries/rules: pier.ts may not use gone
import mast from 'mast'

// rope/store.ts
import rope from 'rope'
import sail from 'sail'
//               ^^^^^^ boundaries/rules: rope/store.ts may not use sail

// sail/loft.ts
import sail from 'sail'
`)

const port = (manifest: string): string => `
// package.json
{ ${manifest} }

// packages/crane/package.json
{ "name": "crane", "dependencies": { "sail": "1" }, "devDependencies": { "rope": "1" } }
`

check('how the nearest manifest declares a package', `
# bulkhead.yaml
checks: { boundaries/undeclared: off }
rules:
  - { id: shipped, from: path:packages, only: "pkg:*[declared=prod]" }
  - { id: no-tools, from: path:src, forbid: ["pkg:*[declared=dev]", "pkg:*[declared=none]", "pkg:*[declared=twice]"] }
  - { id: no-extras, from: path:src/late.ts, forbid: ["pkg:*[declared=peer]", "pkg:*[declared=optional]"] }
  - { id: apart, to: "pkg:*[declared=prod]", only: [path:src, path:packages] }
${port('"workspaces": ["packages/*"], "dependencies": { "rope": "1", "keel": "1" }, "devDependencies": { "sail": "1", "keel": "1" }, "peerDependencies": { "mast": "1" }, "optionalDependencies": { "oar": "1" }')}
// src/quay.ts
import rope from 'rope'
import sail from 'sail'
//               ^^^^^^ boundaries/rules: src/quay.ts may not use sail
import keel from 'keel'
//               ^^^^^^ boundaries/rules: src/quay.ts may not use keel
import gone from 'gone'
//               ^^^^^^ boundaries/rules: src/quay.ts may not use gone

// src/late.ts
import mast from 'mast'
//               ^^^^^^ boundaries/rules: src/late.ts may not use mast
import oar from 'oar'
//              ^^^^^ boundaries/rules: src/late.ts may not use oar
import rope from 'rope'

// packages/crane/lift.ts
import sail from 'sail/cloth'
import rope from 'rope'
//               ^^^^^^ boundaries/rules: packages/crane/lift.ts may not use rope

// other.ts
import rope from 'rope'
//               ^^^^^^ boundaries/rules: other.ts may not use rope
import sail from 'sail'
`)

check('nothing is declared, or undeclared, where no manifest is', `
# bulkhead.yaml
rules: [{ id: declared, forbid: ["pkg:*[declared=none]", "pkg:*[declared=prod]"] }]

// quay.ts
import rope from 'rope'
`)

check('all conditions have to hold, and a barrel hides nothing', `
# bulkhead.yaml
checks: { boundaries/undeclared: off }
rules: [{ id: tools, from: path:src, forbid: "pkg:*[license=MIT][declared=dev]" }, { id: kept, to: "pkg:*[declared=dev]", only: [path:tools, path:src/quay.ts] }]
${licensed}
// package.json
{ "devDependencies": { "rope": "1", "keel": "1" }, "dependencies": { "sail": "1" } }

// src/quay.ts
import rope from 'rope'
//               ^^^^^^ boundaries/rules: src/quay.ts may not use rope
import keel from 'keel'
import sail from 'sail'

// tools/index.ts
export { default as rope } from 'rope'
export { default as sail } from 'sail'

// src/late.ts
import { rope } from '../tools'
//                   ^^^^^^^^^^ boundaries/rules: src/late.ts may not use rope
//                   ^^^^^^^^^^ boundaries/rules: src/late.ts may not use rope
import { sail } from '../tools'
`)

const deprecated = (locks: string): string => `
# bulkhead.yaml
checks: { boundaries/undeclared: off }
rules: [{ id: fresh, forbid: "pkg:*[deprecated]" }]
${locks}
// quay.ts
import rope from 'rope'
//               ^^^^^^ boundaries/rules: quay.ts may not use rope
import sail from 'sail'

// packages/crane/lift.ts
import sail from 'sail'
//               ^^^^^^ boundaries/rules: packages/crane/lift.ts may not use sail
`

check('what npm wrote into its lock file is deprecated', deprecated(`
// package-lock.json
{ "packages": { "": {}, "node_modules/rope": { "version": "1.0.0", "deprecated": "It frays" }, "node_modules/sail": { "version": "2.0.0" },
  "packages/crane/node_modules/sail": { "version": "1.0.0", "deprecated": "It tears" } } }
`))

check('what pnpm wrote into its lock file is deprecated, in the version that is installed', deprecated(`
// pnpm-lock.yaml
lockfileVersion: '9.0'

importers:
  .: {}

packages:

  '@types/rope@1.0.0':
    resolution: {integrity: sha512-x}

  rope@1.0.0:
    resolution: {integrity: sha512-x}
    deprecated: 'It frays: take twine'

  sail@1.0.0:
    resolution: {integrity: sha512-x}
    engines: {node: '>=6'}
    deprecated: It tears

  sail@2.0.0(rope@1.0.0):
    resolution: {integrity: sha512-x}

snapshots:

  keel@1.0.0:
    deprecated: it is not

// package.json
{ "name": "port" }

// packages/crane/package.json
{ "name": "crane" }

// packages/crane/node_modules/sail/package.json
{ "version": "1.0.0" }

// node_modules/sail/package.json
{ "version": "2.0.0" }
`))

check('what is installed says so itself', deprecated(`
${installed('rope', '"deprecated": "It frays"')}
// packages/crane/package.json
{ "name": "crane" }

// packages/crane/node_modules/sail/package.json
{ "deprecated": true }

// node_modules/sail/package.json
{ "deprecated": false }
`))

check('without anything installed, npm\'s lock file tells licences, too', `
# bulkhead.yaml
rules: [{ id: licences, only: "pkg:*[license=MIT]" }]

// package-lock.json
{ "packages": { "node_modules/rope": { "license": "MIT" }, "node_modules/sail": { "license": "ISC" } } }

// quay.ts
import rope from 'rope'
import sail from 'sail'
//               ^^^^^^ boundaries/rules: quay.ts may not use sail
`)

/** What a finding about each package says of it. */
function helps(entry: string, others: string, ...names: readonly string[]): readonly string[] {
  const { report } = project(`
# bulkhead.yaml
rules: [{ id: it, ${entry} }]
${others}
// quay.ts
${names.map((name) => `import '${name}'`).join('\n')}
`)
  return report.findings.map(({ target, help }) => `${target?.kind === 'package' ? target.name : ''}: ${help.join(', ')}`)
}

test('a finding says what is known of the package', () => {
  assert.deepEqual(helps('only: "pkg:*[license=MIT]"', licensed, 'hull', 'gone', 'rope'), [
    'hull: its licence is GPL-2.0-only WITH Classpath-exception-2.0', 'gone: its licence is unknown: it is not installed, or says none',
  ])
  assert.deepEqual(helps('forbid: "pkg:*[deprecated]"', installed('rope', '"deprecated": "It frays"'), 'rope'), ['rope: it is deprecated: It frays'])
  assert.deepEqual(helps('forbid: "pkg:*[declared=twice]"', port('"dependencies": { "rope": "1" }, "devDependencies": { "rope": "1" }'), 'rope'), ['rope: package.json declares it in dependencies and devDependencies'])
})

test('nobody reads what is installed unless an import may break what asks for it', () => {
  const asked = (rule: string): readonly string[] => {
    const { files } = readProject(`# bulkhead.yaml\nrules: [{ id: it, ${rule} }]\n${licensed}// quay.ts\nimport 'rope'\n\n// .gitignore\nnode_modules\n`)
    const read: string[] = []
    sessionOver(files, { read: (path) => { if (path.includes('node_modules')) read.push(path) } }).apply([])
    return read
  }
  assert.deepEqual(asked('forbid: "pkg:rope"'), [])
  assert.deepEqual(asked('forbid: "pkg:rope[declared=dev]"'), [])
  assert.deepEqual(asked('forbid: "pkg:sail[license=MIT]"'), [])
  assert.deepEqual(asked('forbid: "pkg:*[license=ISC]"'), ['node_modules/rope/package.json'])
})

test('what is installed anew is judged anew', () => {
  const files = new Map(readProject(`# bulkhead.yaml\nrules: [{ id: it, only: "pkg:*[license=MIT]" }, { id: dev, forbid: "pkg:*[declared=dev]" }]\n${licensed}// quay.ts\nimport 'rope'\n\n// package.json\n{ "dependencies": { "rope": "1" } }\n\n// .gitignore\nnode_modules\n`).files)
  const session = sessionOver(files)
  const entries = (...paths: readonly string[]): readonly unknown[] => session.apply([{ kind: 'disk', paths }]).findings.filter(({ rule }) => rule === 'boundaries/rules').map(({ entry }) => entry)
  assert.deepEqual(entries(), [])
  files.set('node_modules/rope/package.json', '{ "license": "GPL-3.0-only" }')
  assert.deepEqual(entries('node_modules/rope/package.json'), ['it'])
  files.set('node_modules/rope/package.json', '{ "license": "MIT" }')
  files.set('package-lock.json', '{}')
  assert.deepEqual(entries('package-lock.json'), [], 'who installs changes the lock file, and nobody watches node_modules')
  files.set('package.json', '{ "devDependencies": { "rope": "1" } }')
  assert.deepEqual(entries('package.json'), ['dev'])
})

const twoPackages = `
// package.json
{ "name": "harbour", "workspaces": ["deck", "hold"] }

// deck/package.json
{ "name": "deck", "dependencies": { "hold": "*", "rope": "1" } }

// hold/package.json
{ "name": "hold", "dependencies": { "crate": "1" } }
`

const ofTwo = 'modules: { deck: deck, hold: hold }'

check('a chain ends at a package as the last of its importers declares it', `
# bulkhead.yaml
${ofTwo}
checks: { boundaries/undeclared: "off" }
rules: [{ id: declared, from: deck, forbid: "pkg:*[declared=none]", reach: true }]
${twoPackages}
// deck/sail.ts
import '../hold/crates'
import '../hold/ropes'
//     ^^^^^^^^^^^^^^^ boundaries/rules: deck reaches rope through 1 file

// hold/crates.ts
import 'crate'

// hold/ropes.ts
import 'rope'
`)

check('where only declared packages may be reached, each importer declares its own', `
# bulkhead.yaml
${ofTwo}
checks: { boundaries/undeclared: "off" }
rules: [{ id: declared, from: deck, only: ["pkg:*[declared=prod]", hold], reach: true }]
${twoPackages}
// deck/sail.ts
import '../hold/crates'
import '../hold/ropes'
//     ^^^^^^^^^^^^^^^ boundaries/rules: deck reaches rope through 1 file

// hold/crates.ts
import 'crate'

// hold/ropes.ts
import 'rope'
`)

check('a barrel that hands on a package is the importer of it', `
# bulkhead.yaml
${ofTwo}
rules: [{ id: declared, from: "*", forbid: "pkg:*[declared=none]" }]
checks: { boundaries/undeclared: "off" }
${twoPackages}
// deck/sail.ts
import { crate } from '../hold/crates'
import { rope } from '../hold/ropes'
//                   ^^^^^^^^^^^^^^^ boundaries/rules: deck may not use rope
export const sail = [crate, rope]

// hold/crates.ts
export { crate } from 'crate'

// hold/ropes.ts
export { rope } from 'rope'
//                   ^^^^^^ boundaries/rules: hold may not use rope
`)

for (const reach of ['', ', reach: true']) check(`a module that spans packages imports what the one that imports it declares${reach}`, `
# bulkhead.yaml
modules: { harbour: [deck, hold] }
rules:
  - { id: crated, from: harbour, require: "pkg:crate[declared=prod]"${reach} }
  - { id: roped, from: harbour, require: "pkg:rope[declared=prod]"${reach} }
checks: { boundaries/undeclared: "off" }
${twoPackages}
// deck/sail.ts
//<- boundaries/rules: harbour does not ${reach === '' ? 'import' : 'reach'} pkg:rope[declared=prod]
export const sail = 1

// hold/crates.ts
import 'crate'
import 'rope'
`)
