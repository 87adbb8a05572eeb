// dependency-cruiser's configuration, said in bulkhead's words.

import type { Layout } from '../../../rules/model/layout.ts'
import { allowedOf } from './dependency-cruiser/allowed.ts'
import { nothingBeside, type Beside } from './beside.ts'
import { forbiddenOf } from './dependency-cruiser/forbidden.ts'
import { knownIn } from './dependency-cruiser/known.ts'
import { requiredOf } from './dependency-cruiser/required.ts'
import { ruleSet } from './dependency-cruiser/rule-set.ts'
import { settingOf } from './dependency-cruiser/scene.ts'
import type { Draft, Entry, Unsaid } from './draft.ts'
import { isSettings } from './reading.ts'
import { anyOf, type Selector } from './selector.ts'

/** `config`: with what it extends in the place of the names. */
export function draftOf(config: unknown, layout: Layout, beside: Beside = nothingBeside, imported: readonly string[] = []): Draft {
  const rules = ruleSet(config)
  const setting = settingOf(rules, layout, imported)
  const said = [
    ...rules.forbidden.map((rule) => forbiddenOf(rule, setting)),
    ...rules.required.map((rule) => requiredOf(rule, setting)),
    allowedOf(rules, setting),
  ]
  const isKnown = knownIn(rules.options, beside)
  const entries = joined(said.flatMap((each) => each.entries))
  return {
    ...(isKnown !== undefined && { isKnown }),
    opening: setting.remarks,
    entries: [...setting.entries, ...numbered(entries.entries), ...unresolvedOff(entries.entries)],
    unsaid: [...setting.unsaid, ...said.flatMap((each) => each.unsaid), ...entries.unsaid],
  }
}

/** An id is given once. A rule that became several entries is each of them. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const used = new Map<string, number>()
  return entries.map((entry) => {
    if (entry.section !== 'rules' || !isSettings(entry.value)) return entry
    const times = (used.get(entry.what) ?? 0) + 1
    used.set(entry.what, times)
    return times === 1 ? entry : { ...entry, value: { ...entry.value, id: `${entry.what}/${times}` } }
  })
}

/** A check is set once: of rules that differ in nothing but their files, for all of these. */
function joined(entries: readonly Entry[]): { readonly entries: readonly Entry[]; readonly unsaid: readonly Unsaid[] } {
  const [kept, unsaid]: [Entry[], Unsaid[]] = [[], []]
  for (const entry of entries) {
    const other = kept.find(({ section, key }) => section === 'checks' && entry.section === 'checks' && key === entry.key)
    if (other === undefined) kept.push(entry)
    else if (together(other, entry) !== undefined) kept[kept.indexOf(other)] = together(other, entry) ?? other
    else unsaid.push({ what: entry.what, reason: `${entry.key ?? ''} is set once, and ${other.what} sets it already`, meant: entry, section: 'checks' })
  }
  return { entries: kept, unsaid }
}

function together(one: Entry, other: Entry): Entry | undefined {
  if (!isSettings(one.value) || !isSettings(other.value)) return undefined
  const { in: own, ...rest } = one.value
  const { in: others, ...otherRest } = other.value
  if (JSON.stringify(rest) !== JSON.stringify(otherRest)) return undefined
  const { severity, ...options } = rest
  const files = own === undefined || others === undefined ? {} : { in: anyOf([own as Selector, others as Selector]) }
  return { ...one, value: { severity, ...files, ...options } as Entry['value'], remark: [one.remark, other.remark].join('; ') }
}

/** What leads nowhere is a rule's business where one says so, and then not the check's too. */
function unresolvedOff(entries: readonly Entry[]): readonly Entry[] {
  const isSaid = entries.some(({ section, value }) => section === 'rules' && isSettings(value) && value['forbid'] === 'unresolved:*' && value['from'] === '*')
  return isSaid ? [{ section: 'checks', what: 'options', key: 'boundaries/unresolved', value: 'off', isSetting: true }] : []
}
