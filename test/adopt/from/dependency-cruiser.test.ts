// What each attribute of dependency-cruiser's rules becomes in bulkhead's words, all of them, also those that this version does not enforce yet.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf } from '../../../server/adopt/from/dependency-cruiser.ts'
import { otherTools, translate } from '../../../server/adopt/from/index.ts'
import { nothingBeside } from '../../../server/adopt/from/beside.ts'
import { noPackages } from '../../../rules/model/packages.ts'
import { inOneLine } from '../../../server/adopt/from/write-draft.ts'
import { compile } from '../../../server/config/compile.ts'
import { readConfig } from '../../../server/config/read.ts'
import { rulePages, vendors } from '../../../rules/index.ts'
import type { Layout } from '../../../rules/model/layout.ts'

const layout: Layout = {
  files: ['boats/sail/index.ts', 'boats/sail/rope.ts', 'boats/hull/index.ts', 'boats/hull/plank.test.ts', 'office/fees.ts', 'office/desk/ledger.ts', 'old/log.js', 'package.json'].sort(),
  workspaces: [{ name: 'harbour', folder: '', declared: ['lodash', 'lodash-es', '@aws-sdk/client-s3', 'pg'] }],
}

/** The entries that a rule becomes, a line each; and what is said of the rest. */
function rule(name: string, forbidden: object, expected: string | readonly string[], { options = {}, unsaid = [] }: { readonly options?: object; readonly unsaid?: readonly string[] } = {}): void {
  whole(name, { forbidden: [{ name: 'x', severity: 'error', ...forbidden }], options: { tsPreCompilationDeps: true, ...options } }, expected, unsaid)
}

function whole(name: string, config: object, expected: string | readonly string[], unsaid: readonly string[] = []): void {
  test(name, () => {
    const draft = draftOf(config, layout)
    assert.deepEqual(draft.entries.filter(({ isSetting }) => isSetting !== true).map(inOneLine), [expected].flat())
    assert.deepEqual(draft.unsaid.map(({ reason }) => reason), unsaid)
    const { text } = translate(cruiser, config, '.dependency-cruiser.json', layout)
    const read = readConfig('bulkhead.yaml', text)
    assert.deepEqual(read.problems, [])
    assert.deepEqual(compile(read.config, layout, { vendors, checks: rulePages }).problems, [])
  })
}

const [cruiser = assert.fail()] = otherTools.filter(({ id }) => id === 'dependency-cruiser')

