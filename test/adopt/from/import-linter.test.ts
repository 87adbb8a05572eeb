// import-linter: the contracts of its documentation, in INI and TOML, as lines of bulkhead.yaml.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { parseIni } from '../../../server/adopt/from/ini.ts'
import { bulkhead, onDisk, says, written } from './on-disk.ts'

const harbour = {
  'src/harbour/__init__.py': '', 'src/harbour/high/__init__.py': 'from harbour.low import x\n', 'src/harbour/medium.py': '', 'src/harbour/low/__init__.py': 'import harbour.high\n', 'src/harbour/low/deep.py': '',
  'src/harbour/blue/__init__.py': '', 'src/harbour/blue/one.py': '', 'src/harbour/green/__init__.py': '', 'src/harbour/green/models.py': '', 'src/harbour/utils.py': '', 'tests/high/test_it.py': '',
}
const session = '[importlinter]\nroot_package = harbour\n'

async function translated(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = onDisk(t, { ...harbour, ...files })
  const init = await bulkhead(root, ['init', '--from', 'import-linter'])
  assert.equal(init.status, 0, init.err)
  const check = await bulkhead(root, ['check'])
  assert.equal(check.status, 0, check.out + check.err + written(root))
  return { hasLine: (line: string) => assert.ok(says(root, line), `${line}\n${written(root)}`), text: written(root), out: init.out, check }
}

const contract = (type: string, lines: string): string => `${session}\n[importlinter:contract:ours]\nname = Our contract\ntype = ${type}\n${lines}\n`

test('layers of one package are a stack in its folder, chains included', async (t) => {
  const { hasLine } = await translated(t, { '.importlinter': contract('layers', 'layers =\n    harbour.high\n    harbour.medium\n    harbour.low') })
  hasLine('src/harbour: { order: [high, medium, low], reach: true }')
})

test('containers, optional layers, layers side by side, and what is to be in a layer', async (t) => {
  const { hasLine } = await translated(t, { '.importlinter': contract('layers', 'layers =\n  high\n  blue | green\n  medium : utils\n  (gone)\n  low\ncontainers =\n  harbour\nexhaustive = true\nexhaustive_ignores =\n  extra') })
  hasLine('src/harbour: { order: [high, [blue, green], { name: medium+utils, files: [medium.py, utils.py] }, { name: gone, optional: true }, low], reach: true }')
  hasLine('boundaries/unassigned: { severity: error, in: { any: [path:src/harbour], not: [path:src/harbour/__init__.py, path:src/harbour/extra] } }')
})

test('layers that are packages of their own, and a second stack in one folder', async (t) => {
  const { hasLine } = await translated(t, {
    'back/__init__.py': '', 'front/__init__.py': '', '.importlinter': '',
    'setup.cfg': '[metadata]\nname = x\n[importlinter]\nroot_packages =\n    front\n    back\n[importlinter:contract:one]\nname = Apart\ntype = layers\nlayers =\n    front\n    back\n[importlinter:contract:two]\nname = Again\ntype = layers\nlayers =\n    back\n    front\n',
  })
  hasLine('".": { order: [front, back], reach: true }')
  hasLine('{ id: two, from: path:front, forbid: path:back, reach: true, why: Again }')
})

test('what is forbidden: by chains, directly, for packages that are installed, and for modules alone', async (t) => {
  const { hasLine } = await translated(t, { 'pyproject.toml': `
    [tool.importlinter]
    root_package = "harbour"
    include_external_packages = true
    exclude_type_checking_imports = true
    [[tool.importlinter.contracts]]
    name = "No way down"
    type = "forbidden"
    source_modules = ["harbour.high", "harbour.blue.one"]
    forbidden_modules = ["harbour.low", "django"]
    ignore_imports = ["harbour.high -> harbour.low.deep", "harbour.blue.* -> sqlalchemy"]
    [[tool.importlinter.contracts]]
    id = "direct"
    name = "Direct"
    type = "forbidden"
    source_modules = ["harbour.blue"]
    forbidden_modules = ["harbour.*"]
    allow_indirect_imports = true
    as_packages = false
  ` })
  hasLine('imports: { kinds: { any: all, not: type }, reexports: stop }')
  hasLine('{ id: no-way-down, from: [path:src/harbour/high, path:src/harbour/blue/one.py], forbid: [path:src/harbour/low, pkg:django], reach: true, why: No way down }')
  hasLine('{ id: direct, from: path:src/harbour/blue/__init__.py, forbid: ["path:src/harbour/*.py", "path:src/harbour/*/__init__.py"], why: Direct }')
  hasLine('{ rule: no-way-down, from: path:src/harbour/high/__init__.py, to: path:src/harbour/low/deep.py, why: ignore_imports of No way down, until: never }')
  hasLine('policy/stale: off')
})

