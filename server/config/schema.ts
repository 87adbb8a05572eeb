/*
 * The shape of a configuration: keys, and what kind of value each takes. One source for the types, for the checks and for
 * bulkhead.schema.json. What values mean (patterns, selectors, names) is read after this, in build.ts.
 */
import * as z from 'zod/mini'

type SelectorShape = string | readonly SelectorShape[] | { readonly any?: SelectorShape | undefined; readonly all?: readonly SelectorShape[] | undefined; readonly not?: SelectorShape | undefined }

const says = z.describe
const text = z.string()
const texts = z.union([z.string(), z.array(z.string())])

export const selector: z.ZodMiniLazy<z.ZodMiniType<SelectorShape>> = z.lazy(() =>
  z.union([
    z.string(),
    z.array(selector),
    z.strictObject({
      any: z.optional(selector).check(says('What it picks from.')),
      all: z.optional(z.array(selector)).check(says('Holds where each of these does.')),
      not: z.optional(selector).check(says('Leaves these out; alone, the rest of the same classes.')),
    }),
  ]).check(says('A name of a layer or module, layer:n, module:n, tag:t, path:p, re:r, module:files, pkg:p (with [license=G], [deprecated], [declared=prod|dev|peer|optional|none|twice]), builtin:b, vendor:v, capability:c, env:G, state:G, unresolved:G, folder:above|same|below or *; a list of these; or { any, all, not }.')),
)

const severity = z.literal(['error', 'warning', 'info'])
const level = z.literal(['error', 'warning', 'info', 'off'])

const kind = z.union([
  z.literal(['value', 'type', 'elided', 'reexport', 'require', 'dynamic', 'jsdoc', 'url', 'call', 'all', 'runtime', 'load']),
  z.templateLiteral(['call:', z.string()]).check(says('Of the functions of imports.calls this one: call:jest.mock.')),
])
const kindList = z.union([kind, z.array(kind)])
const kinds = z.union([kind, z.array(kind), z.strictObject({ any: z.optional(kindList), not: z.optional(kindList) })]).check(says('Which imports count: a kind, a list of them, or { any, not }.'))

const layer = z.union([
  z.string(),
  z.strictObject({
    name: text.check(says('Takes every folder of this name, unless files says otherwise.')),
    files: z.optional(texts).check(says('Patterns instead of the name.')),
    siblings: z.optional(z.literal(['free', 'forbid', 'api'])).check(says('How its parts may use each other.')),
    closed: z.optional(z.boolean()).check(says('Nothing above may reach past it.')),
    optional: z.optional(z.boolean()).check(says('May be absent.')),
  }),
])

const order = z.array(z.union([layer, z.array(layer)])).check(says('Highest first: a layer may use itself and every layer after it. A list within is several at one height.'))

const layers = z.union([
  order,
  z.record(z.string(), z.union([
    order,
    z.strictObject({
      order,
      reach: z.optional(z.boolean()).check(says('Nor by a chain of files in no layer of this stack.')),
      kinds: z.optional(kinds),
    }),
  ])),
]).check(says('Highest first: a layer may use itself and every layer after it. Or stacks by folder (. is the root), each without a say outside it; where a pattern takes several folders, each is a stack of its own.'))

const apiEntry = z.union([
  z.string(),
  z.strictObject({
    expose: texts.check(says("Patterns from the module's folder.")),
    to: z.optional(selector).check(says('Those alone may import them; all, if absent.')),
    names: z.optional(texts).check(says('Globs over the names that may be imported: default; a namespace import has every name.')),
  }),
])

const moduleMap = z.strictObject({
  files: texts.check(says('Patterns, or workspace:GLOB for a module of each workspace package so named. Needed here, or in what is extended.')),
  layer: z.optional(text).check(says('The layer its files are in, whatever their folders are called.')),
  tags: z.optional(texts).check(says('word or word:value.')),
  owner: z.optional(text).check(says('Who answers for it; shown where it matters.')),
  why: z.optional(text).check(says('Why it is so; its findings show it.')),
  uses: z.optional(selector).check(says('The files it may use; manifest: the workspace packages its manifest declares.')),
  usedBy: z.optional(selector).check(says('Who may use it.')),
  packages: z.optional(texts).check(says('The packages it may use; [] is none.')),
  api: z.optional(z.union([z.literal(['index', 'exports', 'open']), z.array(apiEntry)])).check(says('What others may import.')),
  mode: z.optional(z.literal(['checked', 'common', 'open'])).check(says('common: all may use it. open: it may also use all.')),
  optional: z.optional(z.boolean()).check(says('May match no file.')),
})

