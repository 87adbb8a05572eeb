import { posix } from 'node:path'
import { importKinds, type Facts, type ImportFact, type ImportKind } from '../../rules/model/facts.ts'
import { lineStarts } from '../../rules/model/lines.ts'
import { vendors } from '../../rules/index.ts'
import { noPackages } from '../../rules/model/packages.ts'
import type { Address, Link } from '../../rules/model/link.ts'
import { wholeFile } from '../../rules/model/place.ts'
import type { Layer, Module, Policy, Stack } from '../../rules/model/policy.ts'
import { graph } from '../../server/engine/graph/graph.ts'
import type { GraphView } from '../../server/report/graph-view.ts'
import type { Texts } from './support.ts'

/** What a picture is drawn from, for texts whose every line is one import. Modules are folders by name, layers likewise, highest first. */
export function viewOf(texts: Texts, places: { readonly modules?: readonly string[]; readonly stacks?: Readonly<Record<string, readonly string[]>> } = {}): GraphView {
  const sources = Object.entries(texts).map(([path, text]) => {
    const imports = importsOf(text)
    return { facts: factsOf(path, imports), links: imports.map(({ specifier }) => linkOf(texts, path, specifier)), env: [] }
  })
  const modules = (places.modules ?? []).map(moduleOf)
  const stacks = Object.entries(places.stacks ?? {}).map(([folder, names]) => stackOf(folder, names))
  const policy: Policy = {
    written: true, modules, stacks, entries: [], cycles: [], checks: new Map(), exceptions: [], budgets: [], reexports: 'follow', kinds: new Set(importKinds), asksEnv: false, asksState: false, virtual: [],
    isIncluded: () => true, isVirtual: () => false, isTest: () => false, folderOf: () => undefined, tagsOf: () => new Set(), packages: noPackages, catalog: vendors,
    moduleOf: (path) => modules.find(({ name }) => path.startsWith(`${name}/`)),
  }
  return { graph: graph(sources), policy, linesOf: (path) => lineStarts(texts[path] ?? '') }
}

const at = { path: 'bulkhead.yaml', span: wholeFile }

function moduleOf(name: string): Module {
  return { name, bindings: {}, tags: [], mode: 'checked', api: 'open', at }
}

function stackOf(folder: string, names: readonly string[]): Stack {
  const layers = names.map((name, height): Layer => ({ name, siblings: 'free', closed: false, height, at }))
  const prefix = folder === '.' ? '' : `${folder}/`
  return {
    folder, layers, kinds: new Set(importKinds),
    layerOf: (path) => (path.startsWith(prefix) ? layers.find(({ name }) => `/${path.slice(prefix.length)}`.includes(`/${name}/`)) : undefined),
    partOf: () => undefined,
  }
}

function factsOf(path: string, imports: readonly ImportFact[]): Facts {
  return { path, imports, ignores: [], barrel: false, problems: [] }
}

const forms: readonly { readonly start: RegExp; readonly kind: ImportKind }[] = [
  { start: /^import type /, kind: 'type' },
  { start: /^import /, kind: 'value' },
  { start: /^export /, kind: 'reexport' },
  { start: /require\(/, kind: 'require' },
  { start: /import\(/, kind: 'dynamic' },
]

function importsOf(text: string): readonly ImportFact[] {
  return [...text.matchAll(/^(.*?)(['"])([^'"]+)\2.*$/gm)].map((line) => {
    const [all, before = '', , specifier = ''] = line
    const kind = forms.find(({ start }) => start.test(all))?.kind
    if (kind === undefined) throw new Error(`no import: ${all}`)
    const start = line.index + before.length
    return { specifier, kind, span: { start, end: start + specifier.length + 2 }, statement: { start: line.index, end: line.index + all.length } }
  })
}

function linkOf(texts: Texts, from: string, specifier: string): Link {
  if (specifier.startsWith('.')) return { to: fileAt(texts, from, specifier), written: 'relative' }
  if (specifier.startsWith('node:')) return { to: { kind: 'builtin', name: specifier.slice('node:'.length) }, written: 'package' }
  return { to: { kind: 'package', name: specifier, subpath: '' }, written: 'package' }
}

function fileAt(texts: Texts, from: string, specifier: string): Address {
  const base = posix.join(posix.dirname(from), specifier)
  const path = [base, `${base}.ts`, `${base}/index.ts`].find((candidate) => candidate in texts)
  return path === undefined ? { kind: 'unknown', specifier, reason: 'no such file' } : { kind: 'file', path }
}
