/* A configuration whose shape is right, read into values: patterns, selectors, dates. What is wrong in them is a problem at its place. */
import type { NamePattern, PathPattern } from '../../rules/model/pattern.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import type { Budget, VendorPolicy } from '../../rules/model/policy.ts'
import type { Mistake } from '../../rules/model/glob.ts'
import { buildCycles } from './build-cycles.ts'
import { buildStacks } from './build-layers.ts'
import { buildModules } from './build-modules.ts'
import { buildRules } from './build-rules.ts'
import type { AllowConfig, CheckConfig, Config, CustomVendorConfig, ExceptionConfig, Placed, PortableConfig, TagConfig, VendorsConfig } from './config.ts'
import { allKinds, readKinds } from './kinds.ts'
import type { Shape } from './schema.ts'
import { isTag, keyPlaceOf, placeOf, readPath, readSelector, refuse, selectorKeys, shorten, type Reader } from './selector-syntax.ts'
import { whyOf } from './why.ts'
import { eachText, treeAt, type Tree } from './yaml-tree.ts'

export function build(reader: Reader, lines: Config['lines'], shape: Shape, root: Tree): Config {
  const tree = (...way: PropertyKey[]): Tree => treeAt(root, way).tree
  const calls = shape.imports?.calls === undefined ? ['require.resolve', 'jest.mock', 'vi.mock'] : functions(reader, tree('imports', 'calls'))
  const kinds = shape.imports?.kinds === undefined ? allKinds : readKinds(reader, tree('imports', 'kinds'), calls)
  return {
    path: reader.path,
    lines,
    bases: new Set([...lines.keys()].filter((path) => path !== reader.path)),
    include: shape.include === undefined ? [] : included(reader, tree('include')),
    ignore: shape.ignore === undefined ? [] : patterns(reader, tree('ignore'), readPath),
    virtual: shape.imports?.virtual === undefined ? [] : patterns(reader, tree('imports', 'virtual'), (text): NamePattern | Mistake => namePattern(text, 'first-segments')),
    kinds, calls,
    reexports: shape.imports?.reexports ?? 'follow',
    stacks: shape.layers === undefined ? [] : buildStacks(reader, shape.layers, tree('layers'), { kinds, calls }),
    modules: buildModules(reader, shape.modules ?? {}, root),
    tags: shape.tags === undefined ? [] : tags(reader, tree('tags')),
    rules: buildRules(reader, shape.rules ?? [], root, { kinds, calls }),
    cycles: buildCycles(reader, shape.cycles, root, calls),
    checks: Object.entries(shape.checks ?? {}).map(([id, check]) => checkOf(reader, id, check, tree('checks', id))),
    ...(shape.vendors === undefined ? {} : { vendors: vendors(reader, shape.vendors, tree('vendors')) }),
    exceptions: (shape.exceptions ?? []).map((exception, i) => exceptionOf(reader, exception, tree('exceptions', i))),
    budgets: shape.budgets === undefined ? [] : budgets(reader, shape.budgets, tree('budgets')),
    heirs: [],
  }
}

/** An empty list would be taken for none at all, which is everything. */
function included(reader: Reader, tree: Tree): Config['include'] {
  if (eachText(tree).length === 0) refuse(reader, placeOf(reader, tree), 'bad-pattern', 'include is empty, and would judge nothing', 'name what is judged, or leave it out: then all files are')
  return patterns(reader, tree, readPath)
}

function patterns<T extends PathPattern | NamePattern>(reader: Reader, tree: Tree, read: (text: string) => T | Mistake): Placed<T>[] {
  return eachText(tree).flatMap(({ text, tree: item }) => {
    const pattern = read(text)
    if (!('mistake' in pattern)) return { value: pattern, at: placeOf(reader, item) }
    refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' is no pattern: ${pattern.mistake}`, pattern.hint)
    return []
  })
}

