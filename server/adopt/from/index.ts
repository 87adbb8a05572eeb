// The configurations of other tools that bulkhead can read: one file a tool, which says what it finds as a draft.

import type { Layout } from '../../../rules/model/layout.ts'
import { draftOf as boundaries } from './boundaries.ts'
import { draftOf as dependencyCruiser } from './dependency-cruiser.ts'
import type { Draft, Translation } from './draft.ts'
import { settle } from './settle.ts'

export interface OtherTool {
  readonly id: string
  readonly title: string
  /** Where its configuration lies, seen from the project's root: the first that is there. */
  readonly configs: readonly string[]
  /** `extends` names other configurations: they stand in place of their names before anything is translated. */
  readonly hasExtends: boolean
  draft(config: unknown, layout: Layout): Draft
}

export const otherTools: readonly OtherTool[] = [
  {
    id: 'dependency-cruiser', title: 'dependency-cruiser', hasExtends: true,
    configs: ['js', 'cjs', 'mjs', 'json'].map((ending) => `.dependency-cruiser.${ending}`),
    draft: dependencyCruiser,
  },
  {
    id: 'eslint-plugin-boundaries', title: 'eslint-plugin-boundaries', hasExtends: false,
    configs: [...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`), ...['js', 'cjs', 'yaml', 'yml', 'json'].map((ending) => `.eslintrc.${ending}`)],
    draft: boundaries,
  },
]

/** Another tool's configuration as a bulkhead.yaml that has no problem in this project. Never touches the disk. */
export function translate(tool: OtherTool, config: unknown, source: string, layout: Layout): Translation {
  const draft = tool.draft(config, layout)
  return settle({ ...draft, opening: [`Carried over from ${source} (${tool.title}) by bulkhead init --from ${tool.id}.`, ...draft.opening] }, layout)
}