// Paths.
rule('paths become globs where that is exact', { from: { path: '^boats/' }, to: { path: '^office/desk/' } }, '{ id: x, from: path:boats, forbid: path:office/desk }')
rule('a path that is open behind goes on', { from: { path: '^boats' }, to: { path: '^office/d' } }, '{ id: x, from: path:boats*, forbid: path:office/d* }')
rule('a path that is open in front is found anywhere', { from: {}, to: { path: '\\.test\\.[jt]s$' } }, '{ id: x, from: "*", forbid: "path:**/*.test.{j,t}s" }')
rule('a list of paths is any of them', { from: { path: ['^boats/', '^old/'] }, to: { path: '^office/' } }, '{ id: x, from: [path:boats, path:old], forbid: path:office }')
rule('pathNot leaves out', { from: { path: '^boats/', pathNot: '\\.test\\.ts$' }, to: { path: '^office/', pathNot: '^office/fees\\.ts$' } }, '{ id: x, from: { any: path:boats, not: path:**/*.test.ts }, forbid: { any: path:office, not: path:office/fees.ts } }')
rule('what no glob says stays an expression', { from: { path: '^boats/[a-z]+/index' }, to: { path: '^office/' } }, '{ id: x, from: "re:^boats/[a-z]+/index", forbid: path:office }')
rule('a glob that takes other files than the expression is none', { from: { path: '^boats/.+\\.ts$' }, to: { path: 'sail.rope' } }, "{ id: x, from: path:boats/**/*.ts, forbid: re:sail.rope }")
rule('groups are captures', { from: { path: '^boats/([^/]+)/' }, to: { path: '^boats/([^/]+)/', pathNot: '^boats/$1/' } }, '{ id: x, from: "path:boats/{g1}/**", forbid: { any: path:boats/*/**, not: "path:boats/{g1}/**" } }')
rule('groups of expressions, too', { from: { path: '^(boats|old)/([a-z]+)/' }, to: { path: '^office/', pathNot: '^$1/$2/x' } }, '{ id: x, from: "re:^(?<g1>boats|old)/(?<g2>[a-z]+)/", forbid: { any: path:office, not: "path:{g1}/{g2}/x*" } }')
rule('each alternative has its own groups', { from: { path: '^boats/([^/]+)/|^old/([^/]+)/' }, to: { path: '^office/$1/' } }, '{ id: x, from: ["path:boats/{g1}/**", "path:old/{g1}/**"], forbid: "path:office/{g1}/**" }')
rule('the whole of a match', { from: { path: '^boats/[^/]+' }, to: { pathNot: '^$0/', path: '^boats/' } }, '{ id: x, from: "re:(?<g0>^boats/[^/]+)", forbid: { any: path:boats, not: "path:{g0}/**" } }')
rule('a look ahead from a fixed place is two patterns', { from: { path: '^boats/(?!hull/)' }, to: { path: '^office/' } }, '{ id: x, from: { any: path:boats, not: path:boats/hull }, forbid: path:office }')
rule('so is a look behind', { from: { path: '(?<!\\.test)\\.ts$' }, to: { path: '^office/' } }, '{ id: x, from: { any: path:**/*.ts, not: path:**/*.test.ts }, forbid: path:office }')
rule('a look behind from one of a few ends', { from: { path: '(?<!\\.test)\\.tsx?$' }, to: { path: '^office/' } }, '{ id: x, from: [{ any: path:**/*.tsx, not: path:**/*.test.tsx }, { any: path:**/*.ts, not: path:**/*.test.ts }], forbid: path:office }')
rule('another one is not said', { from: { path: 'a(?=.*b)' }, to: { path: '^office/' } }, [], { unsaid: ['from: it looks ahead or behind from a place that is not fixed, which takes more than linear time'] })
rule('nor is what refers back', { from: { path: '(a)\\1' }, to: {} }, [], { unsaid: ['from: it refers back to what it took, which takes more than linear time'] })

