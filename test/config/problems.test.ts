import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesOf, problemsOf } from './project.ts'
import type { Workspace } from '../../rules/model/layout.ts'

const files = 'src/shop/cart.ts src/shop/till.ts src/billing/ledger.ts src/billing/api/index.ts'
const modules = 'modules:\n  shop: src/shop\n  billing: src/billing\n'
const workspaces: readonly Workspace[] = [{ name: 'root', folder: '', declared: ['lodash', 'express'] }]

type Case = readonly (readonly [what: string, config: string, says: readonly string[]])[]

function all(theme: string, cases: Case): void {
  for (const [what, config, says] of cases) test(`${theme}: ${what}`, () => assert.deepEqual(problemsOf({ files, config, workspaces }), says))
}

const quoting = ' (quote what begins with * { [ @ & ! and, in a one-line map or list, what holds { } [ ] ,)'

all('yaml', [
  ['an empty file says nothing', '', []],
  ['only comments', '# nothing yet\n', []],
  ['a list', '- a\n', ['1:1 wrong-type: the configuration is a map, not a list']],
  ['a tab', 'modules:\n\tshop: src/shop\n', ['2:1 syntax: YAML is indented by spaces, not by tabs']],
  ['an unquoted star', 'rules:\n  - { id: a, from: *, forbid: b }\n', [`2:20 syntax: this is no YAML: Alias cannot be an empty string${quoting}`]],
  ['an unclosed map', 'modules: { shop: src/shop\n', [`2:1 syntax: this is no YAML: Flow map in block collection must be sufficiently indented and end with a }${quoting}`]],
  ['a key twice', 'include: [src]\nignore: []\ninclude: [libs]\n', ["3:1 duplicate-key: 'include' is there twice (keep one of the two)"]],
  ['a name twice', 'modules:\n  shop: src/shop\n  shop: src/billing\n', ["3:3 duplicate-key: 'shop' is there twice (keep one of the two)"]],
  ['merge keys', 'modules: &all\n  shop: src/shop\nimports:\n  <<: *all\n', ['4:3 syntax: merge keys (<<) are not read (repeat the keys, or alias single values)']],
  ['an alias to nothing', 'include: *gone\n', ['1:10 syntax: nothing above is called &gone (quote what begins with *)']],
  ['marks of a merge', 'modules:\n<<<<<<< HEAD\n  shop: src/shop\n=======\n  billing: src/billing\n>>>>>>> other\n', ['2:1 syntax: git left a conflict in the configuration (keep what is right of both sides, without the marks)']],
  ['UTF-16 that does not say so', 'm\0o\0', ['1:2 syntax: this is no text in UTF-8 (save the file as UTF-8)']],
  ['two documents', 'include: [src]\n---\ninclude: [src]\n', ['2:1 syntax: a configuration is one YAML document']],
  ['a number as a key', 'modules: { 404: src/shop }\n', ['1:12 wrong-type: a key is a text (put it in quotes)']],
  ['__proto__', 'modules: { __proto__: src/shop }\n', ['1:12 unknown-key: __proto__ is no key']],
  ['anchors and aliases are fine', 'include: &all [src]\nmodules: { shop: src/shop, it: { files: *all, optional: true } }\n', []],
  ['yes and 0777 are texts and numbers of YAML 1.2', '%YAML 1.1\n---\nmodules: { shop: yes }\n', ['3:18 no-match: yes takes no file']],
])

all('tags', [
  ['one made of another', `${modules}tags: { sold: "tag:shop", shop: path:src/shop }\n`, ['4:15 bad-selector: the tag sold is made of another tag, shop (write out here what that tag picks: tags do not name tags)']],
])