const module = z.union([z.string(), z.array(z.string()), moduleMap])

const written = z.literal(['relative', 'paths', 'base-url', 'subpath', 'workspace', 'package'])

const rule = z.strictObject({
  id: text.check(says('One word, as comments and exceptions name it.')),
  from: z.optional(selector).check(says('Asks what these import.')),
  to: z.optional(selector).check(says('Asks who imports these.')),
  forbid: z.optional(selector).check(says('May not be imported by from, or may not import to.')),
  only: z.optional(selector).check(says('Nothing else of the same classes.')),
  require: z.optional(selector).check(says('Each of from must import these, or each of to be imported by them.')),
  count: z.optional(text).check(says('Of require: how many, as >=2, <=3 or =1; >=1, if absent.')),
  kinds: z.optional(kinds),
  names: z.optional(texts).check(says('Only imports of these names: globs, default; a namespace import has every name.')),
  written: z.optional(z.union([written, z.array(written)])).check(says('Only imports whose specifier is written so.')),
  reach: z.optional(z.boolean()).check(says('Chains of imports count, too.')),
  via: z.optional(selector).check(says('With reach: what every file inside a chain has to be.')),
  severity: z.optional(level).check(says('Of its findings.')),
  why: z.optional(text).check(says('Why it is so; its findings show it.')),
  owner: z.optional(text).check(says('Who answers for it.')),
  optional: z.optional(z.boolean()).check(says('May match nothing.')),
})

const cycle = z.strictObject({
  level: z.optional(z.literal(['file', 'folder', 'module'])).check(says('What imports each other. folder: folders side by side, each with all below it.')),
  kinds: z.optional(kinds),
  every: z.optional(selector).check(says('Only cycles that stay within these files.')),
  some: z.optional(selector).check(says('Only groups with a member in it: of folders and modules, a file in which an import of the cycle starts or ends.')),
  from: z.optional(selector).check(says('As some; its captures stand for their values in some and every.')),
  severity: z.optional(severity).check(says('Of its findings.')),
  why: z.optional(text).check(says('Why it is so; its findings show it.')),
})

const exception = z.strictObject({
  rule: texts.check(says('Ids of checks or entries.')),
  from: z.optional(selector).check(says('Who imports; whoever it is, if absent.')),
  to: z.optional(selector).check(says('What is imported; whatever it is, if absent.')),
  why: text.check(says('Why it may stand.')),
  until: text.check(says('A date (2027-01-31) or never.')),
  owner: z.optional(text).check(says('Who lives with it.')),
})

const vendors = z.strictObject({
  allow: z.optional(z.union([z.string(), z.array(selector), z.record(z.string(), selector)])).check(says('Where vendor SDKs may be held: a selector, or a map from vendor, vendor:service, capability:c, "*".')),
  levels: z.optional(z.strictObject({
    'proprietary-api': z.optional(level),
    'depends-on-call': z.optional(level),
    'vendor-hosted-open-protocol': z.optional(level),
    portable: z.optional(level),
  })).check(says('Severity by lock-in level.')),
  portable: z.optional(z.array(z.string())).check(says('Vendors, vendor:service and pkg:p that are taken for portable.')),
  custom: z.optional(z.array(z.strictObject({
    vendor: text.check(says('Its id, as allow and vendor:v use it; one of the catalog gets more packages.')),
    packages: texts.check(says('Names of packages, or globs.')),
    capability: text.check(says('What they offer: one of those in the catalog.')),
    level: z.optional(z.literal(['proprietary-api', 'depends-on-call', 'vendor-hosted-open-protocol', 'portable'])).check(says('How hard it is to leave; proprietary-api, if absent.')),
    instead: z.optional(texts).check(says('What is portable instead.')),
    why: z.optional(text).check(says('Why it locks in, as a sentence.')),
  }))).check(says('Vendors of your own, which come before those of the catalog.')),
})

