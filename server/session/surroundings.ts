import type { Path } from '../../rules/model/place.ts'
import { presetPages, presets, rulePages } from '../../rules/index.ts'
import { configTexts } from '../config/language/config-texts.ts'
import { startOf } from '../config/language/heir.ts'
import type { Surroundings } from '../config/language/surroundings.ts'
import { builtins } from '../engine/index.ts'
import type { Snapshot } from './session.ts'

export interface Asked {
  readonly configPath: Path
  /** The file that is asked about. */
  readonly path: Path
  /** The cursor in it, where something is to be typed. */
  readonly caret?: number | undefined
  /** As it is typed now. */
  readonly read: (path: Path) => string | undefined
  /** Names of the variables that a source reads. */
  readonly envOf: (path: Path) => readonly string[]
}

/** What the words of a configuration are about. */
export function surroundingsOf({ project, report, layout }: Snapshot, { configPath, path, caret, read, envOf }: Asked): Surroundings {
  let env: readonly string[] | undefined
  const texts = configTexts({ configPath, read, presets }, path, caret)
  const asked = texts.find((text) => text.path === path && text.preset === undefined)
  return {
    texts, start: asked === undefined ? '' : startOf(path, asked.sketch),
    project, layout, builtins,
    findings: report.findings,
    checks: rulePages,
    presets: presetPages,
    env: () => env ??= [...new Set(project.graph.files.filter((file) => project.isSource(file)).flatMap(envOf))].sort(),
  }
}