all('shape', [
  ['a misspelt key of a layer', 'layers: [{ nam: shop }]\n', ["1:10 missing-key: layers[1] needs 'name' (it is a text)", "1:12 unknown-key: layers[1] has no key 'nam' (did you mean name?)"]],
  ['a misspelt key of a layer in a stack', 'layers: { src: [[{ nam: shop }]] }\n', ["1:18 missing-key: layers.src[1][1] needs 'name' (it is a text)", "1:20 unknown-key: layers.src[1][1] has no key 'nam' (did you mean name?)"]],
  ['a misspelt key of a layer beside others', 'layers: [shop, { name: billing, close: true }]\n', ["1:33 unknown-key: layers[2] has no key 'close' (did you mean closed?)"]],
  ['an unknown key', 'moduls: { shop: src/shop }\n', ["1:1 unknown-key: bulkhead.yaml has no key 'moduls' (did you mean modules?)"]],
  ['an unknown key below', 'modules:\n  shop: { files: src/shop, packags: [] }\n', ["2:28 unknown-key: modules.shop has no key 'packags' (did you mean packages?)"]],
  ['an unknown key that is like none', 'imports: { color: red }\n', ["1:12 unknown-key: imports has no key 'color'"]],
  ['an unquoted capture', 'rules:\n  - id: own\n    from: {domain}\n    only: shop\n', ["3:12 unknown-key: rules[1].from has no key 'domain' (if you mean a capture, quote it: \"{domain}\")"]],
  ['a wrong type', 'layers: business\n', ["1:9 wrong-type: layers is a list or a map, not 'business'"]],
  ['a wrong type in a list', 'modules: { shop: { files: [src/shop, 3] } }\n', ['1:38 wrong-type: modules.shop.files[2] is a text, not the number 3']],
  ['a wrong word', 'cycles: forbids\n', ["1:9 wrong-type: cycles is forbid, off, a map or a list, not 'forbids' (did you mean forbid?)"]],
  ['a wrong level', 'checks: { boundaries/layers: warn }\n', ["1:30 wrong-type: checks.boundaries/layers is error, warning, info, off or a map, not 'warn' (did you mean warning?)"]],
  ['nothing after a key', 'layers:\nmodules: { shop: src/shop }\n', ['1:8 wrong-type: layers is a list or a map, not empty (leave the key out, or give it a value)']],
  ['a missing key', 'modules:\n  shop: { why: Sells }\n', ["2:3 missing-key: modules.shop needs 'files' (it is a text or a list)"]],
  ['a rule without an id', `${modules}rules:\n  - { from: shop, forbid: billing }\n`, ["5:5 missing-key: rules[1] needs 'id' (it is a text)"]],
  ['a newer version', 'version: 2\nsurprise: [\n  ]\n', ['1:10 version: version 2 of the configuration needs a newer bulkhead (this one reads version 1: update bulkhead)']],
  ['a version that is none', 'version: one\n', ["1:10 wrong-type: version is 1, not 'one'"]],
  ['several at once, by place', 'imports: 3\nlayrs: []\n', ['1:10 wrong-type: imports is a map, not the number 3', "2:1 unknown-key: bulkhead.yaml has no key 'layrs' (did you mean layers?)"]],
])

const later = (place: string, what: string): string => `${place} not-yet: this version of bulkhead does not know ${what} yet (leave it out until then: nothing would be judged by it)`

all('not yet', [
  ['signatures', 'vendors: { signatures: forbid }\n', [later('1:12', 'vendors.signatures')]],
  ['the option config', 'checks: { boundaries/layers: { options: { config: path:src } } }\n', [later('1:43', 'the option config')]],
  ['a check to come', 'checks: { vendors/env: "off" }\n', ['1:11 not-yet: this version of bulkhead does not know the check vendors/env yet (leave it out until then)']],
])

all('apis', [
  ['ways for some', 'modules:\n  shop: { files: src/shop, api: [cart.ts, { expose: till.ts, to: billing, names: [default, "open*"] }] }\n  billing: src/billing\n', []],
  ['what takes no file', 'modules:\n  shop: { files: src/shop, api: [{ expose: [cart.ts, tills.ts] }] }\n', ['2:54 no-match: tills.ts takes no file of shop (did you mean till.ts?)']],
  ['what takes no file further down', 'modules:\n  billing: { files: src/billing, api: [{ expose: api/indx.ts }] }\n', ['2:50 no-match: api/indx.ts takes no file of billing (did you mean api/index.ts?)']],
  ['no expose', 'modules:\n  shop: { files: src/shop, api: [{ to: src }] }\n', ["2:34 missing-key: modules.shop.api[1] needs 'expose' (it is a text or a list)"]],
  ['nothing exposed', 'modules:\n  shop: { files: src/shop, api: [{ expose: [] }] }\n', ['2:36 no-match: no file is opened (name some, or leave the entry out)']],
  ['no names', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, names: [] }] }\n', ['2:53 no-match: no name is open, and so nothing (name some, or leave the entry out)']],
  ['a name that is none', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, names: "open{" }] }\n', ["2:60 bad-pattern: 'open{' is no pattern: '{' lacks its closing brace"]],
  ['an unknown module', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, to: biling }] }\n  billing: src/billing\n', ['2:57 unknown-name: no module or layer is called biling (did you mean billing?)']],
  ['packages that import', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, to: pkg:pg }] }\n', ['2:57 wrong-class: only files import, and this is none']],
  ['a folder that depends on the importer', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, to: folder:above }] }\n', ['2:57 bad-selector: folder: asks where a file lies, seen from the one that imports it (write it after forbid or only, in an entry with from)']],
  ['a capture that nothing binds', 'modules:\n  "{m}": { files: "src/{m}", api: [{ expose: "*.ts", to: "{m}/{n}" }] }\n', ['2:58 unbound-capture: nothing binds {n} (each alternative of the other side must capture it; write * for anything)']],
  ['a key that is none', 'modules:\n  shop: { files: src/shop, api: [{ expose: till.ts, name: open }] }\n', ["2:53 unknown-key: modules.shop.api[1] has no key 'name' (did you mean names?)"]],
])

const noCall = (place: string, name: string): string => `${place} unknown-name: imports.calls has no function '${name}' (name it there, too: calls: [require.resolve, jest.mock, vi.mock, ${name}])`

