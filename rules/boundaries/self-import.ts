import type { Finding, Fix } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import type { Edge, EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { specifierAt } from './specifier-at.ts'
import { relativeSpecifier } from './specifier-for.ts'

export const selfImport: Rule = {
  id: 'boundaries/self-import',
  title: 'A package imports itself by its own name, or an import of another module is not written as agreed',
  level: 'warning',
  judges: 'files',
  options: ['style'],
  of(project) {
    const { graph: { files, edges }, policy } = project
    const { style = 'either' } = policy.checks.get('boundaries/self-import')?.options ?? {}
    return (file) => {
      const found: Finding[] = []
      if (policy.isTest(files[file] ?? '')) return found
      const own = project.packageAround(files[file] ?? '')?.name
      const mayBeFound = (specifier: string): boolean => style === 'alias' || (style === 'relative' ? !specifier.startsWith('.') : own !== undefined && isNamed(specifier, own))
      for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
        const to = edges.to[id] ?? -1
        if (to < 0 || !mayBeFound(specifierAt(project, id) ?? '') || !counts(project, id, policy.kinds)) continue
        found.push(...judge(project, id, files[to] ?? '', style))
      }
      return found
    }
  },
}

function judge(project: Project, id: EdgeId, to: Path, style: 'alias' | 'relative' | 'either'): readonly Finding[] {
  const edge = project.graph.edge(id)
  const [own, other] = [project.packageAround(edge.from), project.packageAround(to)]
  if (own?.name !== undefined && own === other && isNamed(edge.specifier, own.name)) return [byOwnName(project, edge, to, own.name)]
  if (own === other && project.policy.moduleOf(edge.from) === project.policy.moduleOf(to)) return []
  if (style === 'relative' && edge.written !== 'relative') return [byName(project, edge, to)]
  const [name] = style === 'alias' && edge.written === 'relative' ? project.names(edge.from, to) : []
  return name === undefined ? [] : [byPath(project, edge, to, name)]
}

function isNamed(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}

function byOwnName(project: Project, edge: Edge, to: Path, name: string): Finding {
  const { specifier, isCopied } = asPath(project, edge, to)
  const isLeftBehind = leavesPublished(project, edge.from, to)
  return findingAt(project, edge.id, {
    rule: 'boundaries/self-import',
    message: `${name} imports itself by its own name`,
    because: [],
    help: [
      'the way leads out through the manifest and back in: what is exported, or built, decides what its own files see',
      isLeftBehind ? `no path does instead: this file is published by \`files\`, and ${to} is not` : `import '${specifier}' instead`,
    ],
    fixes: isLeftBehind ? [] : [writtenAs(edge, specifier, isCopied ? 'safe' : 'review')],
  })
}

/** A path would lead nowhere where the package is installed. */
function leavesPublished(project: Project, from: Path, to: Path): boolean {
  const isPublished = project.packageAround(from)?.isPublished
  return isPublished?.(from) === true && !isPublished(to)
}

function byName(project: Project, edge: Edge, to: Path): Finding {
  const { specifier, isCopied } = asPath(project, edge, to)
  return findingAt(project, edge.id, {
    rule: 'boundaries/self-import',
    message: `${homeOf(project.policy, to)} is imported by a name, not by its path`,
    because: [],
    help: ['modules are imported by their paths here (style: relative), so that one search finds every use', `import '${specifier}' instead`],
    // Between packages a path leads past what is exported.
    fixes: [writtenAs(edge, specifier, isCopied && edge.written !== 'workspace' ? 'safe' : 'review')],
  })
}

function byPath(project: Project, edge: Edge, to: Path, name: string): Finding {
  return findingAt(project, edge.id, {
    rule: 'boundaries/self-import',
    message: `${homeOf(project.policy, to)} is imported by its path, and has a name`,
    because: [],
    help: ['modules are imported by their names here (style: alias), so that a file may move without its imports of others', `import '${name}' instead`],
    fixes: [writtenAs(edge, name, project.packageAround(edge.from) === project.packageAround(to) ? 'safe' : 'review')],
  })
}

function writtenAs({ from, at: { span } }: Edge, specifier: string, safety: Fix['safety']): Fix {
  return { id: 'rewrite-specifier', title: `Import '${specifier}'`, safety, rewrite: 'import-from-api', arguments: { path: from, start: span.start, end: span.end, specifier } }
}

/** In the manner of the file's other paths: whether they name the ending is for the runtime to like. */
function asPath({ facts }: Project, edge: Edge, to: Path): { readonly specifier: string; readonly isCopied: boolean } {
  const others = facts(edge.from).imports.filter(({ specifier }) => /^\.\.?\//.test(specifier) && !/\.(?:json|css|vue|svelte)$/.test(specifier))
  const like = others[0]?.specifier
  return { specifier: relativeSpecifier(edge.from, to, like), isCopied: like !== undefined }
}
