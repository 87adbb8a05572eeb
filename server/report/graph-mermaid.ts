import type { Severity } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { findingsByEdge, importsOf, layerOf, shownFiles, type GraphLevel, type GraphOptions, type GraphView } from './graph-view.ts'

/** For READMEs and pull requests. Imports between files only: packages would bury the parts. Those that break a rule are dashed and coloured. */
export function renderGraphMermaid(view: GraphView, { level }: Pick<GraphOptions, 'level'>): string {
  const { nodes, arcs } = collapse(view, level)
  const idOf = new Map([...nodes.keys()].sort(byHeight(nodes)).map((key, index) => [key, `n${index}`]))
  const lines = [...arcs].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
  return [
    ...(arcs.length > mostEdgesDrawn ? [`%% ${arcs.length} edges; mermaid draws at most ${mostEdgesDrawn} unless told otherwise (maxEdges)`] : []),
    'flowchart TD',
    ...nodeLines(nodes, idOf),
    ...lines.map((arc) => `  ${idOf.get(arc.from)} ${arrow(arc)} ${idOf.get(arc.to)}`),
    ...lines.flatMap(({ broken }, index) => (broken === undefined ? [] : [`  linkStyle ${index} stroke:${colours[broken]}`])),
  ].join('\n') + '\n'
}

const mostEdgesDrawn = 500
const colours: Readonly<Record<Severity, string>> = { error: 'red', warning: 'orange', info: 'blue' }
const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

interface Node {
  readonly label: string
  /** What all its files lie in, one level up. */
  readonly group: string | undefined
  /** Of a layer, so that the highest is drawn first. */
  readonly height: number
}

interface Arc {
  readonly from: string
  readonly to: string
  readonly imports: number
  /** The worst that is said of one of its imports. */
  readonly broken: Severity | undefined
}

function collapse(view: GraphView, level: GraphLevel): { readonly nodes: ReadonlyMap<string, Node>; readonly arcs: readonly Arc[] } {
  const { graph, policy } = view
  const nodes = new Map<string, Node>()
  const arcs = new Map<string, Arc>()
  const findings = findingsByEdge(view)
  const nodeOf = (path: Path): string => {
    const { key, ...node } = describe(policy, path, level)
    const known = nodes.get(key)
    if (known === undefined) nodes.set(key, node)
    else if (known.group !== node.group) nodes.set(key, { ...known, group: undefined })
    return key
  }
  for (const file of shownFiles(view)) {
    const from = nodeOf(graph.files[file] ?? '')
    for (const id of importsOf(graph, file)) {
      const target = graph.target(id)
      if (target.kind !== 'file') continue
      const to = nodeOf(target.path)
      if (from === to && level !== 'file') continue
      const key = JSON.stringify([from, to])
      const worst = (findings.get(id) ?? []).filter(({ status }) => status === 'new').map(({ severity }) => severity)
      const arc = arcs.get(key) ?? { from, to, imports: 0, broken: undefined }
      arcs.set(key, { ...arc, imports: arc.imports + 1, broken: worse([...worst, arc.broken]) })
    }
  }
  return { nodes, arcs: [...arcs.values()] }
}

function describe(policy: GraphView['policy'], path: Path, level: GraphLevel): Node & { readonly key: string } {
  const folder = folderOf(path)
  const module = policy.moduleOf(path)?.name
  const layer = layerOf(policy, path)
  switch (level) {
    case 'file': return { key: path, label: path, group: module ?? folder, height: 0 }
    case 'folder': return { key: folder, label: folder, group: module, height: 0 }
    case 'module': return { key: `=${module ?? ''}`, label: module ?? 'in no module', group: layer?.name, height: layer?.height ?? Infinity }
    case 'layer': return {
      key: `${layer === undefined ? '' : '='}${layer?.folder ?? ''}=${layer?.name ?? ''}`, label: layer?.name ?? 'in no layer',
      group: layer === undefined || isRoot(layer.folder) ? undefined : layer.folder, height: layer?.height ?? Infinity,
    }
  }
}

function folderOf(path: Path): Path {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, slash)
}

function isRoot(folder: Path): boolean {
  return folder === '' || folder === '.'
}

function worse(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return severities.filter((severity) => severity !== undefined).sort((a, b) => weight[b] - weight[a])[0]
}

function* nodeLines(nodes: ReadonlyMap<string, Node>, idOf: ReadonlyMap<string, string>): Iterable<string> {
  const drawn = [...idOf].map(([key, id]) => ({ group: nodes.get(key)?.group, line: `${id}["${escaped(nodes.get(key)?.label ?? '')}"]` }))
  let number = 0
  for (const [group, members] of groupBy(drawn, ({ group }) => group)) {
    const lines = members.map(({ line }) => line)
    if (group === undefined) {
      yield* lines.map((line) => `  ${line}`)
      continue
    }
    yield `  subgraph g${number++}["${escaped(group)}"]`
    yield* lines.map((line) => `    ${line}`)
    yield '  end'
  }
}

function arrow({ imports, broken }: Arc): string {
  return broken === undefined ? `-->|${imports}|` : `-.->|${imports}|`
}

/** Mermaid reads these as its own syntax or as HTML, in quotes too. Its entities are written with # for &. */
function escaped(label: string): string {
  return label.replaceAll(/["#&<>`;\\\r\n]/g, (character) => `#${character.charCodeAt(0)};`)
}

function byHeight(nodes: ReadonlyMap<string, Node>): (a: string, b: string) => number {
  const height = (key: string) => nodes.get(key)?.height ?? 0
  return (a, b) => (height(a) === height(b) ? compare(a, b) : height(a) - height(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