all('calls', [
  ['one function that is counted', 'imports: { kinds: [all, "call:jest.mock"] }\ncycles: { kinds: { any: [load, call], not: "call:vi.mock" } }\n', []],
  ['one that is not', 'imports: { kinds: { any: [all, "call:load"] } }\n', [noCall('1:32', 'load')]],
  ['one that is not, of an entry and of cycles', `${modules}rules:\n  - { id: a, from: shop, forbid: billing, kinds: call:load }\ncycles: [{ kinds: { not: ["call:load"] } }]\n`, [noCall('5:50', 'load'), noCall('6:27', 'load')]],
  ['one by nearly its name', 'imports: { kinds: "call:jest.moc" }\n', ["1:19 unknown-name: imports.calls has no function 'jest.moc' (did you mean call:jest.mock?)"]],
  ['one where none is counted', 'imports: { kinds: "call:load", calls: [] }\n', ["1:19 unknown-name: imports.calls has no function 'load' (name it there, too: calls: [load])"]],
  ['a kind that is none', 'cycles: { kinds: [load, cal] }\n', ["1:25 wrong-type: cycles.kinds[2] is value, type, elided, reexport, require, dynamic, jsdoc, url, call, all, runtime, load or call:FUNCTION, not 'cal' (did you mean call?)"]],
  ['kinds that are none', 'cycles: { kinds: 3 }\n', ['1:18 wrong-type: cycles.kinds is value, type, elided, reexport, require, dynamic, jsdoc, url, call, all, runtime, load, a text, a list or a map, not the number 3']],
  ['a call', 'imports: { calls: [load, "jest.mock()"] }\n', ["1:26 bad-name: 'jest.mock()' is no function (write it as it is called: load, jest.mock)"]],
])

const rule = (rest: string): string => `${modules}rules:\n  - { id: it, ${rest} }\n`

all('entries', [
  ['two subjects', rule('from: shop, to: billing, forbid: shop'), ["5:27 two-subjects: it has 'from' and 'to': an entry has one subject (write from: A, forbid: B, or to: B, only: A)"]],
  ['two verbs', rule('from: shop, forbid: billing, only: shop'), ["5:44 two-verbs: it has 'forbid' and 'only': an entry has one verb (write two entries)"]],
  ['an id twice', `${modules}rules: [{ id: a, forbid: shop }, { id: a, forbid: billing }]\n`, ['4:40 duplicate-name: two entries have the id a']],
  ['an id of two words', `${modules}rules: [{ id: a b, forbid: shop }]\n`, ["4:15 bad-name: 'a b' is no id (an id is one word, as comments and exceptions name it)"]],
  ['a capture that nothing binds', rule('from: "*", forbid: "{domain}/*"'), ['5:34 unbound-capture: nothing binds {domain} (each alternative of the other side must capture it; write * for anything)']],
  ['a capture that not every alternative binds', rule('from: ["path:src/{d}", shop], forbid: "path:src/{d}/api"'), ['5:53 unbound-capture: nothing binds {d} (each alternative of the other side must capture it; write * for anything)']],
  ['a capture inside not', rule('from: { not: "path:src/shop/{d}" }, forbid: "path:src/{d}/api"'), ['5:59 unbound-capture: nothing binds {d} (each alternative of the other side must capture it; write * for anything)']],
  ['a package that imports', rule('from: pkg:lodash, forbid: shop'), ['5:21 wrong-class: only files import, and this is none']],
  ['folder where nothing imports', rule('from: folder:above, forbid: shop'), ['5:21 bad-selector: folder: asks where a file lies, seen from the one that imports it (write it after forbid or only, in an entry with from)']],
  ['a folder that is none', rule('from: shop, forbid: folder:beside'), ["5:35 bad-selector: 'folder:beside' is no selector: a folder is above, same or below"]],
  ['a prefix that is none', rule('from: shop, forbid: "pth:src"'), ["5:35 unknown-name: no module is called pth (there are billing, shop)"]],
  ['nothing after a prefix', rule('from: shop, forbid: "path:"'), ["5:35 bad-selector: 'path:' is no selector: nothing stands after 'path:'"]],
  ['a broken pattern', rule('from: shop, forbid: "path:src/{a"'), ["5:35 bad-selector: 'path:src/{a' is no selector: '{a' lacks its closing brace"]],
  ['a broken expression', rule('from: shop, forbid: "re:(a"'), ["5:35 bad-selector: 're:(a' is no selector: missing closing ): `(a` (expressions are RE2: no look-around, no back-references)"]],
  ['an empty map', rule('from: shop, forbid: {}'), ['5:35 bad-selector: an empty map picks nothing (write any, all or not)']],
  ['a broken tag', 'tags:\n  "a b": path:src\n', ["2:3 bad-name: 'a b' is no tag (a tag is a word, or word:value)"]],
  ['files among packages', 'modules:\n  shop: { files: src/shop, packages: [lodash, "path:src"] }\n', ['2:47 wrong-class: packages names packages, and this names files']],
  ['a package that uses', 'modules:\n  shop: { files: src/shop, usedBy: [pkg:lodash] }\n', ['2:37 wrong-class: only files import, and this is none']],
])

