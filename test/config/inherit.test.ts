// What a bulkhead.yaml further down says that belongs to the outer project.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionAt } from '../../rules/model/lines.ts'
import type { Place } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Session } from '../../server/session/session.ts'
import { inMemory } from '../support/project.ts'
import { readProject } from '../support/read-project.ts'

const code = `
  // services/pay/index.ts
  import { send } from '../mail/send'
  import { charge } from './core/charge'
  export const pay = [send, charge]

  // services/pay/core/charge.ts
  import { pay } from '../index'
  import pg from 'pg'
  import { disk } from '../../../libs/disk'
  export const charge = [pay, pg, disk]

  // services/mail/send.ts
  import { charge } from '../pay/core/charge'
  export const send = charge

  // libs/disk.ts
  export const disk = 1
`

function sessionOf(configs: string): Session {
  return inMemory(readProject(`${configs}\n${code}`).files)
}

function reported(configs: string): Report {
  return sessionOf(configs).apply([])
}

function placed({ lines }: Report, { path, span }: Place): string {
  const { line0, column0 } = positionAt(lines.get(path) ?? [0], span.start)
  return `${path}:${line0 + 1}:${column0 + 1}`
}

/** 'path:line entry severity: message (place of the line that says so)' of a configuration without a problem. */
function findingsOf(configs: string): readonly string[] {
  const report = reported(configs)
  assert.deepEqual(report.problems.map(({ message }) => message), [])
  return report.findings.map((finding) => `${placed(report, finding.at).replace(/:\d+$/, '')} ${finding.entry ?? finding.rule} ${finding.severity}: ${finding.message}${finding.because[0] === undefined ? '' : ` (${placed(report, finding.because[0].at)})`}`)
}

/** 'path:line:column kind: message (hint)' */
function problemsOf(configs: string): readonly string[] {
  const report = reported(configs)
  return report.problems.map(({ at, kind, message, hint }) => `${at === undefined ? '' : placed(report, at)} ${kind}: ${message}${hint === undefined ? '' : ` (${hint})`}`)
}

const says = (what: string, configs: string, findings: readonly string[]): void => { test(what, () => assert.deepEqual(findingsOf(configs), findings)) }
const refuses = (what: string, configs: string, problems: readonly string[]): void => { test(what, () => assert.deepEqual(problemsOf(configs), problems)) }

const root = `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
`

says('a file that does not inherit makes a project of its own, which is left out', `${root}
  # services/pay/bulkhead.yaml
  rules: [{ id: no-pg, forbid: pkg:pg }]
`, [])

says('a file that inherits belongs to the project around it', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  rules: [{ id: no-pg, forbid: pkg:pg }]
`, ['services/pay/core/charge.ts:2 no-pg error: services/pay may not use pg (services/pay/bulkhead.yaml:2:9)'])

test('its folder is a module, named by its path or as it says', () => {
  const nameOf = (configs: string, path: string): string | undefined => sessionOf(configs).snapshot().project.policy.moduleOf(path)?.name
  assert.equal(nameOf(`${root}\n  # services/pay/bulkhead.yaml\n  inherit: true\n`, 'services/pay/core/charge.ts'), 'services/pay')
  assert.equal(nameOf(`${root}\n  # services/pay/bulkhead.yaml\n  inherit: true\n  module: pay\n`, 'services/pay/core/charge.ts'), 'pay')
  assert.equal(nameOf(`${root}\n  # services/pay/bulkhead.yaml\n  inherit: true\n`, 'services/mail/send.ts'), undefined)
})

