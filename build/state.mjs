import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** All that the programs are built of, in short: what one state of it keeps between runs is none of another's. */
export function stateOf(root) {
  const hash = createHash('sha1')
  for (const path of globSync(['rules/**', 'server/**', 'package-lock.json'], { cwd: root }).sort()) {
    if (statSync(join(root, path)).isFile()) hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}
