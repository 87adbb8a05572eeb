// Violations that dependency-cruiser was told to pass over: what bulkhead's baseline knows from the first.
// Source: src/analyze/soften-known-violations.mjs of 18.7.2 (checked 2026-11)

import type { Finding } from '../../../../rules/model/finding.ts'
import { packageSpecifier, type Address } from '../../../../rules/model/link.ts'
import { type Beside, nameOf } from '../beside.ts'
import { isSettings, listIn, settingsIn, textIn, type Settings } from '../reading.ts'

const knownFile = '.dependency-cruiser-known-violations.json'

export function isKnownFile(path: string): boolean {
  return path === knownFile
}

interface Known {
  readonly rule: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly cycle: readonly string[]
}

/** Which findings they are; undefined where none is known. The file comes before the option. */
export function knownIn(options: Settings, beside: Beside): ((finding: Finding) => boolean) | undefined {
  const data = [...beside].find(([path]) => nameOf(path) === knownFile)?.[1]
  const written = data?.kind === 'value' ? data.value : options['knownViolations']
  const known = options['ignoreKnown'] === false ? [] : listIn(written).filter(isSettings).map(knownOf)
  return known.length === 0 ? undefined : (finding) => known.some((each) => isSame(each, finding))
}

function knownOf(violation: Settings): Known {
  const cycle = listIn(violation['cycle']).map((each) => textIn(isSettings(each) ? each['name'] : each) ?? '')
  return { rule: textIn(settingsIn(violation['rule'])['name']) ?? '', type: textIn(violation['type']) ?? 'dependency', from: textIn(violation['from']) ?? '', to: textIn(violation['to']) ?? '', cycle }
}

function isSame({ rule, type, from, to, cycle }: Known, finding: Finding): boolean {
  const { path } = finding.at
  switch (finding.rule) {
    case 'boundaries/rules': return finding.entry?.replace(/\/\d+$/, '') === rule && path === from && (type === 'reachability' || type === 'module' || finding.target === undefined || isEnd(finding.target, to))
    case 'boundaries/cycles': return type === 'cycle' && saidBy(finding) === rule && [from, ...cycle].every((member) => member === path || finding.via.includes(member))
    case 'boundaries/orphans': return type === 'module' && path === from
    case 'boundaries/stability': return type === 'instability' && path === from && finding.target !== undefined && isEnd(finding.target, to)
    default: return false
  }
}

/** An entry of cycles has no name; the rule's stands at the beginning of its reason. */
function saidBy({ because: [first] }: Finding): string {
  return first?.note.split(':')[0] ?? ''
}

function isEnd(end: Address, to: string): boolean {
  switch (end.kind) {
    case 'file': return end.path === to
    case 'package': return `/${to}`.includes(`/node_modules/${end.name}/`) || packageSpecifier(end) === to
    case 'builtin': return end.name === to
    case 'unknown': return end.specifier === to
    default: return false
  }
}