says('its name can be used by the project', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  rules: [{ id: pay-apart, to: pay, only: [] }]

  # services/pay/bulkhead.yaml
  inherit: true
  module: pay
`, ['services/mail/send.ts:1 pay-apart error: services/mail/send.ts may not use pay (bulkhead.yaml:2:9)'])

test('where the project has a module there, the file speaks of that one, and of no other', () => {
  const configs = `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { "{name}": "services/{name}", core: services/pay/core }
  # services/pay/bulkhead.yaml
  inherit: true
  owner: "@payments"
  tags: [money]
  `
  const { policy } = sessionOf(configs).snapshot().project
  assert.deepEqual(['services/pay/index.ts', 'services/pay/core/charge.ts', 'services/mail/send.ts'].map((path) => [policy.moduleOf(path)?.name, policy.moduleOf(path)?.owner, policy.tagsOf(path).has('money')]), [['pay', '@payments', true], ['core', undefined, true], ['mail', undefined, false]])
})

says('uses, usedBy and packages are about all files of the folder, whatever modules lie in it', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { mail: services/mail, core: services/pay/core, libs: libs }

  # services/pay/bulkhead.yaml
  inherit: true
  module: pay
  uses: [libs]
  usedBy: [libs]
  packages: []
`, [
  'services/mail/send.ts:1 pay.usedBy error: mail may not use core (services/pay/bulkhead.yaml:4:1)',
  'services/pay/core/charge.ts:2 pay.packages error: core may not use pg (services/pay/bulkhead.yaml:5:1)',
  'services/pay/index.ts:1 pay.uses error: pay may not use mail (services/pay/bulkhead.yaml:3:1)',
])

says('where the project says something too, both hold', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules:
    pay: { files: services/pay, uses: [mail] }
    mail: services/mail
    libs: libs

  # services/pay/bulkhead.yaml
  inherit: true
  uses: [libs]
`, [
  'services/pay/core/charge.ts:3 pay.uses error: pay may not use libs (bulkhead.yaml:3:31)',
  'services/pay/index.ts:1 pay.uses error: pay may not use mail (services/pay/bulkhead.yaml:2:1)',
])

says('its api is a list of its own files', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  api: [index.ts]
`, ['services/mail/send.ts:1 boundaries/api error: services/mail/send.ts reaches into services/pay, past its api (services/pay/bulkhead.yaml:2:1)'])

says('of what the project opens it closes some, and opens nothing', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { pay: { files: services/pay, api: ["*.ts"] } }

  # services/pay/bulkhead.yaml
  inherit: true
  api: ["**"]
`, ['services/mail/send.ts:1 boundaries/api error: services/mail/send.ts reaches into pay, past its api (bulkhead.yaml:2:40)'])

says('of an api that two files speak of, the line that closes is told', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { pay: { files: services/pay, api: ["**"] } }

  # services/pay/bulkhead.yaml
  inherit: true
  api: [index.ts]
`, ['services/mail/send.ts:1 boundaries/api error: services/mail/send.ts reaches into pay, past its api (services/pay/bulkhead.yaml:2:1)'])

says('patterns start at its folder, on both sides of a rule', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  rules:
    - { id: core-apart, from: path:core, forbid: path:index.ts }
    - { id: by-expression, from: "re:^core/", forbid: "re:^index" }
`, [
  'services/pay/core/charge.ts:1 by-expression error: services/pay/core/charge.ts may not use services/pay/index.ts (services/pay/bulkhead.yaml:4:5)',
  'services/pay/core/charge.ts:1 core-apart error: services/pay/core/charge.ts may not use services/pay/index.ts (services/pay/bulkhead.yaml:3:5)',
])

says('the subject of a rule is cut to the folder', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { mail: services/mail, libs: libs }

  # services/pay/bulkhead.yaml
  inherit: true
  rules:
    - { id: alone, from: "*", only: [] }
    - { id: hidden, to: { not: path:index.ts }, only: libs }
`, [
  'services/mail/send.ts:1 hidden error: mail may not use services/pay (services/pay/bulkhead.yaml:4:5)',
  'services/pay/core/charge.ts:3 alone error: services/pay may not use libs (services/pay/bulkhead.yaml:3:5)',
  'services/pay/index.ts:1 alone error: services/pay may not use mail (services/pay/bulkhead.yaml:3:5)',
])

