// A draft, until the reader of configurations has no fault to find with it in this project. What it refuses stands as a comment,
// with the reader's own reason, and as it would read: the same command says it once this project or bulkhead has come that far.

import { rulePages, vendors } from '../../../rules/index.ts'
import type { Layout } from '../../../rules/model/layout.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { compile } from '../../config/compile.ts'
import { readConfig } from '../../config/read.ts'
import type { Draft, Entry, Translation, Unsaid } from './draft.ts'
import { writeDraft, type WrittenDraft } from './write-draft.ts'

const path = 'bulkhead.yaml'

export function settle(first: Draft, layout: Layout): Translation {
  let draft = first
  for (;;) {
    const written = writeDraft(draft)
    const problems = problemsOf(written.text, layout)
    if (problems.length === 0) return { text: written.text, carried: carriedBy(draft.entries), unsaid: draft.unsaid, ...(draft.isKnown !== undefined && { isKnown: draft.isKnown }) }
    draft = mended(draft, written, problems)
  }
}

function problemsOf(text: string, layout: Layout): readonly Problem[] {
  const { config, problems } = readConfig(path, text)
  return config === undefined ? problems : compile(config, layout, { vendors, checks: rulePages }).problems
}

function mended(draft: Draft, written: WrittenDraft, problems: readonly Problem[]): Draft {
  const faults = new Map<Entry, Problem[]>()
  for (const problem of problems) {
    const found = written.places.find(({ span }) => problem.at !== undefined && problem.at.span.start >= span.start && problem.at.span.start < span.end)
    if (found === undefined) throw new Error(`a translation has a problem that is no entry's: ${problem.message}\n${written.text}`)
    faults.set(found.entry, [...faults.get(found.entry) ?? [], problem])
  }
  const unsaid: Unsaid[] = [...draft.unsaid]
  const entries = draft.entries.flatMap((entry): readonly Entry[] => {
    const found = faults.get(entry)
    if (found === undefined) return [entry]
    const relaxed = found.every(({ kind }) => kind === 'no-match') ? asOptional(entry) : undefined
    if (relaxed !== undefined) return [relaxed]
    unsaid.push({ what: entry.what, reason: [...new Set(found.map(({ message }) => message))].join('; '), meant: entry, section: entry.section })
    return []
  })
  return { ...draft, entries, unsaid }
}

/** The other tool says nothing of a rule that guards nothing; here that is a decision, and stands there. */
function asOptional(entry: Entry): Entry | undefined {
  const { value, section } = entry
  if ((section !== 'rules' && section !== 'modules') || typeof value !== 'object' || Array.isArray(value) || 'optional' in value) return undefined
  return { ...entry, value: { ...value, optional: true } }
}

function carriedBy(entries: readonly Entry[]): number {
  return new Set(entries.filter(({ isSetting }) => isSetting !== true).map(({ what }) => what)).size
}
