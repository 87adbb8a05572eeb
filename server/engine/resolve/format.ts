import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Manifest } from './manifest.ts'
import type { Tsconfig } from './tsconfig.ts'

interface Around {
  readonly config: Tsconfig | undefined
  readonly manifest: Manifest | undefined
}

/**
 * Whether an import is answered as `require` is, under conditions of its own: so are those that a compiler makes one of.
 * As TypeScript's getModeForUsageLocation, but for `import x = require('y')` in a module, which no fact tells from other imports.
 */
export function isRequired(path: Path, { kind }: ImportFact, around: Around): boolean {
  // A call names a file as `require` does.
  if (kind === 'require' || kind === 'call') return true
  return isCommonJs(path, around) && !(kind === 'dynamic' && around.config?.keepsDynamic === true)
}

function isCommonJs(path: Path, { config, manifest }: Around): boolean {
  const format = /\.([cm])[jt]s$/.exec(path)?.[1]
  if (format !== undefined) return format === 'c'
  switch (config?.format) {
    case 'commonjs': return true
    case 'by manifest': return manifest?.isModule !== true
    default: return false
  }
}