// Ends of imports.
rule('packages are known by name', { from: {}, to: { path: '^node_modules/lodash/' } }, '{ id: x, from: "*", forbid: pkg:lodash }')
rule('packages of a scope', { from: {}, to: { path: 'node_modules/(@aws-sdk/|pg)' } }, '{ id: x, from: "*", forbid: [pkg:@aws-sdk, pkg:pg*] }')
rule('what no folder is named in takes the declared packages so called', { from: {}, to: { path: 'lodash' } }, '{ id: x, from: "*", forbid: [path:**/*lodash*, pkg:lodash, pkg:lodash-es] }')
rule('everything is every class of ends', { from: { path: '^old/' }, to: {} }, '{ id: x, from: path:old, forbid: ["*", pkg:*, builtin:*, unresolved:*] }')
rule('what is left out of everything', { from: { path: '^old/' }, to: { pathNot: '^old/' } }, '{ id: x, from: path:old, forbid: [{ not: path:old }, pkg:*, builtin:*, unresolved:*] }')
rule('built-ins', { from: {}, to: { dependencyTypes: ['core'], path: '^fs' } }, '{ id: x, from: "*", forbid: builtin:fs }')
rule('a built-in without what lies below', { from: {}, to: { dependencyTypes: ['core'], path: '^fs$' } }, '{ id: x, from: "*", forbid: { any: builtin:fs, not: builtin:fs/promises } }')
rule('what cannot be resolved', { from: {}, to: { couldNotResolve: true } }, '{ id: x, from: "*", forbid: unresolved:* }')
rule('what cannot be resolved, by specifier', { from: {}, to: { couldNotResolve: true, path: '^@gen/' } }, '{ id: x, from: "*", forbid: unresolved:@gen }')
rule('what a manifest says of a package', { from: {}, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] } }, '{ id: x, from: "*", forbid: ["pkg:*[declared=dev]", "pkg:*[declared=none]"] }')
rule('of one package', { from: {}, to: { dependencyTypes: ['npm-peer'], path: '^node_modules/pg/' } }, '{ id: x, from: "*", forbid: "pkg:pg[declared=peer]" }')
rule('types that are left out', { from: {}, to: { path: '^node_modules/', dependencyTypesNot: ['npm', 'deprecated'] } }, '{ id: x, from: "*", forbid: { any: pkg:*, not: ["pkg:*[declared=prod]", "pkg:*[deprecated]"] } }')
rule('deprecated', { from: {}, to: { dependencyTypes: ['deprecated'] } }, '{ id: x, from: "*", forbid: "pkg:*[deprecated]" }')
rule('moreThanOneDependencyType', { from: {}, to: { moreThanOneDependencyType: true, dependencyTypesNot: ['type-only'] } }, '{ id: x, from: "*", forbid: "pkg:*[declared=twice]", kinds: { not: type } }')
rule('license', { from: {}, to: { license: 'GPL|^MIT$' } }, '{ id: x, from: "*", forbid: ["pkg:*[license=*GPL*]", "pkg:*[license=MIT]"] }')
rule('licenseNot', { from: {}, to: { licenseNot: ['MIT', 'ISC'] } }, '{ id: x, from: "*", forbid: { any: "pkg:*[license=*]", not: ["pkg:*[license=*MIT*]", "pkg:*[license=*ISC*]"] } }')
rule('a licence and a list of a manifest', { from: {}, to: { license: '^MIT$', dependencyTypes: ['npm-dev', 'npm-peer'] } }, '{ id: x, from: "*", forbid: ["pkg:*[license=MIT][declared=dev]", "pkg:*[license=MIT][declared=peer]"] }')
rule('ancestor', { from: {}, to: { ancestor: true } }, '{ id: x, from: "*", forbid: folder:above }')
rule('ancestor: false', { from: {}, to: { ancestor: false, path: '^boats/' } }, '{ id: x, from: "*", forbid: { all: [path:boats, { not: folder:above }] } }')
rule('a type that bulkhead does not see is left out with a reason', { from: {}, to: { dependencyTypes: ['core', 'npm-bundled'] } }, '{ id: x, from: "*", forbid: builtin:* }', { unsaid: ['to.dependencyTypes: npm-bundled: bulkhead does not look at what a package bundles'] })