function functions(reader: Reader, tree: Tree): string[] {
  return eachText(tree).flatMap(({ text, tree: item }) => {
    if (/^[\w$]+(?:\.[\w$]+)*$/.test(text)) return [text]
    refuse(reader, placeOf(reader, item), 'bad-name', `'${shorten(text)}' is no function`, 'write it as it is called: load, jest.mock')
    return []
  })
}

function tags(reader: Reader, tree: Tree): TagConfig[] {
  return [...tree.entries].map(([name, inner]) => {
    const at = keyPlaceOf(reader, inner)
    if (!isTag(name)) refuse(reader, at, 'bad-name', `'${shorten(name)}' is no tag`, 'a tag is a word, or word:value')
    return { name, selector: readSelector(reader, inner), at }
  })
}

export function checkOf(reader: Reader, id: string, shape: NonNullable<Shape['checks']>[string], tree: Tree): CheckConfig {
  const at = keyPlaceOf(reader, tree)
  if (typeof shape === 'string') return { id, level: shape, options: {}, optionsAt: new Map(), at }
  const files = tree.entries.get('in')
  const options = tree.entries.get('options')
  return {
    id, at,
    ...(shape.severity === undefined ? {} : { level: shape.severity }),
    ...(files === undefined ? {} : { in: readSelector(reader, files) }),
    options: options === undefined ? {} : optionsOf(reader, shape.options ?? {}, options),
    optionsAt: new Map([...options?.entries ?? []].map(([name, inner]) => [name, keyPlaceOf(reader, inner)])),
  }
}

function optionsOf(reader: Reader, { style, means, level }: Exclude<CheckShape['options'], undefined>, tree: Tree): CheckConfig['options'] {
  const [dev, entries] = [tree.entries.get('dev'), tree.entries.get('entries')]
  return {
    ...(dev === undefined ? {} : { dev: readSelector(reader, dev) }),
    ...(style === undefined ? {} : { style }),
    ...(means === undefined ? {} : { means }),
    ...(entries === undefined ? {} : { entries: patterns(reader, entries, readPath) }),
    ...(level === undefined ? {} : { level }),
  }
}

type CheckShape = Exclude<NonNullable<Shape['checks']>[string], string>

const defaultLevels: VendorPolicy['levels'] = { 'proprietary-api': 'error', 'depends-on-call': 'warning', 'vendor-hosted-open-protocol': 'info', portable: 'off' }

function vendors(reader: Reader, shape: NonNullable<Shape['vendors']>, tree: Tree): VendorsConfig {
  const { levels = {} } = shape
  const allow = tree.entries.get('allow')
  return {
    at: keyPlaceOf(reader, tree),
    levels: {
      'proprietary-api': levels['proprietary-api'] ?? defaultLevels['proprietary-api'],
      'depends-on-call': levels['depends-on-call'] ?? defaultLevels['depends-on-call'],
      'vendor-hosted-open-protocol': levels['vendor-hosted-open-protocol'] ?? defaultLevels['vendor-hosted-open-protocol'],
      portable: levels.portable ?? defaultLevels.portable,
    },
    portable: tree.entries.get('portable')?.items.flatMap((item) => portable(reader, item)) ?? [],
    custom: shape.custom?.map((each, i) => customVendor(reader, each, treeAt(tree, ['custom', i]).tree)) ?? [],
    ...(allow === undefined ? {} : { allow: { at: keyPlaceOf(reader, allow), entries: allowed(reader, allow) } }),
  }
}

function portable(reader: Reader, tree: Tree): PortableConfig[] {
  const written = String(tree.value)
  const at = placeOf(reader, tree)
  if (written.startsWith('pkg:')) return patterns(reader, { ...tree, value: written.slice('pkg:'.length) }, readPackageName).map(({ value }) => ({ kind: 'package', name: value, at }))
  const [vendor = '', service] = written.split(':')
  return [{ kind: 'vendor', vendor, at, ...(service === undefined ? {} : { service }) }]
}

