// The configurations of other tools that bulkhead can read: one file a tool, which says what it finds as a draft.

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import { draftOf as boundaries } from './boundaries.ts'
import { draftOf as dependencyCruiser } from './dependency-cruiser.ts'
import { isKnownFile } from './dependency-cruiser/known.ts'
import { eslintConfigs } from './eslint.ts'
import type { CodeShape } from './code-shape.ts'
import type { Draft, Translation } from './draft.ts'
import { nothingBeside, type Beside } from './beside.ts'
import { draftOf as importLinter, speaksOfImportLinter } from './import-linter.ts'
import { draftOf as nx, isNxFile, speaksOfNx } from './nx.ts'
import { draftOf as packwerk, isPackwerkFile } from './packwerk.ts'
import { settle } from './settle.ts'
import { draftOf as sheriff, sheriffCode } from './sheriff.ts'
import { draftOf as tach, isTachFile, speaksOfTach } from './tach.ts'
import { draftOf as turborepo, isTurboFile } from './turborepo.ts'

export interface OtherTool {
  readonly id: string
  readonly title: string
  /** Where its configuration lies, seen from the project's root: the first that is there. */
  readonly configs: readonly string[]
  /** `extends` names other configurations: they stand in place of their names before anything is translated; 'local': only files do, and other names stay. */
  readonly hasExtends: boolean | 'local'
  /** Whether a file that has other things to say as well speaks of this tool; absent: it does. */
  speaksIn?(config: unknown): boolean
  /** Further files that say something, wherever they lie. Data all of them: nothing of them runs. */
  isBeside?(path: Path): boolean
  /** Of a configuration that is code. */
  readonly code?: CodeShape
  /** `imported`: packages that the project imports, declared or not. */
  draft(config: unknown, layout: Layout, beside: Beside, imported: readonly string[]): Draft
}

export const otherTools: readonly OtherTool[] = [
  {
    id: 'dependency-cruiser', title: 'dependency-cruiser', hasExtends: true,
    configs: ['js', 'cjs', 'mjs', 'json'].map((ending) => `.dependency-cruiser.${ending}`),
    isBeside: isKnownFile,
    draft: dependencyCruiser,
  },
  {
    id: 'eslint-boundaries', title: 'eslint-plugin-boundaries', hasExtends: 'local',
    configs: eslintConfigs, isBeside: (path) => path === 'package.json',
    draft: boundaries,
  },
  {
    id: 'nx', title: 'Nx', hasExtends: false,
    configs: [...eslintConfigs, '.eslintrc.base.json', 'eslint.base.config.mjs', 'eslint.base.config.js', 'eslint.base.config.cjs', 'eslint.base.config.ts'],
    speaksIn: speaksOfNx, isBeside: isNxFile,
    draft: nx,
  },
  { id: 'sheriff', title: 'Sheriff', hasExtends: false, configs: ['sheriff.config.ts', 'sheriff.config.mts', 'sheriff.config.js'], code: sheriffCode, draft: sheriff },
  { id: 'turborepo', title: 'Turborepo', hasExtends: false, configs: ['turbo.json', 'turbo.jsonc'], isBeside: isTurboFile, draft: turborepo },
  { id: 'import-linter', title: 'import-linter', hasExtends: false, configs: ['setup.cfg', '.importlinter', 'pyproject.toml'], speaksIn: speaksOfImportLinter, draft: importLinter },
  { id: 'tach', title: 'Tach', hasExtends: false, configs: ['tach.toml', 'pyproject.toml'], speaksIn: speaksOfTach, isBeside: isTachFile, draft: tach },
  { id: 'packwerk', title: 'Packwerk', hasExtends: false, configs: ['packwerk.yml', 'packwerk.yaml'], isBeside: isPackwerkFile, draft: packwerk },
]

/** Another tool's configuration as a bulkhead.yaml that has no problem in this project. Never touches the disk. */
export function translate(tool: OtherTool, config: unknown, source: string, layout: Layout, beside: Beside = nothingBeside, imported: readonly string[] = []): Translation {
  const draft = tool.draft(config, layout, beside, imported)
  return settle({ ...draft, opening: [`Carried over from ${source} (${tool.title}) by bulkhead init --from ${tool.id}.`, ...draft.opening] }, layout)
}
