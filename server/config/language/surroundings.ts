import type { JudgedFinding } from '../../../rules/model/finding.ts'
import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Project } from '../../../rules/model/rule.ts'
import type { Knowledge } from '../project.ts'
import type { ConfigText } from './config-texts.ts'

/** What the words of a configuration are about: the project as it was last judged, by the last good configuration. */
export interface Surroundings {
  /** The configuration and what it extends, as they are typed now; the one that is asked about among them. */
  readonly texts: readonly ConfigText[]
  /** From where the patterns of the one that is asked about start: '' for the root. */
  readonly start: Path
  readonly project: Project
  readonly layout: Layout
  readonly findings: readonly JudgedFinding[]
  readonly checks: readonly (Knowledge['checks'][number] & { readonly title: string })[]
  readonly presets: readonly { readonly id: string; readonly title: string }[]
  readonly builtins: readonly string[]
  /** Names of the environment variables that are read. Costs a look at every source, once. */
  env(): readonly string[]
}

const judged = new WeakMap<Project, readonly Path[]>()

/** The files that are judged: sources and others; sorted. */
export function judgedFiles({ project, layout }: Surroundings): readonly Path[] {
  const known = judged.get(project) ?? layout.files.filter(project.policy.isIncluded)
  judged.set(project, known)
  return known
}

/** Those in the folder where patterns start, from there. */
export function fromStart({ start }: Surroundings, files: readonly Path[]): readonly Path[] {
  return start === '' ? files : files.flatMap((path) => (path.startsWith(`${start}/`) ? path.slice(start.length + 1) : []))
}

/** Names of the modules that have files. */
export function instancesIn({ project: { policy } }: Surroundings): readonly string[] {
  return policy.modules.map(({ name }) => name)
}
