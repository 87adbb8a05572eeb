import type { Known } from '../../rules/model/known.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import { presets, rulePages, vendors } from '../../rules/index.ts'
import type { ReadText } from '../config/bases.ts'
import { baselineName, readBaseline } from '../config/baseline.ts'
import { compile } from '../config/compile.ts'
import { orphanedHeir, withHeirs, type HeirText } from '../config/heirs.ts'
import { configsBelow, isAsked } from '../config/included.ts'
import { innerProblems } from '../config/inner-problems.ts'
import { readConfig } from '../config/read.ts'
import { decode } from '../engine/index.ts'
import type { Reading } from '../io/files.ts'
import { configName, inherits } from '../io/project-root.ts'

export interface ReadPolicy {
  /** Absent where the configuration cannot be read at all. */
  readonly policy?: Policy
  readonly known: readonly Known[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  /** There is a file, be it right or wrong. */
  readonly isWritten: boolean
  /** The configuration and all that it extends, or would if it were there; and each one further down, which may be a part of it. */
  readonly readFrom: ReadonlySet<Path>
  /** Those further down that are. */
  readonly heirs: ReadonlySet<Path>
  /** Neither the configuration nor the baseline has a problem. */
  readonly isValid: boolean
}

/** The configuration, compiled for these files, and the baseline beside it. What is there and cannot be read is no absence: nothing would be judged by it. */
export function readPolicy(layout: Layout, configPath: Path, read: (path: Path) => Reading): ReadPolicy {
  const unreadable: Problem[] = []
  const textOf = (path: Path): string | undefined => {
    const reading = read(path)
    if (reading.kind === 'problem') unreadable.push(reading.problem)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  const baseline = textOf(baselineName)
  const { known, problems: ofBaseline } = baseline === undefined ? { known: [], problems: [] } : readBaseline(baselineName, baseline)
  const text = textOf(configPath)
  const readFrom = new Set([configPath])
  const readBase = (path: Path): ReadText => {
    readFrom.add(path)
    const reading = read(path)
    return reading.kind === 'bytes' ? { kind: 'text', text: decode(reading.bytes) } : reading
  }
  const config = text === undefined ? undefined : readConfig(configPath, text, { presets, read: readBase })
  const isWritten = text !== undefined || unreadable.some(({ at }) => at?.path === configPath)
  const inner = configsBelow(layout, configPath, config?.config).map((path) => ({ path, text: textOf(path) }))
  for (const { path } of inner) readFrom.add(path)
  const { heirs: heirTexts, own } = apart(inner.map(({ path, text = '' }) => ({ path, text })))
  const whole = config?.config === undefined ? config : withHeirs(config.config, heirTexts)
  const readable = new Set(inner.filter(({ text }) => text !== undefined).map(({ path }) => path))
  const ofInner = (text === undefined ? !isWritten : config?.config !== undefined)
    ? own.filter(({ path }) => readable.has(path) && isAsked(config?.config, layout, path)).flatMap(innerProblems) : []
  const heirs = new Set(heirTexts.map(({ path }) => path))
  const basis = { known, isWritten, readFrom, heirs }
  if (whole !== undefined && whole.config === undefined) return { ...basis, problems: [...unreadable, ...whole.problems, ...ofInner, ...ofBaseline], notes: [], isValid: false }
  const compiled = compile(whole?.config, layout, { vendors, checks: rulePages })
  const problems = [...unreadable, ...compiled.problems, ...(isWritten ? [] : heirTexts.map(orphanedHeir)), ...ofInner, ...ofBaseline]
  return { ...basis, policy: compiled.policy, problems, notes: [...compiled.notes, ...isWritten ? [] : unreadName(layout, configPath)], isValid: problems.length === 0 }
}

/** Its name is one slip away, and in silence it would guard nothing. */
function unreadName({ files }: Layout, configPath: Path): readonly Note[] {
  const short = configPath.replace(/\.yaml$/, '.yml')
  return short !== configPath && files.includes(short) ? [{ message: `${short} is not read: call it ${configPath}` }] : []
}

/** Those further down that are parts of this project, and the outermost that are none. What a project of its own holds belongs to that. */
function apart(inner: readonly HeirText[]): { readonly heirs: readonly HeirText[]; readonly own: readonly HeirText[] } {
  const isHeir = new Map(inner.map((each) => [each, inherits(each.text)]))
  const folderOf = ({ path }: HeirText): Path => path.slice(0, -configName.length)
  const folders = inner.filter((each) => isHeir.get(each) === false).map(folderOf)
  const outer = inner.filter((each) => !folders.some((folder) => folder !== folderOf(each) && each.path.startsWith(folder)))
  return { heirs: outer.filter((each) => isHeir.get(each) === true), own: outer.filter((each) => isHeir.get(each) === false) }
}