all('conditions', [
  ['conditions of packages', rule('from: shop, forbid: "pkg:*[license=MIT][declared=dev]"'), []],
  ['a condition that is none', rule('from: shop, forbid: "pkg:*[licence=MIT]"'), ["5:35 bad-selector: 'pkg:*[licence=MIT]' is no selector: of a package nobody knows [licence] (did you mean license?)"]],
  ['a condition like no other', rule('from: shop, forbid: "pkg:*[x]"'), ["5:35 bad-selector: 'pkg:*[x]' is no selector: of a package nobody knows [x] (there are [license=G], [deprecated] and [declared=…])"]],
  ['no licence', rule('from: shop, forbid: "pkg:*[license]"'), ["5:35 bad-selector: 'pkg:*[license]' is no selector: [license] names no licence (write [license=MIT], or * for any that is known)"]],
  ['a licence that binds', rule('from: shop, forbid: "pkg:*[license={MIT}]"'), ["5:35 bad-selector: 'pkg:*[license={MIT}]' is no selector: a licence binds nothing, and {MIT} would (write *, or alternatives as {MIT,ISC})"]],
  ['a value of deprecated', rule('from: shop, forbid: "pkg:*[deprecated=no]"'), ["5:35 bad-selector: 'pkg:*[deprecated=no]' is no selector: [deprecated] takes no value (a package is or is not: use not for the rest)"]],
  ['a list that is none', rule('from: shop, forbid: "pkg:*[declared=prd]"'), ["5:35 bad-selector: 'pkg:*[declared=prd]' is no selector: a package is declared as prod, dev, peer, optional, none or twice (did you mean prod?)"]],
  ['no package before a condition', rule('from: shop, forbid: "pkg:[deprecated]"'), ["5:35 bad-selector: 'pkg:[deprecated]' is no selector: no package stands before the brackets (write pkg:*[deprecated])"]],
  ['a condition of what is no package', rule('from: shop, forbid: "vendor:aws[deprecated]"'), ['5:35 unknown-vendor: the catalog knows no vendor aws[deprecated]']],
  ['in packages of a module', 'modules:\n  shop: { files: src/shop, packages: ["*[license=MIT]", "pg[declaerd=dev]"] }\n', ["2:57 bad-selector: 'pg[declaerd=dev]' is no selector: of a package nobody knows [declaerd] (did you mean declared?)"]],
])

const cycle = (rest: string): string => `${modules}cycles:\n  - { ${rest} }\n`

all('cycles', [
  ['what they pick', cycle('level: folder, from: "path:src/{part}", every: "path:src/{part}", some: [billing, shop:cart.ts]'), []],
  ['all but what from captures', cycle('from: "path:src/{part}", every: { not: ["path:src/{part}/api", path:src/shop/cart.ts] }, some: { not: "path:src/{part}" }'), []],
  ['a level that is none', cycle('level: package'), ["5:14 wrong-type: cycles[1].level is file, folder or module, not 'package'"]],
  ['a selector that is none', cycle('every: 3'), ['5:14 wrong-type: cycles[1].every is a text, a list or a map, not the number 3']],
  ['paths that take no file', cycle('every: path:src/shp, some: path:src/billing/leger.ts, from: path:lib'), ['5:14 no-match: path:src/shp takes no file (the nearest path is src/shop)', '5:34 no-match: path:src/billing/leger.ts takes no file (the nearest path is src/billing/ledger.ts)', '5:67 no-match: path:lib takes no file']],
  ['a name that nothing has', cycle('some: [shop, biling]'), ['5:20 unknown-name: no module or layer is called biling (did you mean billing?)']],
  ['a tag that nothing bears', cycle('from: tag:wrter'), ['5:13 unknown-tag: nothing bears the tag wrter']],
  ['what takes no file together', cycle('every: { all: [path:src/shop, path:src/billing] }'), ['5:22 no-match: together, these take no file (loosen one of them, or say optional: true)']],
  ['captures that nothing binds', cycle('every: "path:src/{part}", some: "path:src/{part}"'), ['5:14 unbound-capture: nothing binds {part} (each alternative of from must capture it; write * for anything)', '5:39 unbound-capture: nothing binds {part} (each alternative of from must capture it; write * for anything)']],
  ['a capture that not every alternative of from binds', cycle('from: ["path:src/{part}", shop], every: "path:src/{part}"'), ['5:47 unbound-capture: nothing binds {part} (each alternative of from must capture it; write * for anything)']],
  ['a capture of every in some', cycle('every: "path:src/{part}", from: shop'), ['5:14 unbound-capture: nothing binds {part} (each alternative of from must capture it; write * for anything)']],
  ['packages', cycle('some: pkg:lodash'), ['5:13 wrong-class: here stand files, and this is none']],
  ['where an importing file would have to be known', cycle('some: folder:above'), ['5:13 bad-selector: folder: asks where a file lies, seen from the one that imports it (write it after forbid or only, in an entry with from)']],
])