says('it has layers for itself, beside those of the project', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  layers: { services: [mail, pay] }

  # services/pay/bulkhead.yaml
  inherit: true
  layers: [{ name: top, files: index.ts }, core]
`, [
  'services/pay/core/charge.ts:1 boundaries/layers error: services/pay/core/charge.ts may not use services/pay/index.ts (services/pay/bulkhead.yaml:2:18)',
  'services/pay/index.ts:1 boundaries/layers error: services/pay may not use services/mail (bulkhead.yaml:2:22)',
])

says('both lay out the same folder', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  layers: { "services/*": [{ name: core, optional: true }, { name: top, files: "*.ts" }] }

  # services/pay/bulkhead.yaml
  inherit: true
  layers: { .: { order: [{ name: first, files: index.ts }, core] } }
`, [
  'services/pay/core/charge.ts:1 boundaries/layers error: services/pay/core/charge.ts may not use services/pay/index.ts (services/pay/bulkhead.yaml:2:32)',
  'services/pay/index.ts:2 boundaries/layers error: services/pay/index.ts may not use services/pay/core/charge.ts (bulkhead.yaml:2:34)',
])

says('its layer is one of the project', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  layers: [{ name: top, files: services/mail }, low]

  # services/pay/bulkhead.yaml
  inherit: true
  layer: low
`, ['services/pay/index.ts:1 boundaries/layers error: services/pay may not use services/mail (bulkhead.yaml:2:18)'])

says('cycles stay within the folder', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  cycles: forbid

  # services/mail/bulkhead.yaml
  inherit: true
  cycles: forbid
`, ['services/pay/core/charge.ts:1 boundaries/cycles error: 2 files import each other: services/pay/core/charge.ts > … > services/pay/core/charge.ts (services/pay/bulkhead.yaml:2:1)'])

says('what the project forbids of all cycles is said once', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  cycles: forbid

  # services/pay/bulkhead.yaml
  inherit: true
  cycles: forbid
`, ['services/mail/send.ts:1 boundaries/cycles error: 3 files import each other: services/mail/send.ts > … > services/mail/send.ts (bulkhead.yaml:2:1)'])

says('its checks are stricter in its folder', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off", boundaries/unresolved: info }

  # services/pay/bulkhead.yaml
  inherit: true
  checks: { boundaries/unresolved: error, boundaries/orphans: warning }

  # services/mail/bulkhead.yaml
  inherit: true
  checks: { boundaries/unresolved: { severity: warning, in: path:lost.ts } }

  // services/pay/lost.ts
  import './gone'

  // services/mail/lost.ts
  import './gone'

  // services/mail/found.ts
  import './gone'

  // package.json
  { "main": "services/mail/lost.ts" }
`, [
  "services/mail/found.ts:1 boundaries/unresolved info: './gone' leads to no file",
  "services/mail/lost.ts:1 boundaries/unresolved warning: './gone' leads to no file",
  'services/pay/core/charge.ts:1 boundaries/orphans warning: no entry leads to this file',
  'services/pay/index.ts:1 boundaries/orphans warning: no entry leads to this file',
  'services/pay/lost.ts:1 boundaries/orphans warning: no entry leads to this file',
  "services/pay/lost.ts:1 boundaries/unresolved error: './gone' leads to no file",
])

says('an exception of the project covers what an heir says', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  exceptions: [{ rule: pay.packages, from: path:services, to: "pkg:*", why: until May, until: never }]

  # services/pay/bulkhead.yaml
  inherit: true
  module: pay
  packages: []
`, ['services/pay/core/charge.ts:2 pay.packages error: pay may not use pg (services/pay/bulkhead.yaml:3:1)'])

refuses('a key that may not stand there, and one that nobody knows', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  budgets: { "pkg:pg.files": 1 }
  ignore: [core]
  laers: [core]
`, [
  "services/pay/bulkhead.yaml:2:1 unknown-key: 'budgets' is for the whole project, and cannot stand beside inherit: true (say it in the project's own bulkhead.yaml)",
  "services/pay/bulkhead.yaml:3:1 unknown-key: 'ignore' is for the whole project, and cannot stand beside inherit: true (say it in the project's own bulkhead.yaml)",
  "services/pay/bulkhead.yaml:4:1 unknown-key: services/pay/bulkhead.yaml has no key 'laers' (did you mean layers?)",
])

