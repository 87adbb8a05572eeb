// Tach: what its documentation shows, as lines of bulkhead.yaml.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { bulkhead, onDisk, says, written } from './on-disk.ts'

const repository = {
  'python/quay/__init__.py': '', 'python/quay/check.py': 'import quay.cache\n', 'python/quay/cache/__init__.py': '', 'python/quay/cache/store.py': '', 'python/quay/errors.py': '', 'python/quay/parsing/__init__.py': '', 'python/script.py': '',
}

async function translated(t: TestContext, config: string, files: Readonly<Record<string, string>> = {}) {
  const root = onDisk(t, { ...repository, 'tach.toml': config, ...files })
  const init = await bulkhead(root, ['init', '--from', 'tach'])
  assert.equal(init.status, 0, init.err)
  const check = await bulkhead(root, ['check'])
  assert.equal(check.status, 0, check.out + check.err + written(root))
  return { hasLine: (line: string) => assert.ok(says(root, line), `${line}\n${written(root)}`), text: written(root), out: init.out, check }
}

test('modules, what they depend on, and who may see them', async (t) => {
  const { hasLine, check, out } = await translated(t, `
    source_roots = ["python"]
    exact = true
    forbid_circular_dependencies = true
    [[modules]]
    path = "quay.parsing"
    depends_on = ["quay.cache", { path = "quay.errors", deprecated = true }]
    visibility = ["quay.check"]
    [[modules]]
    path = "quay.check"
    cannot_depend_on = ["quay.errors"]
    depends_on_external = ["requests"]
    [[modules]]
    paths = ["quay.cache"]
    depends_on = []
    unchecked = true
    [[modules]]
    path = "quay.errors"
    depends_on = []
    utility = true
  `)
  assert.match(out, /1 could not be said\.\n {2}exact {2}as long as Python is not read, no import needs what is permitted/)
  hasLine('quay/parsing: { files: python/quay/parsing, uses: [module:quay/cache, module:quay/errors, tag:unassigned], usedBy: [module:quay/check] }')
  hasLine('quay/check: { files: python/quay/check.py, packages: [requests] }')
  hasLine('quay/cache: { files: python/quay/cache, mode: open }')
  hasLine('quay/errors: { files: python/quay/errors.py, uses: [tag:unassigned], mode: common }')
  hasLine('{ id: quay.parsing-deprecated, from: module:quay/parsing, forbid: module:quay/errors, severity: info, why: This dependency is to go }')
  hasLine('{ id: quay.check-not, from: module:quay/check, forbid: module:quay/errors }')
  hasLine('unassigned: { any: *, not: module:** }')
  hasLine('imports: { kinds: { any: all, not: type }, reexports: stop }')
  hasLine('- { level: module, kinds: all }'.slice(2))
  hasLine('policy/unneeded: error')
  assert.match(check.err, /Python is not read by this version of bulkhead: 7 files/)
})

test('layers: lower ones need no word, the same one does, and a closed one is passed by nobody', async (t) => {
  const { hasLine } = await translated(t, `
    source_roots = ["python"]
    layers = ["ui", { name = "commands", closed = true }, "core"]
    [[modules]]
    path = "quay.check"
    layer = "commands"
    depends_on = ["quay.parsing"]
    [[modules]]
    path = "quay.parsing"
    layer = "commands"
    [[modules]]
    path = "quay.cache"
    layer = "core"
    depends_on = []
  `)
  hasLine('- { name: commands, files: [python/quay/check.py, python/quay/parsing], closed: true }'.slice(2))
  hasLine('{ name: core, files: python/quay/cache }')
  hasLine('quay/check: { files: python/quay/check.py, layer: commands, uses: [module:quay/parsing, layer:core, tag:unassigned] }')
  hasLine('quay/parsing: { files: python/quay/parsing, layer: commands }')
})

test('interfaces: names of a file, submodules, and some that are for some', async (t) => {
  const { hasLine, out } = await translated(t, `
    source_roots = ["python"]
    [[modules]]
    path = "quay.cache"
    [[modules]]
    path = "quay.check"
    [[modules]]
    path = "quay.parsing"
    strict = true
    [[interfaces]]
    expose = ["read", "store.*"]
    from = ["quay.cache"]
    [[interfaces]]
    expose = ["store.write", "(a|b)"]
    from = ["quay.c.*"]
    visibility = ["quay.check"]
    exclusive = true
    data_types = "primitive"
  `)
  hasLine('quay/cache: files: python/quay/cache api: [{ expose: __init__.py, names: [read] }, store.py, { expose: store.py, names: [write], to: module:quay/check }]'.replace('quay/cache: files', 'quay/cache: files'))
  hasLine('quay/parsing: { files: python/quay/parsing, api: index }')
  for (const said of ['interfaces[1]: (a|b)  it is an expression', 'interfaces[1].exclusive  what is exposed adds up', 'interfaces[1].data_types']) assert.ok(out.includes(said), `${said}\n${out}`)
})

test('what lies in no module', async (t) => {
  const modules = 'source_roots = ["python"]\n[[modules]]\npath = "quay"\ndepends_on = []\n'
  const forbidden = await translated(t, `root_module = "forbid"\n${modules}`)
  forbidden.hasLine('boundaries/unassigned: { severity: error, in: path:python }')
  forbidden.hasLine('quay: { files: python/quay, uses: [] }')
  const allowed = await translated(t, `root_module = "allow"\n${modules}[[modules]]\npath = "<root>"\ndepends_on = ["quay"]\n`)
  allowed.hasLine('".": { files: "**", uses: [module:quay] }')
})

test('domains speak from their folder', async (t) => {
  const { hasLine } = await translated(t, 'source_roots = ["python"]\n[[modules]]\npath = "quay.check"\n', {
    'python/quay/cache/tach.domain.toml': '[root]\ndepends_on = ["//quay.check", "store"]\n[[modules]]\npath = "store"\ndepends_on = ["<domain_root>"]\n[[interfaces]]\nexpose = ["get"]\nfrom = ["<domain_root>"]\n',
  })
  hasLine('uses: [module:quay/check, module:quay/cache/store, tag:unassigned]')
  hasLine('quay/cache/store: { files: python/quay/cache/store.py, uses: [module:quay/cache, tag:unassigned] }')
})

test('pyproject.toml, what cannot be said, and what is about other things', async (t) => {
  const root = onDisk(t, { ...repository, 'pyproject.toml': '[project]\nname = "x"\n[tool.tach]\nsource_roots = ["python"]\nexclude = ["build/"]\ncache = { env_dependencies = ["X"] }\ninclude_string_imports = true\nsomeday = 1\nexternal = { exclude = ["PIL"], rename = ["PIL:pillow"] }\nrules = { unused_ignore_directives = "error", local_imports = "off" }\n[[tool.tach.modules]]\npath = "quay"\nlater = 1\n', 'other/tach.domain.toml': '[[' })
  const { out } = await bulkhead(root, ['init', '--from', 'tach'])
  for (const said of ['include_string_imports  texts that look like modules', 'someday  bulkhead does not know this key', 'external.rename', 'rules.local_imports', 'module quay: later  bulkhead does not know this key', 'other/tach.domain.toml  it could not be read']) assert.ok(out.includes(said), `${said}\n${out}`)
  assert.doesNotMatch(out, /cache/)
  assert.ok(says(root, 'policy/stale: error'))
  assert.match((await bulkhead(onDisk(t, { ...repository, 'pyproject.toml': '[project]\nname = "x"\n' }), ['init', '--from', 'tach'])).err, /there is no configuration of Tach/)
})