test('cycles: files that lie in no module, or in no folder, make no cycle of these', () => {
  const said = (config: string): readonly string[] => problemsOf({ files: `${files} main.ts`, config })
  assert.deepEqual(said(cycle('level: module, every: path:main.ts')), ['5:29 no-match: no file that this takes is in a module (declare one, or ask for level: file)'])
  assert.deepEqual(said(cycle('level: folder, some: path:main.ts')), ['5:28 no-match: no file that this takes is in a folder (ask for level: file)'])
  assert.deepEqual(said(cycle('every: path:main.ts')), [])
})

all('captures', [
  ['a layer without layers', 'modules:\n  "{domain}/{layer}": "src/{domain}/{layer}"\nrules:\n  - { id: own, from: "{domain}/{layer}", only: "{domain}/*" }\n', ["2:3 unbound-capture: a capture called layer takes layers' names only: declare layers (or give the capture another name)"]],
])

all('exceptions', [
  ['a date that is none', `${modules}exceptions: [{ rule: boundaries/layers, from: shop, why: Soon, until: 2027-02-30 }]\n`, ["4:71 bad-date: '2027-02-30' is no date (write one as 2027-01-31, or never)"]],
  ['no date', `${modules}exceptions: [{ rule: boundaries/layers, from: shop, why: Soon }]\n`, ["4:14 missing-key: exceptions[1] needs 'until' (it is a date (2027-01-31) or never)"]],
  ['neither side', `${modules}exceptions: [{ rule: boundaries/layers, why: Soon, until: never }]\n`, ["4:14 missing-key: an exception needs 'from' or 'to' (say which imports it is about)"]],
  ['an unknown rule', `${modules}exceptions: [{ rule: boundaries/layer, from: shop, why: Soon, until: never }]\n`, ['4:14 unknown-id: no check or entry is called boundaries/layer (did you mean boundaries/layers?)']],
  ['ids of entries are known', 'modules: { shop: { files: src/shop, uses: [] } }\nrules: [{ id: it, from: shop, forbid: "pkg:*" }]\nexceptions: [{ rule: [it, shop.uses], to: pkg:lodash, why: Soon, until: never }]\n', []],
  ['a path that is gone is no problem', `${modules}exceptions: [{ rule: boundaries/layers, from: path:src/gone.ts, why: Soon, until: 2027-01-31 }]\n`, []],
])