test('a source may import what it overlaps with', async (t) => {
  const { hasLine } = await translated(t, { '.importlinter': contract('forbidden', 'source_modules =\n  harbour.blue\nforbidden_modules =\n  harbour.*\nallow_indirect_imports = True') })
  hasLine('{ id: ours, from: path:src/harbour/blue, forbid: { any: path:src/harbour/*, not: path:src/harbour/blue }, why: Our contract }')
})

test('modules that are independent, in a list and by a pattern', async (t) => {
  const list = await translated(t, { '.importlinter': contract('independence', 'modules =\n  harbour.blue\n  harbour.green\n  harbour.utils') })
  list.hasLine('{ id: ours, from: path:src/harbour/blue, forbid: [path:src/harbour/green, path:src/harbour/utils.py], reach: true, why: Our contract }')
  list.hasLine('{ id: ours/3, from: path:src/harbour/utils.py')
  const pattern = await translated(t, { '.importlinter': contract('independence', 'modules = harbour.*') })
  pattern.hasLine('from: path:src/harbour/{m1}, forbid: { any: path:src/harbour/*, not: path:src/harbour/{m1} }, reach: true')
})

test('modules that are protected', async (t) => {
  const { hasLine, text, check } = await translated(t, { '.importlinter': contract('protected', 'protected_modules =\n  harbour.low\n  harbour.**.models\nallowed_importers =\n  harbour.high') })
  hasLine('{ id: ours, to: path:src/harbour/low, only: path:src/harbour/high, why: Our contract }')
  hasLine('{ id: ours/2, to: [path:src/harbour/**/models, path:src/harbour/**/models.py], only: path:src/harbour/high, why: Our contract }')
  assert.match(text, /^# This version of bulkhead does not read Python yet/m)
  assert.match(check.err, /note {2}Python is not read by this version of bulkhead: 11 files of it are judged by nothing/)
})

test('siblings without circles', async (t) => {
  const { hasLine, out } = await translated(t, { '.importlinter': contract('acyclic_siblings', 'ancestors = harbour\ndepth = 2\nskip_descendants = harbour.blue') })
  hasLine('{ level: folder, every: path:src/harbour, kinds: all, why: Our contract }')
  assert.match(out, /Our contract: depth {2}bulkhead looks at all depths/)
  assert.match(out, /Our contract: skip_descendants {2}folders within harbour\.blue/)
})

test('what is code of its own, and keys that nobody knows', async (t) => {
  const { out } = await translated(t, { '.importlinter': `${session}contract_types =\n  mine: harbour.Mine\nsomeday = 1\n[importlinter:contract:a]\nname = Mine\ntype = mine\n[importlinter:contract:b]\nname = B\ntype = independence\nmodules =\n  harbour.blue\n  harbour.green\nlater = 2\nignore_imports =\n  harbour.blue\n` })
  for (const said of ['Mine  a contract of the type mine is code of its own', 'B: later  bulkhead does not know this key', "B: ignore_imports  'harbour.blue' names no two modules", 'contract_types  a contract of a type of its own is code', 'someday  bulkhead does not know this key']) assert.ok(out.includes(said), `${said}\n${out}`)
})

test('files that speak of other tools are passed by', async (t) => {
  const root = onDisk(t, { ...harbour, 'setup.cfg': '[metadata]\nname = x\n', 'pyproject.toml': '[project]\nname = "x"\n' })
  assert.match((await bulkhead(root, ['init', '--from', 'import-linter'])).err, /there is no configuration of import-linter/)
})

test('INI as Python reads it', () => {
  assert.deepEqual(parseIni('x.cfg', '# c\n[a:b.c]\nOne = 1\nlist =\n    x\n    # not this\n    y = z\n\n    w\ntwo: 2 = 3\nbare\n[d]\n'), { kind: 'value', value: { 'a:b.c': { one: '1', list: ['x', 'y = z', 'w'], two: '2 = 3', bare: [] }, d: {} } })
  assert.deepEqual(parseIni('x.cfg', 'a = 1\n'), { kind: 'broken', message: 'x.cfg:1 is no INI: it is in no section' })
  assert.deepEqual(parseIni('x.cfg', '[a]\nb=1\nB=2\n'), { kind: 'broken', message: 'x.cfg:3 is no INI: B is said twice' })
})
