import { importKinds } from '../model/facts.ts'
import type { Finding, Fix } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { Edge, EdgeId } from '../model/graph.ts'
import type { PackageManifest } from '../model/manifest.ts'
import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { specifierAt } from './specifier-at.ts'

export const undeclared: Rule = {
  id: 'boundaries/undeclared',
  title: 'A package is imported that the manifest does not declare, or declares for development only',
  level: 'warning',
  judges: 'files',
  options: ['dev'],
  of(project) {
    const { graph: { files, edges } } = project
    const mayUseDev = devFiles(project)
    return (file) => {
      const found: Finding[] = []
      const manifest = project.packageAround(files[file] ?? '')
      if (manifest === undefined) return found
      const isForDevelopment = manifest.shipsNothing || mayUseDev(files[file] ?? '')
      for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
        const name = packageAsked(project, id)
        const lists = name === undefined ? undefined : manifest.lists.get(name)
        if (name === undefined || name === manifest.name || lists?.some((list) => list !== 'devDependencies') === true || !isAsked(project, id, manifest, name)) continue
        if (lists === undefined) { if (!isTyped(project, id, manifest, name)) found.push(missing(project, id, manifest, name, isForDevelopment)) }
        else if (!isForDevelopment && !isOfTypes(project, id)) found.push(forDevelopment(project, id, manifest, name))
      }
      return found
    }
  },
}

/** The package that an import seems to name, be it one of the workspace; undefined where it names none. */
function packageAsked(project: Project, id: EdgeId): string | undefined {
  const { graph: { edges, target } } = project
  if ((edges.to[id] ?? 0) < 0) {
    const to = target(id)
    return to.kind === 'package' ? to.name : undefined
  }
  const specifier = specifierAt(project, id)
  return specifier === undefined || specifier.startsWith('.') ? undefined : /^(?:@[^/]+\/)?[^/?]+/.exec(specifier.slice(specifier.lastIndexOf('!') + 1))?.[0]
}

/** An alias may look like a package; Deno's specifiers declare by being written. */
function isAsked(project: Project, id: EdgeId, { engines }: PackageManifest, name: string): boolean {
  const { to, written, specifier } = project.graph.edge(id)
  return (to.kind === 'file' ? written === 'workspace' : !/^(?:npm|jsr):/.test(specifier)) && !engines.includes(name) && counts(project, id, project.policy.kinds)
}

/** Gone before the code runs, so that it need not be there then. */
function isOfTypes(project: Project, id: EdgeId): boolean {
  const kind = importKinds[project.graph.edges.kind[id] ?? 0]
  return kind === 'type' || kind === 'jsdoc' || (kind === 'value' && project.isElided(id))
}

/** `@types/node` declares what is imported of `node` for its types. */
function isTyped(project: Project, id: EdgeId, { lists }: PackageManifest, name: string): boolean {
  return lists.has(`@types/${name.replace(/^@([^/]+)\//, '$1__')}`) && isOfTypes(project, id)
}

function devFiles(project: Project): (path: Path) => boolean {
  const dev = project.policy.checks.get('boundaries/undeclared')?.options.dev
  if (dev === undefined) return (path) => project.policy.isTest(path) || /\.config\.[^/.]+$/.test(path)
  const pick = picker(project, dev)
  return (path) => pick({ kind: 'file', path }, path) !== undefined
}

function missing(project: Project, id: EdgeId, manifest: PackageManifest, name: string, isForDevelopment: boolean): Finding {
  const edge = project.graph.edge(id)
  const outer = manifest.folder === '' ? undefined : project.packageAround(manifest.folder)
  const list = isForDevelopment ? 'devDependencies' : 'dependencies'
  if (edge.to.kind === 'package' && !packageName.test(name) && outer?.lists.has(name) !== true) return unnamable(project, edge, name)
  return findingAt(project, id, {
    rule: 'boundaries/undeclared',
    message: `${name} is not declared in ${manifest.path}`,
    because: [],
    help: [
      outer?.lists.has(name) === true ? `${outer.path} declares it, and its packages find it by chance of where it is installed` : 'it is there only while something else brings it along',
      `add it to ${list} there`,
    ],
    fixes: [declare(edge, manifest, name, list)],
  })
}

/** What npm takes as a new name. Source: https://github.com/npm/validate-npm-package-name (checked 2026-01) */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9-][a-z0-9._~-]*$/

function unnamable(project: Project, { id, specifier }: Edge, name: string): Finding {
  return findingAt(project, id, {
    rule: 'boundaries/undeclared',
    message: `${name} is no package's name`,
    because: [],
    help: [
      'but for a few old ones, names of packages are lower case and without spaces: no manifest would declare it',
      `if the build provides it, say so in bulkhead.yaml: \`imports: { virtual: [${JSON.stringify(specifier === name ? name : `${name}/**`)}] }\``,
    ],
  })
}

function declare({ from, to }: Edge, manifest: PackageManifest, name: string, list: string): Fix {
  return {
    id: 'declare', title: `Declare ${name} in ${manifest.path}`, safety: 'review', rewrite: 'declare',
    arguments: { path: from, manifest: manifest.path, name, list, isWorkspace: to.kind === 'file' ? 1 : 0 },
  }
}

function forDevelopment(project: Project, id: EdgeId, manifest: PackageManifest, name: string): Finding {
  return findingAt(project, id, {
    rule: 'boundaries/undeclared',
    message: `${name} is declared for development only in ${manifest.path}`,
    because: [],
    help: ['this file ships, and where the package is installed without its dev dependencies it fails', 'move it to dependencies, or name such files under `options: { dev: … }` of this check'],
    fixes: [{
      id: 'declare', title: `Move ${name} to dependencies in ${manifest.path}`, safety: 'review', rewrite: 'declare',
      arguments: { path: project.graph.edge(id).from, manifest: manifest.path, name, list: 'dependencies', isMoved: 1 },
    }],
  })
}
