// Which findings a change is answerable for: `--staged` and `--since` report on these alone.

import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'

export interface Change {
  readonly changed: ReadonlySet<Path>
  readonly deleted: ReadonlySet<Path>
  /** Where the configuration is, by whatever name. */
  readonly configPath: Path
}

/**
 * Findings in a changed file or through one, and those elsewhere that were not there before: an import whose target it deleted, a cycle
 * that it closes, a symbol that it moved. All of them where the change is to the rules of judging themselves.
 * `before` answers with the findings at the base; it is asked only when there is something elsewhere to compare.
 */
export function changedFindings(findings: readonly JudgedFinding[], change: Change, before: () => readonly JudgedFinding[]): readonly JudgedFinding[] {
  if ([...change.changed, ...change.deleted].some((path) => path === change.configPath || judgesAll(path))) return findings
  const touched = new Set(findings.filter((finding) => touches(finding, change)))
  const elsewhere = findings.filter((finding) => !touched.has(finding))
  if (elsewhere.length === 0) return findings
  const left = new Map<string, number>()
  for (const { key } of before()) left.set(key, (left.get(key) ?? 0) + 1)
  const caused = new Set(elsewhere.filter(({ key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  }))
  return findings.filter((finding) => touched.has(finding) || caused.has(finding))
}

function touches(finding: JudgedFinding, { changed }: Change): boolean {
  return changed.has(finding.at.path) || finding.via.some((path) => changed.has(path))
}

/** The configuration, a tsconfig or a manifest: what it says of one file may change the verdict on any other. */
function judgesAll(path: Path): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name === 'bulkhead.yaml' || name === 'bulkhead-baseline.yaml' || name === 'package.json' || name === 'pnpm-workspace.yaml' || /^[jt]sconfig.*\.json$/.test(name)
}