all('options of entries', [
  ['good ones', rule('from: shop, forbid: billing, reach: true, via: { not: path:src/shop/till.ts }, names: ["use*", default], written: [relative, paths]'), []],
  ['good requirements', rule('to: shop, require: "*", count: ">=2", reach: true'), []],
  ['via without reach', rule('from: shop, forbid: billing, via: shop'), ["5:44 misplaced-key: it has 'via' and no 'reach' (via asks what lies inside a chain: write reach: true, or leave via out)"]],
  ['via with reach: false', rule('from: shop, forbid: billing, reach: false, via: shop'), ["5:58 misplaced-key: it has 'via' and no 'reach' (via asks what lies inside a chain: write reach: true, or leave via out)"]],
  ['count without require', rule('from: shop, forbid: billing, count: ">=2"'), ["5:44 misplaced-key: it has 'count' and no 'require' (count says how many are required: write require, or leave count out)"]],
  ['a count that is none', rule('from: shop, require: billing, count: "2+"'), ["5:52 bad-count: '2+' is no count (write \">=2\", \"<=3\" or \"=1\")"]],
  ['a count of anything', rule('from: shop, require: billing, count: ">=0"'), ['5:52 bad-count: >=0 asks for nothing (write ">=1", or leave the entry out)']],
  ['a number for a count', rule('from: shop, require: billing, count: 2'), ['5:52 wrong-type: rules[1].count is a text, not the number 2']],
  ['a way of writing that nobody knows', rule('from: shop, forbid: billing, written: relativ'), ["5:53 wrong-type: rules[1].written is relative, paths, base-url, subpath, workspace, package or a list, not 'relativ' (did you mean relative?)"]],
  ['one of several', rule('from: shop, forbid: billing, written: [paths, alias]'), ["5:61 wrong-type: rules[1].written[2] is relative, paths, base-url, subpath, workspace or package, not 'alias'"]],
  ['no way of writing', rule('from: shop, forbid: billing, written: []'), ['5:53 bad-pattern: written is empty, and every import is written somehow (name a way, or leave it out: then all imports count)']],
  ['no names', rule('from: shop, forbid: billing, names: []'), ['5:51 bad-pattern: names is empty, and no import is of none of all names (name one, or leave it out: then all imports count)']],
  ['an empty name', rule('from: shop, forbid: billing, names: [a, ""]'), ["5:55 bad-pattern: '' is no name: the pattern is empty"]],
  ['a name that captures', rule('from: shop, forbid: billing, names: "use{x}"'), ["5:51 bad-pattern: 'use{x}' captures, and a name of an import binds nothing (write * for anything)"]],
  ['reach that is no yes or no', rule('from: shop, forbid: billing, reach: all'), ["5:51 wrong-type: rules[1].reach is true or false, not 'all'"]],
  ['via that takes no file', rule('from: shop, forbid: billing, reach: true, via: path:src/gone'), ['5:62 no-match: path:src/gone takes no file (the nearest path is src)']],
  ['via of packages', rule('from: shop, forbid: billing, reach: true, via: pkg:lodash'), ['5:62 wrong-class: here stand files, and this is none']],
  ['a capture that nobody binds', rule('from: shop, forbid: billing, reach: true, via: "path:{x}"'), ['5:62 unbound-capture: nothing binds {x} (each alternative of the other side must capture it; write * for anything)']],
  ['an unknown name in via', rule('from: shop, forbid: billing, reach: true, via: { not: biling }'), ['5:69 unknown-name: no module or layer is called biling (did you mean billing?)']],
  ['three verbs', rule('from: shop, only: billing, require: billing'), ["5:42 two-verbs: it has 'only' and 'require': an entry has one verb (write two entries)"]],
  ['no verb', rule('from: shop'), ["5:5 missing-key: it needs 'forbid', 'only' or 'require' (an entry says what its subject may not, may only, or must import)"]],
  ['nothing forbidden', rule('from: shop, forbid: []'), ['5:35 bad-selector: an empty list picks nothing, so it forbids nothing (name what is forbidden, or leave the entry out)']],
  ['a subject that is nobody', rule('from: [], forbid: billing'), ['5:21 bad-selector: an empty list picks nothing, so it is about nobody (name whom it is about; "*" is everybody)']],
  ['a target that is nobody', rule('to: [], only: billing'), ['5:19 bad-selector: an empty list picks nothing, so it is about nobody (name whom it is about; "*" is everybody)']],
  ['nothing but its own', rule('from: shop, only: []'), []],
  ['no kinds', rule('from: shop, forbid: billing, kinds: []'), ['5:51 bad-kinds: these are no kinds at all, so no import counts (name one, or leave kinds out)']],
  ['all kinds taken away', rule('from: shop, forbid: billing, kinds: { not: all }'), ['5:51 bad-kinds: these are no kinds at all, so no import counts (name one, or leave kinds out)']],
  ['no kinds of all imports', 'imports: { kinds: [] }\n', ['1:19 bad-kinds: these are no kinds at all, so no import counts (name one, or leave kinds out)']],
  ['a blank reason', rule('from: shop, forbid: billing, why: " "'), ['5:49 bad-reason: why is blank, and gives no reason (write why it is so)']],
  ['a blank reason of an exception', `${modules}exceptions:\n  - { rule: boundaries/api, from: shop, why: "", until: never }\n`, ['5:46 bad-reason: why is blank, and gives no reason (write why it is so)']],
  ['nothing included', 'include: []\n', ['1:10 bad-pattern: include is empty, and would judge nothing (name what is judged, or leave it out: then all files are)']],
  ['nothing required', rule('from: shop, require: []'), ['5:36 bad-selector: an empty list picks nothing, and nobody can import that (name what is required)']],
  ['packages of whom an import is required', rule('to: pkg:lodash, require: shop'), ['5:19 wrong-class: to … require asks files, and this is none']],
  ['packages that shall import', rule('to: shop, require: pkg:lodash'), ['5:34 wrong-class: only files import, and this is none']],
  ['a required path that is not there', rule('from: shop, require: path:src/billing/leger.ts'), ['5:36 no-match: path:src/billing/leger.ts takes no file (the nearest path is src/billing/ledger.ts)']],
  ['a required package that is not there', rule('from: shop, require: pkg:lodash'), []],
])

