import { isSource } from '../../server/engine/index.ts'
import { configName, open } from '../../server/session/index.ts'

/** The files that bulkhead lists in a project, and the sources among them, whose imports it reads; from the root. */
export function sourcesOf(root: string): { readonly listed: readonly string[]; readonly sources: readonly string[] } {
  const opened = open({ root, configPath: configName, view: { kind: 'tree' }, today: () => '2026-11-22' })
  if (opened.kind === 'failed') throw new Error(opened.message)
  const { project, layout } = opened.session.snapshot()
  return { listed: layout.files, sources: project.graph.files.filter((path) => isSource(path)) }
}
