// Each rule of the plugin in bulkhead's words.

import type { Yaml } from '../draft.ts'
import { isSettings, listIn, settingsIn, textIn, textsIn, type Settings } from '../reading.ts'
import { anyOf, isNothing } from '../selector.ts'
import { plainGlobs } from './drafts.ts'
import { anyElement } from './groups.ts'
import { internalsOf } from './internals.ts'
import { privateOf } from './private.ts'
import { ending, knownFiles, subjectOf, withoutIgnored, type Judged, type Scene } from './scene.ts'
import { verdictsOf, type Said } from './verdicts.ts'

export function ruleOf(scene: Scene, judged: Judged, options: Settings | undefined): Said {
  const named = `boundaries/${judged.name}`
  switch (judged.name) {
    // Without options, these judge nothing.
    case 'element-types': case 'dependencies': return options === undefined ? nothing : dependenciesOf(scene, judged, options)
    case 'external': return options === undefined ? nothing : verdictsOf(scene, { ...judged, ...policiesOf(options, externalPolicy(scene.version)), judges: { ...filesOnly, files: false, packages: true } })
    case 'entry-point': return options === undefined ? nothing : verdictsOf(scene, { ...judged, ...policiesOf(options, entryPointPolicy), judges: { ...filesOnly, elementsOnly: true } })
    case 'no-private': return privateOf(scene, judged, settingsIn(options)['allowUncles'] === true)
    case 'no-unknown': case 'no-unknown-dependencies': return { entries: [{ section: 'rules', what: named, value: { id: judged.name, from: subjectOf(scene, judged, knownFiles(scene)), forbid: withoutIgnored(scene, { not: unknownBy(scene, textIn(settingsIn(options)['require'])) }), ...ending(judged) } }], unsaid: [] }
    case 'no-unknown-files': return unknownFilesOf(scene, judged)
    case 'no-ignored': case 'no-ignored-dependencies': return isNothing(scene.ignored) ? nothing : { entries: [{ section: 'rules', what: named, value: { id: judged.name, from: subjectOf(scene, judged, everyElement(scene)), forbid: scene.ignored as Yaml, ...ending(judged) } }], unsaid: [] }
    default: return { entries: [], unsaid: [{ what: named, reason: 'bulkhead has no such rule' }] }
  }
}

const nothing: Said = { entries: [], unsaid: [] }
const filesOnly = { files: true, packages: false, unknown: false, elementsOnly: false } as const

function policiesOf(options: Settings, written: (policy: unknown) => unknown = (policy) => policy): { readonly base: 'allow' | 'disallow'; readonly policies: readonly unknown[] } {
  return { base: options['default'] === 'allow' ? 'allow' : 'disallow', policies: listIn(options['policies'] ?? options['rules']).map(written) }
}

/** By their paths: bulkhead asks inside of modules only where both sides name files. */
function everyElement(scene: Scene): ReturnType<typeof knownFiles> {
  return anyOf([...scene.drafts.flatMap((draft) => plainGlobs(draft)).map((glob) => `path:${glob}`), ...scene.categories.map(({ category }) => `tag:category-${category}`)])
}

function dependenciesOf(scene: Scene, judged: Judged, options: Settings): Said {
  const { base, policies } = policiesOf(options)
  const asked = { ...judged, base, policies, judges: { files: true, packages: options['checkAllOrigins'] === true, unknown: options['checkUnknownLocals'] === true, elementsOnly: false } }
  const { entries, unsaid, steps } = verdictsOf(scene, asked)
  if (options['checkInternals'] !== true) return { entries, unsaid }
  const inside = internalsOf(scene, asked, steps)
  return { entries: [...entries, ...inside.entries], unsaid: [...unsaid, ...inside.unsaid] }
}

/** `['react', { specifiers, path }]`, or only the name. */
const externalPolicy = (version: 5 | 6 | 7) => (policy: unknown): unknown => {
  if (!isSettings(policy)) return policy
  const module = (selector: unknown): readonly unknown[] => {
    const [source, asked] = Array.isArray(selector) ? [selector[0], settingsIn(selector[1])] : [selector, {}]
    const { specifiers, path } = asked as Settings
    // Until version 6, what stands below a package began with a slash.
    const inner = textsIn(path).filter((each) => version === 7 || /^(?:\/|\*\*)/.test(each))
    if (path !== undefined && inner.length === 0) return []
    return [{ to: { module: { origin: ['external', 'core'], source, ...(path !== undefined && { internalPath: inner }) } }, ...(specifiers !== undefined && { dependency: { specifiers } }) }]
  }
  const all = (side: unknown): unknown => {
    if (!Array.isArray(side)) return module(side)
    return side.length === 2 && typeof side[0] === 'string' && isSettings(side[1]) ? module(side) : side.flatMap(module)
  }
  const { allow, disallow, ...rest } = policy
  return { ...rest, ...(allow !== undefined && { allow: all(allow) }), ...(disallow !== undefined && { disallow: all(disallow) }) }
}

function entryPointPolicy(policy: unknown): unknown {
  if (!isSettings(policy)) return policy
  const { target, allow, disallow, ...rest } = policy
  const inside = (patterns: unknown): unknown => ({ to: { element: { fileInternalPath: textsIn(patterns) } } })
  return { ...rest, ...(target !== undefined && { to: target }), ...(allow !== undefined && { allow: inside(allow) }), ...(disallow !== undefined && { disallow: inside(disallow) }) }
}

/** What is known enough. */
function unknownBy(scene: Scene, required: string | undefined): ReturnType<typeof knownFiles> {
  const categories = anyOf(scene.categories.map(({ category }) => `tag:category-${category}`))
  if (required === 'element') return anyElement
  if (required === 'file') return categories
  return required === 'all' ? { all: [anyElement, categories] } : knownFiles(scene)
}

function unknownFilesOf(scene: Scene, judged: Judged): Said {
  const without = anyOf([...scene.categories.map(({ category }) => `tag:category-${category}`), scene.ignored])
  const region = judged.region === '*' ? isNothing(without) ? undefined : { not: without } : isNothing(without) ? judged.region : { all: [judged.region], not: without }
  return { entries: [{ section: 'checks', what: `boundaries/${judged.name}`, key: 'boundaries/unassigned', value: region === undefined ? judged.level : { severity: judged.level, in: region as Yaml } }], unsaid: [] }
}
