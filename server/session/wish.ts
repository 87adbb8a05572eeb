import type { ImportKind } from '../../rules/model/facts.ts'
import { packageSpecifier, type Address, type Written } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'

/** An import that need not exist. */
export interface Wish {
  readonly from: Path
  readonly to: Address
}

/** How it is imagined to be written. Of what is not said, an entry that is about it alone does not judge. */
export interface Wording {
  readonly kind?: ImportKind
  readonly names?: readonly string[]
  readonly written?: Written
}

export function specifierOf(to: Address): string {
  return to.kind === 'package' ? packageSpecifier(to) : ''
}

/** Where nobody says how an import of a file is written: in none of the ways that some entry is about, as long as one is left. */
export function writtenAs({ policy }: Project, asked?: Written): (to: Address) => Written {
  const ofFiles = asked ?? allWritten.find((each) => !policy.entries.some(({ written }) => written?.has(each))) ?? 'relative'
  return (to) => to.kind === 'file' ? ofFiles : 'package'
}

const allWritten: readonly Written[] = ['relative', 'paths', 'base-url', 'subpath', 'workspace', 'package']
