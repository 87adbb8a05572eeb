import type { Edit } from '../../rules/model/edit.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import { apply, type NewTexts } from '../engine/index.ts'
import type { Session } from './session.ts'

export interface Fixed {
  readonly before: ReadonlyMap<Path, string>
  readonly after: NewTexts
  /** How many findings were put right. */
  readonly count: number
}

/** Enough for fixes that uncover others; more means that two of them undo each other. */
const rounds = 10

/** Takes every safe fix of the findings that are shown, until none is left. The session holds the new texts; nothing is written. */
export async function fixAll(session: Session, isShown: (finding: JudgedFinding) => boolean): Promise<Fixed> {
  const before = new Map<Path, string>()
  const after = new Map<Path, string | undefined>()
  let count = 0
  for (let round = 0; round < rounds; round++) {
    const findings = session.snapshot().report.findings.filter((finding) => finding.status === 'new' && isShown(finding))
    const taken = await takeSafe(session, findings)
    if (taken.count === 0) break
    for (const [path, text] of taken.texts) {
      if (!before.has(path)) before.set(path, session.text(path) ?? '')
      after.set(path, text)
    }
    session.apply([...taken.texts].map(([path, text]) => ({ kind: 'text', path, text })))
    count += taken.count
  }
  return { before, after, count }
}

export interface SafeFixes {
  readonly edits: readonly Edit[]
  readonly texts: NewTexts
  readonly count: number
}

/** The safe fixes of findings, as many as go together: one whose edits overlap those before it waits for the next round. */
export async function takeSafe(session: Session, findings: readonly JudgedFinding[]): Promise<SafeFixes> {
  let edits: readonly Edit[] = []
  let texts: NewTexts = new Map()
  let count = 0
  for (const finding of findings) {
    const fix = finding.fixes.find(({ safety }) => safety === 'safe')
    if (fix === undefined) continue
    const more = (await session.edits(fix)).edits
    if (more.length === 0) continue
    const together = [...edits, ...more]
    const applied = apply(textsOf(session, together), together)
    if (applied.kind === 'problem') continue
    edits = together
    texts = applied.texts
    count++
  }
  return { edits, texts, count }
}

function textsOf(session: Session, edits: readonly Edit[]): ReadonlyMap<Path, string> {
  return new Map([...new Set(edits.map(({ path }) => path))].flatMap((path) => {
    const text = session.text(path)
    return text === undefined ? [] : [[path, text] as const]
  }))
}
