// docs/adopt.md, command by command, in a copy of an old shop: what it prints is what the page shows.
// `BULKHEAD_WRITE_DOCS=1 node --test test/docs/adopt.test.ts` writes the outputs into the page.
import assert from 'node:assert/strict'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { folderWith, program, type Ran, type Repository } from '../support/repository.ts'

const root = join(import.meta.dirname, '../..')
const pagePath = join(root, 'docs/adopt.md')

test('an old project is adopted as the page says, from nothing to a green hook', (t) => {
  const page = readFileSync(pagePath, 'utf8')
  const { shop, type } = oldShop(t)
  const played = page.replace(/^```(console|js) ?(.*)\n([\s\S]*?)^```$/gm, (block, language: string, path: string, text: string) => {
    if (language === 'js') { writeFileSync(join(shop.folder, path), text); return block }
    const [command = ''] = text.split('\n')
    const { out } = type(command.replace(/^\$ /, ''))
    return `\`\`\`console\n${command}\n${out}\`\`\``
  })
  if (process.env['BULKHEAD_WRITE_DOCS'] === '1') writeFileSync(pagePath, played)
  assert.equal(played, page)
})

test('the four commands of the page leave a hook that refuses what is new, and only that', (t) => {
  const { shop, type } = oldShop(t)
  const [install = '', init = '', check = '', hook = '', commit = ''] = [...readFileSync(pagePath, 'utf8').matchAll(/^\$ (.*)$/gm)].map(([, command]) => command ?? '')
  for (const command of [install, init, check, hook, commit]) assert.equal(type(command).status, 0, command)
  assert.equal(shop.git('status', '--porcelain').out, '')
  assert.equal(shop.git('log', '--format=%s').out, 'Adopt bulkhead\nTen years of shop\n')

  writeFileSync(join(shop.folder, 'src/store/customers.js'), "require('../web/session')\n")
  const refused = type('git commit --all --quiet --message Sin')
  assert.equal(refused.status, 1)
  assert.match(refused.out, /^src\/store\/customers\.js:1:9 {2}error {2}src\/store may not use src\/web/m)
  assert.doesNotMatch(refused.out, /src\/store\/orders\.js/)

  shop.git('checkout', '--quiet', 'HEAD', '--', 'src/store/customers.js')
  writeFileSync(join(shop.folder, 'src/store/orders.js'), `\n${shop.read('src/store/orders.js')}\n// the same import upwards, a line further down\n`)
  assert.equal(type('git commit --all --quiet --message Work').status, 0)
})

/** A repository of the old shop, and a shell in it where npm has bulkhead as it was built. */
function oldShop(t: TestContext): { readonly shop: Repository; type(command: string): Ran } {
  const shop = folderWith(t, '')
  cpSync(join(root, 'test/fixtures/old-shop'), shop.folder, { recursive: true })
  shop.git('init', '--quiet', '--initial-branch=main')
  for (const [name, value] of [['user.name', 'Ada'], ['user.email', 'ada@example.org']] as const) shop.git('config', name, value)
  shop.git('add', '--all')
  shop.git('commit', '--quiet', '--message=Ten years of shop')
  const tools = join(folderWith(t, '').folder, 'bin')
  mkdirSync(tools)
  const tool = (name: string, script: string): void => {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(tools, name), 0o755)
  }
  // What npm would fetch is what was built here; of npm itself nothing is shown.
  tool('npm', `test "$*" = 'install --save-dev bulkhead'`)
  tool('npx', `test "$1" = bulkhead && shift && exec '${process.execPath}' '${program}' "$@"`)
  const path = `${tools}${delimiter}${process.env['PATH'] ?? ''}`
  return { shop, type: (command) => shop.run('/bin/sh', ['-c', `PATH='${path}'; export PATH; exec 2>&1; ${command}`]) }
}
