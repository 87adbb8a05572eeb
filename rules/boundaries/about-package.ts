import type { Address } from '../model/link.ts'
import type { PackageCondition } from '../model/package-condition.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { atomsOf } from '../model/take.ts'

/** What is known of a package that an entry asks about: its licence, why nobody should use it, how it is declared. */
export function aboutPackage(project: Project, { subject, object }: Entry, to: Address, from: Path): readonly string[] {
  if (to.kind !== 'package') return []
  const asked = new Set([...atomsOf(subject), ...atomsOf(object)].flatMap(({ atom }) => (atom.kind === 'package' ? atom.conditions ?? [] : [])).map(({ kind }) => kind))
  return [...asked].flatMap((kind) => told[kind](project, to.name, from))
}

const told: Readonly<Record<PackageCondition['kind'], (project: Project, name: string, from: Path) => readonly string[]>> = {
  license({ policy: { packages } }, name, from) {
    const license = packages.license(name, from)
    return [license === undefined ? 'its licence is unknown: it is not installed, or says none' : `its licence is ${license}`]
  },
  deprecated({ policy: { packages } }, name, from) {
    const because = packages.deprecation(name, from)
    return because === undefined ? [] : [`it is deprecated${because === '' ? '' : `: ${because}`}`]
  },
  declared({ policy: { packages }, packageAround }, name, from) {
    const lists = packages.lists(name, from)
    return lists === undefined ? [] : [`${packageAround(from)?.path ?? 'package.json'} declares it ${lists.length === 0 ? 'nowhere' : `in ${lists.join(' and ')}`}`]
  },
}
