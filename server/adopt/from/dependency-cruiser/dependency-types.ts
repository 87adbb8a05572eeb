// dependency-cruiser's dependency types say three things at once: where an import leads, in which form it is written, and by which alias.
// Source: doc/rules-reference.md#dependencytypes of dependency-cruiser 18.7.2 (checked 2026-11)

import type { EndClass } from '../../../../rules/model/selector.ts'
import type { Kind } from './kinds.ts'

export type Meaning =
  | { readonly by: 'class'; readonly of: EndClass }
  /** A package, by what its manifest or its registry says of it. */
  | { readonly by: 'package'; readonly attribute: string }
  | { readonly by: 'kind'; readonly kinds: readonly Kind[] }
  | { readonly by: 'alias'; readonly written: readonly string[] }
  /** `isUnseen`: bulkhead finds no such import, so that leaving it out changes nothing. */
  | { readonly by: 'nothing'; readonly reason: string; readonly isUnseen?: true }

const declared = (how: string): Meaning => ({ by: 'package', attribute: `[declared=${how}]` })
const kinds = (...of: Kind[]): Meaning => ({ by: 'kind', kinds: of })
const alias = (...written: string[]): Meaning => ({ by: 'alias', written })
const nothing = (reason: string) => ({ by: 'nothing', reason }) as const

const amd: Meaning = { ...nothing('bulkhead reads no AMD modules'), isUnseen: true }
const slashes: Meaning = { ...nothing('bulkhead reads no triple-slash directives'), isUnseen: true }

const meanings: Readonly<Record<string, Meaning>> = {
  local: { by: 'class', of: 'file' },
  core: { by: 'class', of: 'builtin' },
  unknown: { by: 'class', of: 'unresolved' },
  undetermined: { ...nothing('bulkhead knows of each import where it leads'), isUnseen: true },
  npm: declared('prod'), 'npm-dev': declared('dev'), 'npm-optional': declared('optional'), 'npm-peer': declared('peer'),
  'npm-no-pkg': declared('none'), 'npm-unknown': declared('none'),
  deprecated: { by: 'package', attribute: '[deprecated]' },
  'npm-bundled': nothing('bulkhead does not look at what a package bundles'),
  localmodule: nothing('bulkhead takes local code for files, whatever folder it is found through'),
  import: kinds('value', 'elided', 'type'),
  export: kinds('reexport'),
  require: kinds('require'),
  'dynamic-import': kinds('dynamic'),
  'type-only': kinds('type'),
  'pre-compilation-only': kinds('type', 'elided'),
  'exotic-require': kinds('call'),
  jsdoc: kinds('jsdoc'), 'jsdoc-bracket-import': kinds('jsdoc'), 'jsdoc-import-tag': kinds('jsdoc'),
  'process-get-builtin-module': kinds('call:process.getBuiltinModule'),
  'import-equals': nothing('bulkhead does not tell import = require() from other imports'),
  'type-import': nothing('bulkhead does not tell import(\'x\').T from other imports of types'),
  aliased: alias('paths', 'base-url', 'subpath', 'workspace'),
  'aliased-tsconfig': alias('paths', 'base-url'),
  'aliased-tsconfig-paths': alias('paths'),
  'aliased-tsconfig-base-url': alias('base-url'),
  'aliased-subpath-import': alias('subpath'),
  'aliased-workspace': alias('workspace'),
  'aliased-webpack': nothing('bulkhead reads no aliases of webpack'),
  'amd-define': amd, 'amd-require': amd, 'amd-exotic-require': amd, 'triple-slash-amd-dependency': amd,
  'triple-slash-directive': slashes, 'triple-slash-file-reference': slashes, 'triple-slash-type-reference': slashes,
}

export const everyAlias: readonly string[] = ['relative', 'paths', 'base-url', 'subpath', 'workspace', 'package']

export function meaningOf(type: string): Meaning {
  return Object.hasOwn(meanings, type) ? meanings[type] ?? nothing(`${type} is no dependency type`) : nothing(`${type} is no dependency type`)
}