function customVendor(reader: Reader, shape: NonNullable<NonNullable<Shape['vendors']>['custom']>[number], tree: Tree): CustomVendorConfig {
  const [vendor = tree, packages = tree, capability = tree, instead] = ['vendor', 'packages', 'capability', 'instead'].map((key) => tree.entries.get(key))
  if (!/^[^\s:*?{},/]+$/.test(shape.vendor)) refuse(reader, placeOf(reader, vendor), 'bad-name', `'${shorten(shape.vendor)}' is no vendor's id`, 'an id is one word, as allow and vendor: name it')
  if (eachText(packages).length === 0) refuse(reader, keyPlaceOf(reader, packages), 'no-match', `${shorten(shape.vendor)} has no package`, 'name one, or a pattern as @acme/*')
  return {
    vendor: shape.vendor,
    packages: patterns(reader, packages, readPackageName),
    capability: shape.capability,
    level: shape.level ?? 'proprietary-api',
    instead: instead === undefined ? [] : eachText(instead).map(({ text }) => text),
    ...(shape.why === undefined ? {} : { why: shape.why }),
    at: placeOf(reader, tree),
    capabilityAt: placeOf(reader, capability),
  }
}

function readPackageName(text: string): NamePattern | Mistake {
  return namePattern(text, 'first-segments')
}

/** One selector for every vendor, or a map; `{ any, all, not }` is a selector. */
function allowed(reader: Reader, tree: Tree): AllowConfig[] {
  const keys = [...tree.entries.keys()]
  if (keys.length === 0 || keys.every((key) => selectorKeys.includes(key))) return [{ key: '*', where: readSelector(reader, tree), at: keyPlaceOf(reader, tree) }]
  return [...tree.entries].map(([key, where]) => ({ key, where: readSelector(reader, where), at: keyPlaceOf(reader, where) }))
}

function exceptionOf(reader: Reader, shape: NonNullable<Shape['exceptions']>[number], tree: Tree): ExceptionConfig {
  const [rule, until, from, to] = ['rule', 'until', 'from', 'to'].map((key) => tree.entries.get(key))
  if (from === undefined && to === undefined) refuse(reader, placeOf(reader, tree), 'missing-key', "an exception needs 'from' or 'to'", 'say which imports it is about')
  if (until !== undefined && shape.until !== 'never' && !isDate(shape.until)) {
    refuse(reader, placeOf(reader, until), 'bad-date', `'${shorten(shape.until)}' is no date`, 'write one as 2027-01-31, or never')
  }
  return {
    rules: rule === undefined ? [] : eachText(rule).map(({ text }) => text),
    why: shape.why, ...whyOf(reader, shape.why, tree),
    until: shape.until,
    ...(shape.owner === undefined ? {} : { owner: shape.owner }),
    ...(from === undefined ? {} : { from: readSelector(reader, from) }),
    ...(to === undefined ? {} : { to: readSelector(reader, to) }),
    at: placeOf(reader, tree),
  }
}

function budgets(reader: Reader, shape: NonNullable<Shape['budgets']>, tree: Tree): Budget[] {
  return [...tree.entries].flatMap(([written, inner]): Budget[] => {
    const at = keyPlaceOf(reader, inner)
    const dot = written.lastIndexOf('.')
    const of = budgeted.find((each) => each === written.slice(dot + 1))
    const most = shape[written] ?? 0
    if (dot <= 0 || of === undefined) refuse(reader, at, 'bad-budget', `'${shorten(written)}' is no budget`, `write a selector, a dot, and ${budgeted.slice(0, -1).join(', ')} or ${budgeted.at(-1)}: "vendor:aws.files"`)
    else if (!Number.isInteger(most) || most < 0) refuse(reader, placeOf(reader, inner), 'bad-budget', `${most} is no budget`, 'write a whole number, 0 or more')
    else return [{ written, of, most, at, selector: readSelector(reader, { ...inner, value: written.slice(0, dot), span: at.span }) }]
    return []
  })
}

/** What a budget counts. */
export const budgeted = ['files', 'imports', 'findings', 'known'] as const

/** A day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