const check = z.strictObject({
  severity: z.optional(level).check(says('Of its findings.')),
  in: z.optional(selector).check(says('The files judged.')),
  options: z.optional(z.strictObject({
    dev: z.optional(selector).check(says('Of undeclared: the files that may import dev packages; tests and *.config.*, if absent.')),
    style: z.optional(z.literal(['alias', 'relative', 'either'])).check(says('Of self-import: how an import of another module is written.')),
    means: z.optional(z.literal(['unreached', 'unused', 'alone'])).check(says('Of orphans: no entry leads there, nobody imports it, or it imports nothing either.')),
    entries: z.optional(texts).check(says('Of orphans: patterns of files that are there for somebody outside.')),
    level: z.optional(z.literal(['module', 'folder', 'file'])).check(says('Of stability: what is compared.')),
  })).check(says('What else it may be told.')),
})

const version = z.optional(z.literal(1)).check(says('Of this format.'))

export const shape = z.strictObject({
  version,
  inherit: z.optional(z.boolean()).check(says('true in a folder further down: a part of the outer project, which speaks for its folder and may only narrow.')),
  extends: z.optional(z.array(z.string())).check(says('Presets (preset:NAME), and yaml files by their path from the root, node_modules too. What stands here goes over what stands there.')),
  include: z.optional(texts).check(says('Patterns of the files judged; all, if absent.')),
  ignore: z.optional(texts).check(says('Patterns of files that nobody judges.')),
  imports: z.optional(z.strictObject({
    kinds: z.optional(kinds),
    calls: z.optional(texts).check(says('The functions whose first argument the kind call counts; require.resolve, jest.mock and vi.mock, if absent.')),
    reexports: z.optional(z.literal(['follow', 'stop'])).check(says('Whether prohibitions see the file that defines a symbol.')),
    virtual: z.optional(texts).check(says('Specifiers that the build provides.')),
  })).check(says('Which imports count, and how.')),
  layers: z.optional(layers),
  modules: z.optional(z.record(z.string(), module)).check(says('Name of each module to its files, or to a map. Captures in the name are those of the pattern.')),
  tags: z.optional(z.record(z.string(), selector)).check(says('A name for whatever a selector picks.')),
  vendors: z.optional(vendors).check(says('Where vendor SDKs may be held, and what counts as one.')),
  rules: z.optional(z.array(rule)).check(says('Who may import whom.')),
  cycles: z.optional(z.union([z.literal(['forbid', 'off']), cycle, z.array(cycle)])).check(says('forbid: of files that load each other. Or what is looked at, once or several times.')),
  checks: z.optional(z.record(z.string(), z.union([level, check]))).check(says('Level of each check, or the files it judges.')),
  exceptions: z.optional(z.array(exception)).check(says('What is allowed nevertheless, with a reason and a date.')),
  budgets: z.optional(z.record(z.string(), z.number())).check(says('The most there may be: a selector, a dot, and files, imports, findings or known.')),
})

const ofModule = moduleMap.def.shape

/** Of a file further down that says `inherit: true`. */
export const heirShape = z.strictObject({
  version,
  inherit: z.literal(true).check(says('A part of the outer project: speaks for its folder, and may only narrow. Patterns start at this folder.')),
  module: z.optional(text).check(says("The module's name; its path, if absent.")),
  layer: ofModule.layer, tags: ofModule.tags, owner: ofModule.owner, why: ofModule.why,
  api: ofModule.api, uses: ofModule.uses, usedBy: ofModule.usedBy, packages: ofModule.packages,
  layers: z.optional(layers),
  rules: z.optional(z.array(rule)).check(says('Their subjects are cut to this folder.')),
  cycles: z.optional(z.union([z.literal('forbid'), cycle, z.array(cycle)])).check(says('Cycles that stay within this folder.')),
  checks: z.optional(z.record(z.string(), z.union([level, z.strictObject({ severity: level, in: z.optional(selector).check(says('The files judged.')) })]))).check(says('Level of each check in this folder: only stricter than that of the outer project.')),
})

export type Shape = z.infer<typeof shape>
export type HeirShape = z.infer<typeof heirShape>
export type { SelectorShape }

/** The content of bulkhead.schema.json. It asks for no files of a module: what is extended may say them, and a schema sees one file. */
export function jsonSchema(): object {
  const options = { override: ({ zodSchema, jsonSchema: made }: Overridden) => { if (zodSchema === moduleMap) delete made.required } }
  const { anyOf, ...rest } = z.toJSONSchema(z.union([shape, heirShape]), options)
  const [ofProject, ofHeir] = anyOf ?? []
  return { title: 'bulkhead.yaml', ...rest, if: { required: ['inherit'], properties: { inherit: { const: true } } }, then: ofHeir, else: ofProject }
}

type Overridden = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>>[0]
