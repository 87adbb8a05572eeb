import type { Edge, FileId } from '../../rules/model/graph.ts'
import type { Address } from '../../rules/model/link.ts'
import { importsOf, layerOf, shownFiles, type GraphView } from './graph-view.ts'
import { startOf } from './positions.ts'

/** For scripts: every file with its imports, in source order. */
export function renderGraphJson(view: GraphView): string {
  const files = shownFiles(view).map((file) => fileJson(view, file))
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`
}

function fileJson(view: GraphView, file: FileId) {
  const { graph, policy } = view
  const path = graph.files[file] ?? ''
  const ids = importsOf(graph, file)
  const lines = new Map(ids.length === 0 ? [] : [[path, view.linesOf(path)]])
  // An undefined value leaves its key out.
  return {
    path,
    module: policy.moduleOf(path)?.name,
    layer: layerOf(policy, path)?.name,
    imports: ids.map((id) => importJson(graph.edge(id), lines)),
  }
}

function importJson({ specifier, kind, at, to }: Edge, lines: ReadonlyMap<string, readonly number[]>) {
  return { specifier, kind, ...startOf(lines, at), to: addressJson(to) }
}

function addressJson(to: Address) {
  switch (to.kind) {
    case 'file': return { kind: to.kind, path: to.path }
    case 'package': return { kind: to.kind, name: to.name, subpath: to.subpath, path: to.path }
    case 'builtin': return { kind: to.kind, name: to.name }
    case 'unknown': return { kind: to.kind, reason: to.reason }
    case 'env': case 'state': case 'unjudged': throw new Error(`an end of kind ${to.kind} is no import that is shown`)
  }
}