// Forms of imports.
rule('dynamic', { from: {}, to: { dynamic: true, path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: dynamic }')
rule('preCompilationOnly', { from: {}, to: { preCompilationOnly: true, path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: [type, elided] }', { options: { tsPreCompilationDeps: 'specify' } })
rule('preCompilationOnly: false', { from: {}, to: { preCompilationOnly: false, path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: runtime }', { options: { tsPreCompilationDeps: 'specify' } })
rule('preCompilationOnly, where nobody looks for it', { from: {}, to: { preCompilationOnly: true } }, [], { unsaid: ['without tsPreCompilationDeps: specify dependency-cruiser does not look which imports are gone after compiling, and finds none'] })
rule('exoticallyRequired', { from: {}, to: { exoticallyRequired: true } }, '{ id: x, from: "*", forbid: ["*", pkg:*, builtin:*, unresolved:*], kinds: call }', { options: { exoticRequireStrings: ['want', 'proxyquire'] } })
rule('exoticRequire', { from: {}, to: { exoticRequire: '^want$', path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: call:want }', { options: { exoticRequireStrings: ['want', 'proxyquire'] } })
rule('exoticRequireNot', { from: {}, to: { exoticRequireNot: '^want$', path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: call:proxyquire }', { options: { exoticRequireStrings: ['want', 'proxyquire'] } })
rule('aliases', { from: {}, to: { dependencyTypes: ['aliased-subpath-import', 'aliased-workspace'], path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, written: [subpath, workspace] }')
rule('aliases that are left out', { from: {}, to: { dependencyTypesNot: ['aliased'], path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, written: [relative, package] }')
rule('a list of types of several sorts is an entry for each sort', { from: {}, to: { dependencyTypes: ['core', 'require', 'aliased-tsconfig'], path: '^(boats/|fs)' } }, [
  '{ id: x, from: "*", forbid: builtin:fs }',
  '{ id: x/2, from: "*", forbid: ["re:^(?:boats/|fs)", builtin:fs], kinds: require }',
  '{ id: x/3, from: "*", forbid: ["re:^(?:boats/|fs)", builtin:fs], written: [paths, base-url] }',
])

// The graph.
rule('reachable', { from: { path: '^boats/' }, to: { path: '^office/', reachable: true } }, '{ id: x, to: path:office, forbid: path:boats, reach: true }')
rule('reachable, not by groups', { from: { path: '^boats/([^/]+)/' }, to: { path: '^boats/', pathNot: '^boats/$1/', reachable: true } }, [
  '{ id: x, to: { any: path:boats, not: path:boats/hull }, forbid: path:boats/hull, reach: true }',
  '{ id: x/2, to: { any: path:boats, not: path:boats/sail }, forbid: path:boats/sail, reach: true }',
])
rule('reachable, by groups', { from: { path: '^boats/([^/]+)/' }, to: { path: '^office/$1/', reachable: true } }, '{ id: x, to: "path:office/{g1}/**", forbid: "path:boats/{g1}/**", reach: true }')
rule('no way leads on from what is not followed', { from: { path: '^boats/' }, to: { path: '^office/', reachable: true } }, '{ id: x, to: path:office, forbid: { any: path:boats, not: path:old }, reach: true, via: { not: path:old } }', { options: { doNotFollow: '^old/' } })
rule('reachable: false asks for somebody who reaches it', { from: { path: '^boats/' }, to: { path: '^office/', pathNot: 'desk', reachable: false } }, '{ id: x, to: { any: path:office, not: path:**/*desk* }, require: path:boats, reach: true }')
rule('the only one to start from is not asked itself', { from: { path: '^old/log' }, to: { path: '^(?:old|office)/', reachable: false } }, '{ id: x, to: { any: "path:{old,office}/**", not: path:old/log.js }, require: path:old/log*, reach: true }')
rule('nobody to start from', { from: { path: '^gone/' }, to: { path: '^office/', reachable: false } }, [], { unsaid: ['there is no file that it asks the way from, and then dependency-cruiser finds nothing'] })
rule('groups are bound by the side that is asked', { from: { path: '^boats/([^/]+)/index\\.ts$' }, to: { path: '^boats/$1/', reachable: false } }, '{ id: x, to: "path:boats/{g1}/**", require: "path:boats/{g1}/index.ts", reach: true }')
rule('numberOfDependentsLessThan', { module: { path: '^boats/', numberOfDependentsLessThan: 2 }, from: {} }, '{ id: x, to: path:boats, require: "*", count: ">=2" }')
rule('numberOfDependentsMoreThan', { module: { path: '^boats/', numberOfDependentsMoreThan: 9 }, from: { path: '^office/' } }, '{ id: x, to: path:boats, require: path:office, count: "<=9" }')
rule('more than so many, and fewer than so many', { module: { path: '^boats/', numberOfDependentsLessThan: 9, numberOfDependentsMoreThan: 2 }, from: {} }, [], { unsaid: ['it finds what has more than one number of dependents and fewer than another; a count is what should be, and not what should not'] })
rule('circular, between two sorts of files', { from: {}, to: { circular: true, path: '^office/', via: { path: '^boats/' } } }, '{ from: path:office, some: path:boats, kinds: all, why: x }')
rule('circular, between three', { from: { path: '^old/' }, to: { circular: true, path: '^office/', via: { path: '^boats/' } } }, [], { unsaid: ['cycles have one from and one some, and this asks for members of three sorts: from, to.path and to.via'] })
rule('circular, of an import of a kind', { from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } }, '{ kinds: { not: type }, why: x }', { unsaid: ['there its attribute is about the reported import alone, and in bulkhead about each one in the cycle: to.viaOnly says so there, too'] })
rule('circular, where not all is there', { from: { path: '^(?:boats|gone)/' }, to: { circular: true } }, '{ some: "path:{boats,gone}/**", kinds: all, why: x }')
rule('circular, where not all alternatives are there', { from: { path: ['^boats/', '^gone/'] }, to: { circular: true } }, '{ some: "re:(?:^boats/|^gone/)", kinds: all, why: x }')
rule('circular, in what is followed', { from: {}, to: { circular: true } }, '{ every: { not: path:old }, kinds: all, why: x }', { options: { doNotFollow: '^old/' } })
rule('circular', { comment: 'Ring', severity: 'warn', from: {}, to: { circular: true } }, '{ kinds: all, severity: warning, why: "x: Ring" }')
rule('circular through', { from: { path: '^boats/' }, to: { circular: true, via: '^office/' } }, '{ from: path:boats, some: path:office, kinds: all, why: x }')
rule('circular through nothing but', { from: { path: '^boats/([^/]+)/' }, to: { circular: true, viaOnly: { path: '^boats/$1/', dependencyTypesNot: ['type-only'] } } }, '{ from: "path:boats/{g1}/**", every: "path:boats/{g1}/**", kinds: { not: type }, why: x }')
rule('circular, with the older words', { from: {}, to: { circular: true, viaNot: '^old/', viaSomeNot: '^office/' } }, '{ some: { not: path:office }, every: { not: path:old }, kinds: all, why: x }')
rule('circular, some import of a kind', { from: {}, to: { circular: true, via: { dependencyTypes: ['require'] } } }, '{ kinds: all, why: x }', { unsaid: ['to.via.dependencyTypes asks for some import of a kind in the cycle; in bulkhead kinds are those of each'] })
rule('scope: folder, circular', { scope: 'folder', from: {}, to: { circular: true } }, '{ level: folder, kinds: all, why: x }')
rule('scope: folder, paths', { scope: 'folder', from: { path: '^boats' }, to: { path: '^office$' } }, '{ id: x, from: path:boats*/**, forbid: { any: "re:^office/[^/]+$", not: [folder:same, folder:below] } }')
rule('moreUnstable', { from: { path: '^boats/' }, to: { moreUnstable: true } }, 'boundaries/stability: { severity: error, in: path:boats, options: { level: file } }')
rule('moreUnstable, of folders', { severity: 'info', scope: 'folder', from: {}, to: { moreUnstable: true } }, 'boundaries/stability: { severity: info, options: { level: folder } }')
rule('orphan', { severity: 'warn', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} }, 'boundaries/orphans: { severity: warning, in: { not: path:**/*.d.ts }, options: { means: alone } }')

// Lists, and options.
whole('orphans of two rules are one check', { forbidden: [{ name: 'a', from: { orphan: true, path: '^boats/' }, to: {} }, { name: 'b', from: { orphan: true, path: '^office/' }, to: {} }, { name: 'c', severity: 'error', from: { orphan: true }, to: {} }] }, 'boundaries/orphans: { severity: warning, in: [path:boats, path:office], options: { means: alone } }', ['boundaries/orphans is set once, and a sets it already'])
whole('required', { required: [{ name: 'base', module: { path: '^boats/' }, to: { path: '^boats/hull/index\\.ts$' } }] }, '{ id: base, from: { any: path:boats, not: path:boats/hull/index.ts }, require: path:boats/hull/index.ts, severity: warning }')
whole('required, by a chain', { required: [{ name: 'base', severity: 'error', module: { path: '^boats/([^/]+)/' }, to: { path: '^boats/$1/index', reachable: true } }] }, '{ id: base, from: { any: "path:boats/{g1}/**", not: path:boats/*/index* }, require: "path:boats/{g1}/index*", reach: true }')
whole('allowed', { allowed: [{ from: { path: '^boats/' }, to: { path: '^(boats|office)/' } }, { from: { path: '^office/' }, to: { path: '^office/' } }], allowedSeverity: 'error' }, [
  '{ id: not-in-allowed, from: { any: path:boats, not: path:office }, forbid: { any: ["*", pkg:*, builtin:*, unresolved:*], not: "path:{boats,office}/**" }, why: Only what was listed under allowed may be imported }',
  '{ id: not-in-allowed/2, from: { any: path:office, not: path:boats }, forbid: { any: ["*", pkg:*, builtin:*, unresolved:*], not: path:office }, why: Only what was listed under allowed may be imported }',
  '{ id: not-in-allowed/3, from: { not: [path:boats, path:office] }, forbid: ["*", pkg:*, builtin:*, unresolved:*], why: Only what was listed under allowed may be imported }',
])
whole('allowed by alias', { allowed: [{ from: { path: '^boats/' }, to: { dependencyTypes: ['aliased-subpath-import'] } }, { from: { path: '^boats/' }, to: { path: '^boats/' } }], options: { tsPreCompilationDeps: true } }, [
  '{ id: not-in-allowed, from: path:boats, forbid: { any: ["*", pkg:*, builtin:*, unresolved:*], not: path:boats }, written: [relative, paths, base-url, workspace, package], severity: warning, why: Only what was listed under allowed may be imported }',
  '{ id: not-in-allowed/2, from: { not: path:boats }, forbid: ["*", pkg:*, builtin:*, unresolved:*], severity: warning, why: Only what was listed under allowed may be imported }',
])
whole('allowed asks something of files, too', { allowed: [{ from: {}, to: { path: '^boats/' } }, { from: { path: '^old/' }, to: { path: '^boats/', reachable: true } }] }, '{ id: not-in-allowed, from: "*", forbid: { any: ["*", pkg:*, builtin:*, unresolved:*], not: path:boats }, severity: warning, why: Only what was listed under allowed may be imported }', ['its rule 2: reachable asks something of each file, which no import is allowed by'])
rule('a rule that is switched off stays so', { severity: 'ignore', from: { path: '^boats/' }, to: { path: '^office/' } }, '{ id: x, from: path:boats, forbid: path:office, severity: "off" }')
rule('what is excluded is no end of any import', { from: {}, to: { path: '^node_modules/|^boats/' } }, '{ id: x, from: "*", forbid: path:boats }', { options: { exclude: 'node_modules' } })
rule('what is not included is no end of any import', { from: {}, to: {} }, '{ id: x, from: "*", forbid: "*" }', { options: { includeOnly: ['^boats/', '^office/'] } })
rule('what is not followed imports nothing', { from: {}, to: { path: '^boats/' } }, '{ id: x, from: { not: path:old }, forbid: path:boats }', { options: { doNotFollow: { path: ['node_modules', '^old/'] } } })

test('options say what is looked at', () => {
  const settings = draftOf({ options: { exclude: { path: '^old/|node_modules', dynamic: true }, includeOnly: '^(boats|office)/', exoticRequireStrings: ['want'], detectJSDocImports: true, maxDepth: 3, webpackConfig: { fileName: 'w.js' } } }, layout)
  assert.deepEqual(settings.entries.map(inOneLine), ['1', 'old', '"{boats,office}/**"', '{ kinds: { any: [value, reexport, require, jsdoc, call], not: elided }, reexports: stop, calls: [want] }', 'test: []'])
  assert.deepEqual(settings.unsaid.map(({ what }) => what), ['options.maxDepth', 'options.webpackConfig'])
})

test('options that are no rules are named, and not counted', () => {
  const draft = draftOf({ options: { detectImportsInAmbientModules: true, focus: '^boats/', reaches: 'x', highlight: 'y', affected: 'main', prefix: 'https://', cache: true, skipAnalysisNotInRules: true, progress: { type: 'none' }, reporterOptions: { dot: {} }, parser: 'tsc', forceDeriveDependents: true, externalModuleResolutionStrategy: 'yarn-pnp' } }, layout)
  assert.deepEqual(draft.unsaid, [])
  assert.deepEqual(draft.opening, ['focus', 'reaches', 'highlight', 'affected'].map((key) => draft.opening.find((line) => line.startsWith(`options.${key} is left out: it is a view`))))
})

test('options that no line says are counted', () => {
  const options = { combinedDependencies: true, preserveSymlinks: true, babelConfig: { fileName: 'x' }, extraExtensionsToScan: ['.png'], baseDir: '..', collapse: 2, doNotFollow: { dependencyTypes: ['npm', 'local'] }, moduleSystems: ['amd'], tsConfig: { fileName: 'build/tsconfig.json' }, builtInModules: { override: ['fs'] }, enhancedResolveOptions: { aliasFields: ['browser'], exportsFields: ['exports'] }, ofLater: true }
  const draft = draftOf({ forbidden: [{ name: 'x', from: {}, to: { dependencyTypes: ['npm-dev'] } }], options }, layout)
  assert.deepEqual(draft.unsaid.flatMap(({ what }) => (what.startsWith('options.') ? what.slice(8) : [])).sort(), ['babelConfig', 'baseDir', 'builtInModules.override', 'collapse', 'combinedDependencies', 'doNotFollow.dependencyTypes', 'enhancedResolveOptions.aliasFields', 'extraExtensionsToScan', 'moduleSystems', 'ofLater', 'preserveSymlinks', 'tsConfig'])
})

rule('what is built in elsewhere is a package', { from: {}, to: { dependencyTypes: ['core'], path: '^(fs|electron)$' } }, '{ id: x, from: "*", forbid: [pkg:electron, { any: builtin:fs, not: builtin:fs/promises }] }', { options: { builtInModules: { add: ['electron'] } } })
rule('and none of the others', { from: {}, to: { dependencyTypes: ['npm'] } }, '{ id: x, from: "*", forbid: { any: "pkg:*[declared=prod]", not: pkg:electron } }', { options: { builtInModules: { add: ['electron'] } } })
rule('calls for built-ins are no exotic requires', { from: {}, to: { exoticallyRequired: true, path: '^boats/' } }, '{ id: x, from: "*", forbid: path:boats, kinds: call:want }', { options: { exoticRequireStrings: ['want'], detectProcessBuiltinModuleCalls: true } })

test('an expression that names what the other side captures may take something', () => {
  const { text, unsaid } = translate(cruiser, { forbidden: [{ name: 'x', from: { path: '^boats/([^/]+)/' }, to: { path: '^boats/$1/[a-z]{3,9}\\.ts' } }] }, '.dependency-cruiser.json', layout)
  assert.match(text, /re:\^boats\/\{g1\}\//)
  assert.doesNotMatch(text, /optional/)
  assert.deepEqual(unsaid, [])
})

// Licences, of those at hand: a glob is asked of each side of AND and OR, an expression of all of it.
const licenses: Readonly<Record<string, string>> = { lodash: 'MIT', 'lodash-es': '(MIT OR CC0-1.0)', pg: 'MIT AND ISC', '@aws-sdk/client-s3': 'Apache-2.0', chalk: 'ISC', flag: 'GPL-3.0-only WITH Classpath-exception-2.0', mast: 'SEE LICENSE IN {terms}' }
const licensedLayout: Layout = { ...layout, packages: { ...noPackages, license: (name) => licenses[name] } }

function license(name: string, to: object, expected: string): void {
  test(name, () => {
    const imported = Object.keys(licenses)
    const config = { forbidden: [{ name: 'x', severity: 'error', from: {}, to }] }
    const draft = draftOf(config, licensedLayout, nothingBeside, imported)
    assert.deepEqual([draft.unsaid, draft.entries.filter(({ isSetting }) => isSetting !== true).map(inOneLine)], [[], [expected]])
    assert.deepEqual(translate(cruiser, config, '.dependency-cruiser.json', licensedLayout, nothingBeside, imported).unsaid, [])
  })
}

license('an expression that means what a glob does stays one', { license: 'Apache' }, '{ id: x, from: "*", forbid: "pkg:*[license=*Apache*]" }')
license('one side of OR is not all of it', { license: '^MIT$' }, '{ id: x, from: "*", forbid: { any: "pkg:*[license=MIT]", not: "pkg:*[license={MIT,CC0-1.0}][license=MIT][license=CC0-1.0]" } }')
license('one side of AND is some of it', { license: 'ISC' }, '{ id: x, from: "*", forbid: ["pkg:*[license=*ISC*]", { any: "pkg:*[license={MIT,ISC}]", not: ["pkg:*[license=MIT]", "pkg:*[license=ISC]"] }] }')
license('what no glob says is said of the licences that there are', { license: '^[A-Z]{3} AND' }, '{ id: x, from: "*", forbid: { any: "pkg:*[license={MIT,ISC}]", not: ["pkg:*[license=MIT]", "pkg:*[license=ISC]"] } }')
license('what cannot be written is said by name', { license: '\\{terms\\}' }, '{ id: x, from: "*", forbid: pkg:mast }')
license('licenceNot, of these', { licenseNot: '^(?:MIT|ISC)$' }, '{ id: x, from: "*", forbid: { any: "pkg:*[license=*]", not: { any: "pkg:*[license={MIT,ISC}]", not: ["pkg:*[license={MIT,CC0-1.0}][license=MIT][license=CC0-1.0]", { any: "pkg:*[license={MIT,ISC}]", not: ["pkg:*[license=MIT]", "pkg:*[license=ISC]"] }] } } }')

test('what a configuration extends is below it', () => {
  const base = { forbidden: [{ name: 'one', severity: 'error', comment: 'Because', from: { path: '^boats/' }, to: { path: '^office/' } }, { name: 'two', from: { path: '^old/' }, to: { path: '^boats/' } }], options: { tsPreCompilationDeps: true } }
  const draft = draftOf({ extends: [base], forbidden: [{ name: 'one', severity: 'info' }] }, layout)
  assert.deepEqual(draft.entries.filter(({ section }) => section === 'rules').map(inOneLine), ['{ id: one, from: path:boats, forbid: path:office, severity: info, why: Because }', '{ id: two, from: path:old, forbid: path:boats, severity: warning }'])
  assert.ok(draft.entries.some((entry) => entry.section === 'imports' && inOneLine(entry) === '{ reexports: stop }'))
})

test('what the reader refuses stands as a comment, with its reason and as it would read', () => {
  const long = `^boats/(?:${Array.from({ length: 200 }, (_, i) => `pier[a-z]${i}`).join('|')})`
  const { text, carried, unsaid } = translate(cruiser, { forbidden: [{ name: 'piers', from: { path: long }, to: {} }] }, '.dependency-cruiser.json', layout)
  assert.equal(carried, 0)
  assert.deepEqual(unsaid.map(({ what }) => what), ['piers'])
  assert.match(text, /# Not said: piers: .* the expression is longer than 1000\s+# characters/)
  assert.match(text, /^ {2}# {3}- id: piers$/m)
  assert.doesNotMatch(text, /^rules:/m)
})