refuses('a check with options', `
  # bulkhead.yaml
  checks: { boundaries/unresolved: error }

  # services/pay/bulkhead.yaml
  inherit: true
  checks:
    boundaries/unresolved: warning
    boundaries/undeclared: { severity: info }
    boundaries/orphans: { severity: error, options: { means: alone } }
`, [
  "services/pay/bulkhead.yaml:5:42 unknown-key: checks.boundaries/orphans has no key 'options'",
])

refuses('a check that is looser, by its level', `
  # bulkhead.yaml
  checks: { boundaries/unresolved: error }

  # services/pay/bulkhead.yaml
  inherit: true
  checks:
    boundaries/unresolved: warning
    boundaries/undeclared: { severity: info }
    boundaries/laers: error
`, [
  'services/pay/bulkhead.yaml:3:3 looser: boundaries/unresolved is error in the project (bulkhead.yaml:1): a folder may only be stricter (write error, or leave it out)',
  'services/pay/bulkhead.yaml:4:3 looser: boundaries/undeclared is warning in the project (as it is where nobody says): a folder may only be stricter (write warning or error, or leave it out)',
  'services/pay/bulkhead.yaml:5:3 unknown-check: no check is called boundaries/laers (did you mean boundaries/layers?)',
])

refuses('what contradicts the project', `
  # bulkhead.yaml
  layers: [services, libs]
  modules: { pay: services/pay, mail: services/mail, core: services/pay/core }

  # services/pay/bulkhead.yaml
  inherit: true
  module: money
  layer: libs

  # services/mail/bulkhead.yaml
  inherit: true
  layer: lib
  module: mail
`, [
  'services/mail/bulkhead.yaml:2:8 unknown-name: no layer is called lib (did you mean libs?)',
  'services/pay/bulkhead.yaml:2:9 disagreement: services/pay is the module pay already (bulkhead.yaml:2 says so: leave this line out, or write pay)',
  'services/pay/bulkhead.yaml:3:8 disagreement: services/pay lies in the layer services already (bulkhead.yaml:1 says so: a folder may only narrow what holds for it)',
])

refuses('a folder inside a module is none of its own', `
  # bulkhead.yaml
  modules: { services: services }

  # services/pay/bulkhead.yaml
  inherit: true
  module: pay
  api: index
`, [
  'services/pay/bulkhead.yaml:2:9 disagreement: services/pay lies in the module services, and is none of its own (bulkhead.yaml:1 declares that: give this folder a module there)',
  'services/pay/bulkhead.yaml:3:1 disagreement: services/pay lies in the module services, and is none of its own (bulkhead.yaml:1 declares that: give this folder a module there)',
])