all('matches nothing', [
  ['an unknown name', rule('from: shop, forbid: biling'), ['5:35 unknown-name: no module or layer is called biling (did you mean billing?)']],
  ['an unknown name in a permission', rule('from: shop, only: [biling]'), ['5:34 unknown-name: no module or layer is called biling (did you mean billing?)']],
  ['a folder instead of a name', rule('from: src/shop, forbid: billing'), ['5:21 unknown-name: no module or layer is called src/shop (write path:src/shop)']],
  ['a pattern of names that are none', rule('from: "*/pages", forbid: shop'), ['5:21 unknown-name: no module or layer is called */pages (there are billing, shop)']],
  ['an unknown layer', rule('from: layer:top, forbid: shop'), ['5:21 unknown-name: no layer is called top (declare it under layers)']],
  ['an unknown tag', `tags: { till: path:src/shop/till.ts }\n${rule('from: tag:tll, forbid: shop')}`, ['6:21 unknown-tag: nothing bears the tag tll (did you mean till?)']],
  ['an unknown vendor', rule('from: shop, forbid: vendor:asw'), ['5:35 unknown-vendor: the catalog knows no vendor asw (did you mean aws?)']],
  ['an unknown service', rule('from: shop, forbid: vendor:aws:s4'), ['5:35 unknown-vendor: the catalog knows no service s4 of aws (did you mean s3?)']],
  ['an unknown check', 'checks: { layers: error }\n', ['1:11 unknown-check: no check is called layers (did you mean boundaries/layers?)']],
  ['a subject that takes no file', rule('from: path:src/shp, forbid: billing'), ['5:21 no-match: path:src/shp takes no file (the nearest path is src/shop)']],
  ['an expression that takes none', rule('from: "re:^lib/", forbid: billing'), ['5:21 no-match: re:^lib/ takes no file']],
  ['the beginning of a name', rule('from: shop, forbid: path:src/bill'), ['5:35 no-match: path:src/bill takes no file (the nearest path is src/billing)']],
  ['a path in forbid', rule('from: shop, forbid: path:src/billing/leger.ts'), ['5:35 no-match: path:src/billing/leger.ts takes no file (the nearest path is src/billing/ledger.ts)']],
  ['a path inside a module', rule('from: shop, forbid: billing:apy'), ['5:35 no-match: billing:apy takes no file']],
  ['what together takes none', rule('from: { all: [path:src/shop, billing] }, forbid: shop'), ['5:29 no-match: together, these take no file (loosen one of them, or say optional: true)']],
  ['an optional entry may', rule('from: path:src/gone, forbid: path:lib, optional: true'), []],
  ['a tag', 'tags:\n  till: path:src/tills\n', ['2:9 no-match: path:src/tills takes no file (the nearest path is src)']],
  ['a path in a permission is none', rule('from: shop, only: path:src/gone'), []],
  ['a path in not is none', rule('from: { any: shop, not: path:src/gone }, forbid: billing'), []],
  ['packages, variables and specifiers may be the aim', rule('from: shop, forbid: [pkg:react, builtin:fs, "env:AWS_*", "unresolved:./x"]'), []],
  ['an optional module is known', 'modules: { shop: { files: src/shop, uses: [kernel] }, kernel: { files: src/kernel, optional: true } }\n', []],
  ['in of a check', 'checks: { boundaries/layers: { in: path:gone } }\n', ['1:36 no-match: path:gone takes no file']],
])

const acme = (rest: string): string => `vendors:\n  custom: [{ vendor: acme, ${rest} }]\n`

all('vendors of their own', [
  ['known ones', `${acme('packages: ["@acme/*"], capability: queue, level: portable, instead: amqplib, why: Only acme has it.')}  portable: [acme, "aws:s3", openai, "pkg:@acme/queue"]\n  allow: { acme: path:src }\nbudgets: { "vendor:acme.files": 1, "capability:queue.files": 1 }\n`, []],
  ['a capability that nobody knows', acme('packages: "@acme/*", capability: quue'), ['2:61 unknown-vendor: the catalog knows no capability quue (did you mean queue?)']],
  ['a level that nobody knows', acme('packages: "@acme/*", capability: queue, level: proprietry-api'), ["2:75 wrong-type: vendors.custom[1].level is proprietary-api, depends-on-call, vendor-hosted-open-protocol or portable, not 'proprietry-api' (did you mean proprietary-api?)"]],
  ['no packages', acme('packages: [], capability: queue'), ["2:28 no-match: acme has no package (name one, or a pattern as @acme/*)"]],
  ['no capability', acme('packages: "@acme/*"'), ["2:12 missing-key: vendors.custom[1] needs 'capability' (it is a text)"]],
  ['a broken pattern', acme('packages: "@acme/{x", capability: queue'), ["2:38 bad-pattern: '@acme/{x' is no pattern: '{x' lacks its closing brace"]],
  ['an id of two words', 'vendors: { custom: [{ vendor: ac me, packages: x, capability: queue }] }\n', ["1:31 bad-name: 'ac me' is no vendor's id (an id is one word, as allow and vendor: name it)"]],
  ['a package twice', 'vendors: { custom: [{ vendor: a, packages: x, capability: queue }, { vendor: b, packages: [x], capability: llm }] }\n', ["1:92 duplicate-name: x is there twice, as a's and as b's (keep one of the two)"]],
  ['portable vendors that nobody knows', 'vendors: { portable: [asw, "aws:s4", "vendor:aws"] }\n', [
    '1:23 unknown-vendor: the catalog knows no vendor asw (did you mean aws?)', '1:28 unknown-vendor: the catalog knows no service s4 of aws (did you mean s3?)',
    "1:38 unknown-vendor: 'vendor:aws' is no vendor (an item of portable is the vendor itself: aws)",
  ]],
  ['an unknown capability in a selector', rule('from: shop, forbid: "capability:lm"'), ['5:35 unknown-vendor: the catalog knows no capability lm (did you mean llm?)']],
])

