// `allow`: specifiers that are not checked. Here what they lead to: the packages, aliases and files of this project that are so named.

import type { Layout } from '../../../../rules/model/layout.ts'
import type { Path } from '../../../../rules/model/place.ts'
import { settingsBeside, type Beside } from '../beside.ts'
import type { Unsaid } from '../draft.ts'
import { settingsIn, textsIn } from '../reading.ts'
import type { Selector } from '../selector.ts'

export interface AllowedImports {
  readonly selectors: readonly Selector[]
  readonly unsaid: readonly Unsaid[]
}

interface Named {
  readonly specifier: string
  readonly path: Path
}

const mostFiles = 12

export function allowedImports(patterns: readonly string[], layout: Layout, beside: Beside): AllowedImports {
  const names = [...aliases(beside), ...layout.workspaces.map(({ name, folder }): Named => ({ specifier: name, path: folder }))]
  const selectors: Selector[] = []
  const unsaid: Unsaid[] = []
  for (const pattern of patterns) {
    const isTaken = matcher(pattern)
    const found = names.filter(({ specifier }) => isTaken(specifier)).map(({ path }) => path)
    const files = found.length > 0 ? [] : layout.files.filter((path) => isTaken(`../${path}`))
    const paths = [...new Set([...found, ...files])]
    if (isTaken('') && isTaken('any/thing')) selectors.push('*')
    else if (paths.length === 0) unsaid.push({ what: `allow: ${pattern}`, reason: 'nothing in this project is imported by such a name, so nothing is let off by it' })
    else if (files.length > mostFiles) unsaid.push({ what: `allow: ${pattern}`, reason: `it is about specifiers, and ${files.length} files could be meant` })
    else selectors.push(...paths.map((path) => `path:${path === '' ? '.' : path}`))
  }
  return { selectors, unsaid }
}

function aliases(beside: Beside): readonly Named[] {
  return [...settingsBeside(beside, 'tsconfig.base.json'), ...settingsBeside(beside, 'tsconfig.json')].filter(({ folder }) => folder === '').flatMap(({ settings }) => {
    const options = settingsIn(settings['compilerOptions'])
    return Object.entries(settingsIn(options['paths'])).flatMap(([specifier, targets]) => textsIn(targets).slice(0, 1).map((target): Named => ({ specifier: specifier.replace(/\/?\*$/, ''), path: target.replace(/^\.\//, '').replace(/\/?\*$/, '') })))
  })
}

/** As Nx matches: `a/*` and `a/**` by what they begin with, all else as an expression. */
function matcher(pattern: string): (specifier: string) => boolean {
  if (pattern.endsWith('/**')) return (specifier) => specifier.startsWith(pattern.slice(0, -2))
  if (pattern.endsWith('/*')) return (specifier) => specifier.startsWith(pattern.slice(0, -1)) && !specifier.slice(pattern.length - 1).includes('/')
  const [before, after] = pattern.split('/**/')
  if (before !== undefined && after !== undefined) return (specifier) => specifier.startsWith(before) && specifier.endsWith(after)
  try {
    const expression = new RegExp(pattern.slice(0, 500))
    return (specifier) => expression.test(specifier.slice(0, 500))
  } catch (error) {
    if (error instanceof SyntaxError) return () => false
    throw error
  }
}