refuses('what takes nothing, at its place', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  api: [idex.ts]
  rules: [{ id: a, from: path:cor, forbid: tag:gone }, { id: b, to: pkg:pg, only: path:core }]
  layers: [cor]
`, [
  'services/pay/bulkhead.yaml:2:7 no-match: idex.ts takes no file of services/pay (patterns start at this folder)',
  'services/pay/bulkhead.yaml:3:24 no-match: path:services/pay/cor takes no file (the nearest path is services/pay/core)',
  'services/pay/bulkhead.yaml:3:42 unknown-tag: nothing bears the tag gone',
  'services/pay/bulkhead.yaml:3:67 wrong-class: beside inherit: true, a rule is about files of its folder: write it with from',
  'services/pay/bulkhead.yaml:4:10 no-match: no folder in services/pay is called cor, so the layer takes no file (the nearest folder is services/pay/core)',
])

refuses('an id that is taken, and a folder that calls itself a test', `
  # bulkhead.yaml
  rules: [{ id: no-pg, from: path:libs, forbid: pkg:pg }]

  # services/pay/bulkhead.yaml
  inherit: true
  rules: [{ id: no-pg, forbid: pkg:pg }]

  # services/mail/bulkhead.yaml
  inherit: true
  tags: test
`, [
  "services/mail/bulkhead.yaml:2:7 looser: a folder cannot call itself a test: hardly anything is asked of tests (say it under tags in the project's own bulkhead.yaml)",
  'services/pay/bulkhead.yaml:2:9 duplicate-name: two entries have the id no-pg (bulkhead.yaml:1 says the other)',
])

refuses('what is no YAML any more still says that it inherits', `${root}
  # services/pay/bulkhead.yaml
  inherit: true
  rules: [
`, ["services/pay/bulkhead.yaml:3:1 syntax: this is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ] (quote what begins with * { [ @ & ! and, in a one-line map or list, what holds { } [ ] ,)"])

refuses('nobody to inherit from', `
  # services/pay/bulkhead.yaml
  inherit: true
`, ["services/pay/bulkhead.yaml:1:1 no-outer: services/pay/bulkhead.yaml says inherit: true, and there is no configuration above it (write a bulkhead.yaml at the project's root, or leave the line out)"])

refuses('the outermost has nobody to inherit from', `
  # bulkhead.yaml
  inherit: true
`, ["bulkhead.yaml:1:1 no-outer: bulkhead.yaml says inherit: true, and there is no configuration above it (leave the line out, or write a bulkhead.yaml at the project's root)"])

says('what lies in a project of its own inherits from that', `
  # bulkhead.yaml
  rules: [{ id: no-pg, forbid: pkg:pg }]

  # services/bulkhead.yaml
  version: 1

  # services/pay/bulkhead.yaml
  inherit: true
  budgets: { wrong: 1 }
`, [])

says('an ignored one says nothing', `
  # bulkhead.yaml
  ignore: [services/pay]

  # services/pay/bulkhead.yaml
  inherit: true
  budgets: { wrong: 1 }
`, [])

says('each of the modules that a rule of a folder names is asked as a whole', `
  # bulkhead.yaml
  checks: { boundaries/undeclared: "off" }
  modules: { pay: services/pay, disk: libs }

  # services/pay/bulkhead.yaml
  inherit: true
  rules: [{ id: logged, from: pay, require: disk }]
`, [])

const guarded = `
  # bulkhead.yaml
  modules: { disk: libs, "{domain}/{part}": "domains/{domain}/{part}" }
  layers: [services, infrastructure]
  tags: { writer: "path:services/mail", printer: "mail/*", trusted: path:infrastructure }
  vendors: { allow: infrastructure }
  rules:
    - { id: writers, to: disk, only: ["tag:writer", "mail/*", "tag:printer"] }
    - { id: free, from: "*", forbid: { any: path:libs, not: "tag:trusted" }, optional: true, severity: "off" }
    - { id: services-dry, from: services, forbid: "pkg:mysql" }
    - { id: folder-dry, from: module:services, forbid: "pkg:sqlite" }
    - { id: opened, to: disk, only: "tag:self-declared" }

  # domains/mail/send/post.ts
  export const post = 1

  # infrastructure/db/a.ts
  export const a = 1

  # kit/b.ts
  export const b = 1
`

const hint = "(say in the project's own bulkhead.yaml what this folder is, or leave it out)"

refuses('a folder does not leave what the project asks something of, nor the rest of what it spares', `${guarded}
  # services/pay/bulkhead.yaml
  inherit: true
  owner: "@payments"
  # kit/bulkhead.yaml
  inherit: true
  tags: [self-declared, trusted]
`, [
  `kit/bulkhead.yaml:2:7 looser: bulkhead.yaml:7 permits something to tag:trusted, and kit is that only by what stands here: a folder may only narrow ${hint}`,
  `services/pay/bulkhead.yaml:1:1 looser: bulkhead.yaml:9 asks something of services, and services/pay is that no more by what stands here: a folder may only narrow ${hint}`,
])

refuses('nor does it take a layer, or lay out one, to which the project permits something', `${guarded}
  # kit/bulkhead.yaml
  inherit: true
  layer: infrastructure
  tags: [self-declared]
`, [`kit/bulkhead.yaml:2:8 looser: bulkhead.yaml:4 permits something to infrastructure, and kit is that only by what stands here: a folder may only narrow ${hint}`])

refuses('a folder does not make itself one of those whom the project permits something', `${guarded}
  # domains/mail/send/bulkhead.yaml
  inherit: true
  tags: [writer, self-declared]
  # kit/bulkhead.yaml
  inherit: true
  module: mail/kit
`, [
  `domains/mail/send/bulkhead.yaml:2:7 looser: bulkhead.yaml:6 permits something to tag:writer, and domains/mail/send is that only by what stands here: a folder may only narrow ${hint}`,
  `kit/bulkhead.yaml:2:9 looser: bulkhead.yaml:6 permits something to mail/*, and kit is that only by what stands here: a folder may only narrow ${hint}`,
])

const layered = '  # bulkhead.yaml\n  layers: [services, libs]\n'
const below = (text: string): string => `${layered}\n  # services/pay/bulkhead.yaml\n${text.replace(/^/gm, '  ')}\n`

refuses('a misspelt inherit', below('Inherit: true\nmodule: pay'), ["services/pay/bulkhead.yaml:1:1 unknown-key: services/pay/bulkhead.yaml has no key 'Inherit' (did you mean inherit?)"])
refuses('inherit as a text', below('inherit: "true"'), ["services/pay/bulkhead.yaml:1:10 wrong-type: inherit is true or false, not 'true' (write it without quotes)"])
refuses('a value that is nearly true', below('inherit: tru\nmodule: pay'), ["services/pay/bulkhead.yaml:1:10 wrong-type: inherit is true or false, not 'tru' (did you mean true?)"])
refuses('another key for the one that is meant', below('inherits: true\npackages: []'), ["services/pay/bulkhead.yaml:1:1 unknown-key: services/pay/bulkhead.yaml has no key 'inherits' (did you mean inherit?)"])
refuses('an inner file that says nothing', below('# to be written'), ['services/pay/bulkhead.yaml:1:1 empty: services/pay/bulkhead.yaml says nothing, so nobody judges its folder (say inherit: true, or what holds there)'])
refuses('inherit: true in a form that is overlooked', below('inherit:\n  true'), ['services/pay/bulkhead.yaml:1:1 bad-inherit: this is not read as inherit: true, and the folder is left out (write inherit: true on a line of its own)'])
refuses('any other wrong key of an inner project', below('layer: [a]'), ["services/pay/bulkhead.yaml:1:1 unknown-key: services/pay/bulkhead.yaml has no key 'layer' (did you mean layers?)"])

test('an inner file that is half written is a problem of the outer project', () => {
  const [problem] = reported(below('inherit: [true')).problems
  assert.deepEqual([problem?.at?.path, problem?.kind], ['services/pay/bulkhead.yaml', 'syntax'])
})

test('a right inner project stays left out, with a note, whatever it has in it', () => {
  const { problems, notes } = reported(`${below('extends: [preset:monorepo]\nmodules: { core: core, shop: { api: index } }')}\n  # services/pay/core/bulkhead.yaml\n  inherit: tru\n`)
  assert.deepEqual([problems, notes.map(({ message }) => message)[0]], [[], 'services/pay has a bulkhead.yaml of its own, and is left out here'])
})

says('an inner file is nobody\'s where nothing beside it would be judged', below('inherit: tru').replace('libs]', 'libs]\n  include: [libs, services/mail]'), [])

refuses('a pattern that leaves its folder', below('inherit: true\nuses: path:../mail'), ["services/pay/bulkhead.yaml:2:7 bad-selector: 'path:../mail' is no selector: '..' would leave this file's folder (patterns start at this file's folder)"])

test('a configuration under a name that is not read is noted', () => {
  assert.deepEqual(reported('  # bulkhead.yml\n  layers: [services]\n').notes.map(({ message }) => message), ['bulkhead.yml is not read: call it bulkhead.yaml'])
  assert.deepEqual(reported('  # bulkhead.yaml\n  modules: { pay: services/pay }\n\n  # bulkhead.yml\n  layers: [services]\n').notes, [])
})