all('budgets', [
  ['good ones', `${modules}budgets: { "vendor:aws.files": 12, "shop.known": 0, "path:src/gone.imports": 1, "*.findings": 3 }\n`, []],
  ['what is not counted', 'budgets: { "vendor:aws.lines": 1 }\n', ['1:12 bad-budget: \'vendor:aws.lines\' is no budget (write a selector, a dot, and files, imports, findings or known: "vendor:aws.files")']],
  ['no selector', 'budgets: { files: 1 }\n', ['1:12 bad-budget: \'files\' is no budget (write a selector, a dot, and files, imports, findings or known: "vendor:aws.files")']],
  ['an unknown module', `${modules}budgets: { "shp.files": 1 }\n`, ['4:12 unknown-name: no module or layer is called shp (did you mean shop?)']],
  ['what is no number of things', 'budgets: { "pkg:pg.files": 1.5, "pkg:zod.files": -1 }\n', ['1:28 bad-budget: 1.5 is no budget (write a whole number, 0 or more)', '1:50 bad-budget: -1 is no budget (write a whole number, 0 or more)']],
  ['a selector that cannot be read', 'budgets: { "folder:above.files": 1 }\n', ['1:12 bad-selector: folder: asks where a file lies, seen from the one that imports it (write it after forbid or only, in an entry with from)']],
])

all('options of checks', [
  ['known ones', 'checks:\n  boundaries/orphans: { options: { means: alone, entries: [src/shop, "src/*/api"] } }\n  boundaries/undeclared: { options: { dev: [tag:test, path:src/shop] } }\n', []],
  ['one that nobody knows', 'checks: { boundaries/orphans: { options: { mean: alone } } }\n', ["1:44 unknown-key: checks.boundaries/orphans.options has no key 'mean' (did you mean means?)"]],
  ['one of another check', 'checks: { boundaries/orphans: { options: { style: alias } } }\n', ['1:44 unknown-key: boundaries/orphans has no option style (it has means, entries)']],
  ['one of a check that has none', 'checks: { boundaries/layers: { options: { level: file } } }\n', ['1:43 unknown-key: boundaries/layers has no option level (it has none)']],
  ['a value that nobody knows', 'checks: { boundaries/orphans: { options: { means: lonely } } }\n', ["1:51 wrong-type: checks.boundaries/orphans.options.means is unreached, unused or alone, not 'lonely'"]],
  ['entries that are not there', 'checks: { boundaries/orphans: { options: { entries: [src/shp] } } }\n', ['1:54 no-match: src/shp takes no file (the nearest path is src/shop)']],
  ['dev that names packages', 'checks: { boundaries/undeclared: { options: { dev: pkg:lodash } } }\n', ['1:52 wrong-class: here stand files, and this is none']],
])

all('vendors', [
  ['an unknown one', 'vendors: { allow: { asw: path:src } }\n', ['1:21 unknown-vendor: the catalog knows no vendor asw (did you mean aws?)']],
  ['an unknown service', 'vendors: { allow: { "aws:sqqs": path:src } }\n', ['1:21 unknown-vendor: the catalog knows no service sqqs of aws (did you mean sqs?)']],
  ['an unknown capability', 'vendors: { allow: { "capability:lm": path:src } }\n', ['1:21 unknown-vendor: the catalog knows no capability lm (did you mean llm?)']],
  ['a prefix too many', 'vendors: { allow: { "vendor:aws": path:src } }\n', ["1:21 unknown-vendor: 'vendor:aws' is no vendor (a key of allow is the vendor itself: aws)"]],
  ['an unknown place', 'vendors: { allow: infrastructure }\n', ['1:19 unknown-name: no module or layer is called infrastructure (declare it under modules)']],
  ['what is no place', 'vendors: { allow: { aws: pkg:lodash } }\n', ['1:26 wrong-class: here stand files, and this is none']],
  ['an unknown level', 'vendors: { levels: { proprietary: error } }\n', ["1:22 unknown-key: vendors.levels has no key 'proprietary' (did you mean proprietary-api?)"]],
])

const notes: readonly (readonly [what: string, config: string, says: readonly string[]])[] = [
  ['paths in permissions', rule('from: shop, only: [billing, path:src/gone]'), ['path:src/gone takes no file (bulkhead.yaml:5)']],
  ['paths in not', rule('from: { any: shop, not: path:src/gone }, forbid: billing'), ['path:src/gone takes no file (bulkhead.yaml:5)']],
  ['include and ignore', 'include: [src, lib]\nignore:\n  - "**/generated"\n', ['include: lib takes no file (bulkhead.yaml:1)', 'ignore: **/generated takes no file (bulkhead.yaml:3)']],
  ['test', 'tags: { test: path:test }\n', ['the tag test takes no file (bulkhead.yaml:1)']],
  ['test: [] ends it', 'tags: { test: [] }\n', []],
  ['a near miss of a declared package', rule('from: shop, forbid: pkg:expres'), ['pkg:expres is not declared; did you mean express? (bulkhead.yaml:5)']],
]

for (const [what, config, says] of notes) test(`notes: ${what}`, () => assert.deepEqual(notesOf({ files, config, workspaces }), says))
