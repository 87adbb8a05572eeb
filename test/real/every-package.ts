// `npm run resolution`: every import of every installed package, each a project of its own with nothing beside it, read beside TypeScript's
// parser and resolution. Fails where a difference has no reason.

import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { nodeModules } from '../support/node-modules.ts'
import { differences } from './compare.ts'
import { ourImports } from './our-imports.ts'
import { typescriptImports } from './typescript-imports.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-packages-')))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** As a parameter, or declared. */
const ownRequire = /[(,]\s*require\s*[,)]|\b(?:var|let|const|function)\s+require\b|,\s*require\s*=/

let [packages, files, imports, differing] = [0, 0, 0, 0]
const reasons = new Map<string, number>()
for (const name of packageNames()) {
  const root = join(home, name)
  const source = join(nodeModules, name)
  cpSync(source, root, { recursive: true, filter: (path) => !relative(source, path).split('/').includes('node_modules') })
  const ours = ourImports(root)
  const paths = [...ours.byFile.keys()].filter((path) => readFileSync(join(root, path)).length < 2_000_000)
  const theirs = typescriptImports(root, paths)
  packages++
  files += paths.length
  for (const path of paths) {
    imports += theirs.get(path)?.length ?? 0
    for (const { line1, what, reason } of differences(ours.byFile.get(path) ?? [], theirs.get(path) ?? [], (from) => ownRequire.test(readFileSync(join(root, from), 'utf8')))) {
      differing++
      reasons.set(reason ?? 'NO REASON IS KNOWN', (reasons.get(reason ?? 'NO REASON IS KNOWN') ?? 0) + 1)
      if (reason === undefined) console.log(`${name}/${path}:${line1}: ${what}`)
    }
  }
  rmSync(root, { recursive: true })
}
console.log(`${packages} packages, ${files} files, ${imports} imports, ${differing} differ`)
for (const [reason, count] of reasons) console.log(`  ${count} × ${reason}`)
if (reasons.has('NO REASON IS KNOWN')) process.exitCode = 1

function packageNames(): readonly string[] {
  return readdirSync(nodeModules).filter((name) => !name.startsWith('.')).flatMap((name) => name.startsWith('@') ? readdirSync(join(nodeModules, name)).map((inner) => `${name}/${inner}`) : [name])
    .filter((name) => existsSync(join(nodeModules, name, 'package.json')))
}
