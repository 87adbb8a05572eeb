import { licenseTaken } from './license.ts'
import type { DependencyList } from './manifest.ts'
import type { Packages } from './packages.ts'
import type { NamePattern } from './pattern.ts'
import type { Path } from './place.ts'

/** How the nearest manifest declares a package. */
export type DeclaredAs = 'prod' | 'dev' | 'peer' | 'optional' | 'none' | 'twice'

export const declaredAs: readonly DeclaredAs[] = ['prod', 'dev', 'peer', 'optional', 'none', 'twice']

/** What stands in brackets behind a package: `pkg:*[license=MIT][declared=dev]`. */
export type PackageCondition =
  | { readonly kind: 'license'; readonly name: NamePattern }
  | { readonly kind: 'deprecated' }
  | { readonly kind: 'declared'; readonly as: DeclaredAs }

/** Whether a package is so, as its importer sees it. What is not known of it is not so. */
export function holds(condition: PackageCondition, name: string, importer: Path, packages: Packages): boolean {
  switch (condition.kind) {
    case 'license': {
      const license = packages.license(name, importer)
      return license !== undefined && licenseTaken(license, (one) => condition.name.match(one) !== undefined)
    }
    case 'deprecated': return packages.deprecation(name, importer) !== undefined
    case 'declared': {
      const lists = packages.lists(name, importer)
      return lists !== undefined && isDeclared(lists, condition.as)
    }
  }
}

function isDeclared(lists: readonly DependencyList[], as: DeclaredAs): boolean {
  if (as === 'none') return lists.length === 0
  return as === 'twice' ? lists.length > 1 : lists.includes(listOf[as])
}

const listOf: Readonly<Record<Exclude<DeclaredAs, 'none' | 'twice'>, DependencyList>> = {
  prod: 'dependencies', dev: 'devDependencies', peer: 'peerDependencies', optional: 'optionalDependencies',
}

export function writeCondition(condition: PackageCondition): string {
  switch (condition.kind) {
    case 'license': return `[license=${condition.name.written}]`
    case 'deprecated': return '[deprecated]'
    case 'declared': return `[declared=${condition.as}]`
  }
}
