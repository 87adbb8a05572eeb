import { describe } from '../model/describe.ts'
import type { Because, Finding, Fix, Severity } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import { packageSpecifier } from '../model/link.ts'
import type { Path } from '../model/place.ts'
import { picker } from '../model/picker.ts'
import type { VendorPolicy } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { FileJudge, Project, Rule } from '../model/rule.ts'
import type { Selector } from '../model/selector.ts'
import type { Alternative, LockIn, VendorPackage } from '../model/vendor.ts'
import { holdingsOf, type Holding } from './holdings.ts'

/** An import of a vendor's SDK outside the modules that `vendors.allow` names for it. */
export const sdk: Rule = {
  id: 'vendors/sdk',
  title: 'A vendor SDK outside the modules that may hold it',
  level: 'error',
  judges: 'files',
  of: (project) => (project.policy.vendors === undefined ? counted(project) : judged(project, project.policy.vendors)),
}

const locking: ReadonlySet<LockIn> = new Set(['proprietary-api', 'depends-on-call'])

/** Without a `vendors` block nobody decided where vendors belong: what locks in is shown, and nothing is wrong. */
function counted(project: Project): FileJudge {
  const held = holdingsOf(project)
  return (file) => held(file).filter(({ entry }) => locking.has(entry.level)).map((holding) => finding(project, holding, { severity: 'info', because: [] }))
}

function judged(project: Project, { allow, levels }: VendorPolicy): FileJudge {
  if (allow === undefined) return () => []
  const held = holdingsOf(project)
  const picks = remembered((where: Selector) => picker(project, where))
  return (file) => held(file).flatMap((holding) => {
    const { vendor, entry } = holding
    const severity = levels[entry.level]
    if (severity === 'off') return []
    const permission = allow.by(vendor.id, entry.service, entry.capability)
    const path = project.graph.files[file] ?? ''
    if (permission && picks(permission.where)({ kind: 'file', path }, path)) return []
    const because = permission
      ? { at: permission.at, note: `only ${describe(permission.where)} may hold ${covered(permission.written)}` }
      : { at: allow.at, note: `nobody may hold ${vendor.name} SDKs: vendors.allow names no place for them` }
    return finding(project, holding, { severity, because: [because] })
  })
}

function covered(written: string): string {
  return written === '*' ? 'vendor SDKs' : `SDKs of ${written}`
}

function finding(project: Project, holding: Holding, verdict: { readonly severity: Severity; readonly because: readonly Because[] }): Finding {
  const importer = project.graph.edge(holding.edge).from
  return findingAt(project, holding.edge, {
    rule: sdk.id,
    ...verdict,
    message: message(homeOf(project.policy, importer), holding),
    help: [reason(holding.entry), ...waysOut(holding)],
    via: holding.via,
    target: holding.package,
    fixes: replacement(holding, importer),
  })
}

/** The longest of these that fits: who and what always stay. */
function message(home: string, { vendor, entry, package: held }: Holding): string {
  const product = [vendor.name, entry.spoken ?? entry.capability].filter((word) => word !== '').join(' ')
  const name = packageSpecifier(held)
  const sayings = [
    `${home} holds the ${product} SDK (${name})`,
    `${home} holds the ${product} SDK`,
    `${home} holds ${name}`,
    `holds the ${product} SDK (${name})`,
  ]
  return sayings.find((saying) => saying.length <= 100) ?? `holds the ${product} SDK`
}

function reason({ level, why }: VendorPackage): string {
  return `${locking.has(level) ? 'locks in' : 'open protocol'}: ${why.replace(/\.$/, '')}`
}

function waysOut({ entry, package: held }: Holding): string[] {
  return entry.instead.map(({ what, packages }: Alternative, i) => {
    const others = packages.filter((name) => name !== held.name)
    return `${i === 0 ? 'instead' : 'or'}: ${what}${others.length === 0 ? '' : ` (${others.join(', ')})`}`
  })
}

/** Only the file that names the package can be rewritten, if it is code from end to end; who holds it through a barrel follows. */
function replacement({ entry, package: held, via }: Holding, path: Path): Fix[] {
  if (entry.codemod === undefined || via.length > 0 || !/\.[cm]?[jt]sx?$/.test(path)) return []
  const portable = entry.instead[0]?.packages[0]
  return [{
    id: 'replace',
    title: `Replace ${held.name}${portable === undefined ? '' : ` by ${portable}`}`,
    safety: 'review',
    rewrite: entry.codemod,
    arguments: { path, package: held.name },
  }]
}
