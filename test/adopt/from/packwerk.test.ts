// Packwerk and its extensions: what their documentation shows, as lines of bulkhead.yaml.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { bulkhead, onDisk, says, written } from './on-disk.ts'

const application = {
  'packwerk.yml': '# ours\nlayers: [feature, core, utility]\nexclude:\n  - "{bin,tmp}/**/*"\nparallel: true\nrequire:\n  - packwerk-extensions\n',
  'package.yml': 'enforce_dependencies: false\n', 'app/models/x.rb': '',
  'packs/sales/package.yml': 'enforce_dependencies: strict\ndependencies:\n  - packs/platform\n  - "."\nenforce_privacy: true\nlayer: feature\nenforce_layers: true\nmetadata:\n  stewards:\n    - "@shop/sales"\n', 'packs/sales/app/public/sell.rb': '', 'packs/sales/app/models/deal.rb': '',
  'packs/platform/package.yml': 'enforce_privacy: strict\npublic_path: lib/open/\nenforce_visibility: true\nvisible_to:\n  - packs/sales\nlayer: utility\nenforce_layers: true\nowner: Platform\n', 'packs/platform/lib/open/log.rb': '',
  'packs/b/package.yml': '', 'packs/b/b.rb': '', 'packs/b/packs/e/package.yml': 'enforce_folder_privacy: true\n', 'packs/b/packs/e/e.rb': '', 'packs/b/packs/h/package.yml': '', 'packs/b/packs/h/h.rb': '',
  'packs/sales/package_todo.yml': 'packs/b:\n  "::B::Thing":\n    violations:\n    - dependency\n    - privacy\n    files:\n    - packs/sales/app/models/deal.rb\n    - packs/sales/app/public/sell.rb\n',
}

async function translated(t: TestContext, files: Readonly<Record<string, string>> = {}) {
  const root = onDisk(t, { ...application, ...files })
  const init = await bulkhead(root, ['init', '--from', 'packwerk'])
  assert.equal(init.status, 0, init.err)
  const check = await bulkhead(root, ['check'])
  assert.equal(check.status, 0, check.out + check.err + written(root))
  return { hasLine: (line: string) => assert.ok(says(root, line), `${line}\n${written(root)}`), text: written(root), out: init.out, check }
}

test('packages, what they depend on, what is public of them, and who may see them', async (t) => {
  const { hasLine } = await translated(t)
  hasLine('packs/sales: files: packs/sales layer: feature uses: [module:packs/platform, module:.] api: [app/public] owner: "@shop/sales"')
  hasLine('packs/platform: { files: packs/platform, layer: utility, usedBy: [module:packs/sales], api: [lib/open], owner: Platform }')
  hasLine('packs/b: packs/b')
  hasLine('".": "**"')
})

test('folders that are private to those beside and above', async (t) => {
  const { hasLine } = await translated(t)
  hasLine('packs/b/packs/e: { files: packs/b/packs/e, usedBy: [module:., module:packs/b, module:packs/b/packs/h] }')
})

test('layers, what is strict, and what is known', async (t) => {
  const { hasLine, text, check } = await translated(t)
  hasLine('{ name: feature, files: packs/sales }')
  hasLine('{ name: core, files: [], optional: true }')
  hasLine('module:packs/sales.known: 0')
  hasLine('module:packs/platform.known: 0')
  assert.match(text, /^# 1 package_todo\.yml knows 4 violations; once Ruby is read/m)
  assert.match(text, /^# This version of bulkhead does not read Ruby yet/m)
  assert.match(check.err, /note {2}Ruby is not read by this version of bulkhead: 7 files of it are judged by nothing/)
})

test('the older names of layers, and patterns for packages', async (t) => {
  const { hasLine, text } = await translated(t, { 'packwerk.yml': 'architecture_layers: [feature, utility]\npackage_paths: ["packs/*"]\n', 'packs/sales/package.yml': 'layer: feature\nenforce_architecture: true\n' })
  hasLine('packs/sales: { files: packs/sales, layer: feature }')
  assert.doesNotMatch(text, /packs\/b\/packs/)
})

test('what cannot be said', async (t) => {
  const { out } = await translated(t, {
    'packwerk.yml': 'custom_associations: [belongs_to_x]\ncache: true\nsomeday: 1\nlayers: [core]\n', 'packs/sales/package.yml': 'enforce_privacy: true\nprivate_constants: ["::Deal"]\nlayer: gone\ndependencies: [packs/none]\nlater: 1\n',
    'packs/platform/package.yml': 'layer: core\n', 'packs/bad/package.yml': '"a: 1\n',
  })
  for (const said of ['custom_associations  bulkhead follows imports', 'someday  bulkhead does not know this key', 'packs/sales/package.yml: private_constants', 'packs/sales/package.yml: layer  packwerk.yml has no layer gone', 'packs/sales/package.yml: packs/none  there is no such package', 'packs/sales/package.yml: later  bulkhead does not know this key', 'packs/platform/package.yml: layer  it is not enforced there', 'packs/bad/package.yml  it could not be read']) assert.ok(out.includes(said), `${said}\n${out}`)
  assert.doesNotMatch(out, / {2}cache/)
})
