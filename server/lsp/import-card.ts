import { join } from 'node:path'
import { plural } from '../report/plural.ts'
import { packageSpecifier } from '../../rules/model/link.ts'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, type Place } from '../../rules/model/place.ts'
import type { LockIn, Vendor, VendorPackage } from '../../rules/model/vendor.ts'
import type { End, ExplainedImport, Verdict } from '../session/index.ts'
import type { Documents } from './documents.ts'
import { code, plain } from './markdown.ts'
import type { Project } from './project.ts'
import { ruleHref } from './rule-page.ts'
import { toUri } from './to-lsp.ts'

const verdicts: Readonly<Record<Verdict, string>> = {
  forbidden: '**not allowed**',
  noted: 'noted, not forbidden',
  known: 'not allowed, known in the baseline',
  excepted: 'allowed by an exception or a comment',
  allowed: 'allowed',
  unjudged: 'not judged',
}

const lockIns: Readonly<Record<LockIn, string>> = {
  'proprietary-api': 'an api of its own',
  'depends-on-call': 'depends on what is called',
  'vendor-hosted-open-protocol': 'an open protocol, hosted by the vendor',
  'portable': 'portable',
}

/** What a hover says of an import, in markdown. */
export function importCard(project: Project, documents: Documents, explained: ExplainedImport): string {
  const { from, to, origins, verdict, findings, vendor, importers } = explained
  const link = (place: Place): string => linkTo(project, documents, place)
  return [
    `${ended(from)} → ${ended(to)}: ${verdicts[verdict]}`,
    ...origins.map((origin) => `defined in ${origin.address.kind === 'file' ? `${code(origin.address.path)}, ${ended(origin)}` : ended(origin)}`),
    ...findings.map((finding) => [
      `[${finding.entry ?? finding.rule}](${ruleHref(finding.rule)}): ${plain(finding.message)}`,
      ...finding.because.map(({ at, note }) => `${plain(note)} (${link(at)})`),
      // The vendor's card below says the same, and more.
      ...(finding.rule === 'vendors/sdk' ? [] : finding.help.map(plain)),
    ].join('  \n')),
    ...(findings.length === 0 ? whyAllowed(explained, link) : []),
    ...(vendor === undefined ? [] : [vendorCard(vendor)]),
    importers > 1 ? `${plural(importers, 'file')} import it` : 'no other file imports it',
  ].join('\n\n')
}

function ended({ name, layers, address }: End): string {
  if (address.kind === 'package') return code(packageSpecifier(address))
  if (address.kind === 'builtin') return `${code(address.name)} (built-in)`
  if (address.kind === 'env') return `the variable ${code(address.name)}`
  if (address.kind === 'state') return `the module state ${code(address.name)}`
  if (address.kind === 'unknown' || address.kind === 'unjudged') return code(address.specifier)
  return layers.length === 0 ? code(name) : `${code(name)} (${layers.map(plain).join(', ')})`
}

function whyAllowed({ from, to, edge, verdict }: ExplainedImport, link: (place: Place) => string): string[] {
  if (verdict === 'unjudged') return [edge.to.kind === 'unjudged' ? 'it leads to a file that is ignored' : 'without a configuration, or in a test, an import may lead anywhere']
  if (from.module !== undefined && from.module === to.module) return [`both are ${code(from.module.name)}`]
  const api = to.module?.api
  if (to.module === undefined || api === undefined) return ['no line forbids it']
  return [`no line forbids it${api === 'open' || to.isOpen !== true ? '' : `; the api of ${code(to.module.name)} opens this file (${link(api.at)})`}${to.module.why === undefined ? '' : `  \n${plain(to.module.why)}`}`]
}

function vendorCard({ vendor, entry }: { readonly vendor: Vendor; readonly entry: VendorPackage }): string {
  const product = [vendor.name, entry.spoken ?? entry.capability].filter((word) => word !== '').join(' ')
  return [
    `**${plain(product)} SDK**: ${lockIns[entry.level]}`,
    plain(entry.why),
    ...entry.instead.map(({ what, packages }, index) => `${index === 0 ? 'instead' : 'or'}: ${plain(what)}${packages.length === 0 ? '' : ` (${packages.map(code).join(', ')})`}`),
  ].join('  \n')
}

function linkTo(project: Project, documents: Documents, at: Place): string {
  const { path, span } = at
  const line1 = positionAt(project.session.lines(path), span.start).line0 + 1
  return `[${plain(spokenLine(at, line1))}](${toUri(documents, join(project.root, path))}#L${line1})`
}
