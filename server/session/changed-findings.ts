// Which findings a change is answerable for: `--staged` and `--since` report on these alone.

import type { JudgedFinding, Status } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'

export interface Change {
  readonly changed: ReadonlySet<Path>
  /** Those of them that were there before. */
  readonly modified: ReadonlySet<Path>
  readonly deleted: ReadonlySet<Path>
  /** Where the configuration is, by whatever name, and what it extends. */
  readonly configFiles: ReadonlySet<Path>
}

/**
 * Findings in a changed file or through one, and those elsewhere that were not there before: an import whose target it deleted, a cycle
 * that it closes, a symbol that it moved. All of them where the change is to the rules of judging themselves.
 * `before` answers with the findings at the base; it is asked only when there is something elsewhere to compare.
 */
export function changedFindings(findings: readonly JudgedFinding[], change: Change, before: () => readonly JudgedFinding[]): readonly JudgedFinding[] {
  if ([...change.changed, ...change.deleted].some((path) => change.configFiles.has(path) || judgesAll(path))) return findings
  return caused(newWhereChanged(findings, change), change, before)
}

/** Of findings that share a key, of which the baseline knows some: what stands outside the change is what it knew. */
function newWhereChanged(findings: readonly JudgedFinding[], change: Change): readonly JudgedFinding[] {
  const unknown = new Map<string, number>()
  for (const { key, status } of findings) if (status === 'new') unknown.set(key, (unknown.get(key) ?? 0) + 1)
  const isShared = ({ key, status }: JudgedFinding): boolean => status !== 'allowed' && unknown.has(key)
  const status = new Map<JudgedFinding, Status>()
  const shared = findings.filter(isShared).reverse()
  for (const finding of [...shared.filter((each) => touches(each, change)), ...shared.filter((each) => !touches(each, change))]) {
    const left = unknown.get(finding.key) ?? 0
    status.set(finding, left > 0 ? 'new' : 'known')
    unknown.set(finding.key, left - 1)
  }
  return findings.map((finding) => ({ ...finding, status: status.get(finding) ?? finding.status }))
}

function caused(findings: readonly JudgedFinding[], change: Change, before: () => readonly JudgedFinding[]): readonly JudgedFinding[] {
  const touched = new Set(findings.filter((finding) => touches(finding, change)))
  const movesFiles = change.deleted.size > 0 || [...change.changed].some((path) => !change.modified.has(path) || path.endsWith('.gitignore'))
  const elsewhere = findings.filter((finding) => !touched.has(finding) && (movesFiles || isOfAll(finding)))
  if (elsewhere.length === 0) return findings.filter((finding) => touched.has(finding))
  const left = new Map<string, number>()
  for (const { key } of before()) left.set(key, (left.get(key) ?? 0) + 1)
  const came = new Set(elsewhere.filter(({ key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  }))
  return findings.filter((finding) => touched.has(finding) || came.has(finding))
}

/**
 * What any change may cause, though it names no file of it: a circle of modules, an exception that covers nothing any more, a file that nothing leads to. All else that a
 * change within files causes has one of them at its place or on its way.
 */
function isOfAll({ rule, key }: JudgedFinding): boolean {
  return rule.startsWith('policy/') || rule === 'boundaries/orphans' || rule === 'boundaries/stability' || key.startsWith('boundaries/cycles module:')
}

function touches(finding: JudgedFinding, { changed }: Change): boolean {
  return changed.has(finding.at.path) || finding.via.some((path) => changed.has(path))
}

/** The configuration, a tsconfig or a manifest: what it says of one file may change the verdict on any other. */
function judgesAll(path: Path): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name === 'bulkhead.yaml' || name === 'bulkhead-baseline.yaml' || name === 'package.json' || name === 'pnpm-workspace.yaml' || /^[jt]sconfig.*\.json$/.test(name)
}
