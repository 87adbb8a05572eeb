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
  ]).check(says('A name of a layer or module, layer:n, module:n, tag:t, path:p, re:r, module:files, pkg:p, builtin:b, vendor:v, env:G, unresolved:G, folder:above|same|below or *; a list of these; or { any, all, not }.')),
)

const severity = z.literal(['error', 'warning', 'info'])
const level = z.literal(['error', 'warning', 'info', 'off'])

const kind = z.literal(['value', 'type', 'elided', 'reexport', 'require', 'dynamic', 'jsdoc', 'url', 'call', 'all', 'runtime', 'load'])
const kindList = z.union([kind, z.array(kind)])
const kinds = z.union([kind, z.array(kind), z.strictObject({ any: z.optional(kindList), not: z.optional(kindList) })]).check(says('Which imports count.'))

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

const module = z.union([
  z.string(),
  z.array(z.string()),
  z.strictObject({
    files: texts.check(says('Patterns, or workspace:GLOB for a module of each workspace package so named.')),
    layer: z.optional(text),
    tags: z.optional(texts).check(says('word or word:value.')),
    owner: z.optional(text),
    why: z.optional(text),
    uses: z.optional(selector).check(says('The files it may use; manifest: the workspace packages its manifest declares.')),
    usedBy: z.optional(selector).check(says('Who may use it.')),
    packages: z.optional(texts).check(says('The packages it may use; [] is none.')),
    api: z.optional(z.union([z.literal(['index', 'exports', 'open']), z.array(z.string())])).check(says('The files that others may import.')),
    mode: z.optional(z.literal(['checked', 'common', 'open'])).check(says('common: all may use it. open: it may also use all.')),
    optional: z.optional(z.boolean()).check(says('May match no file.')),
  }),
])

const rule = z.strictObject({
  id: text,
  from: z.optional(selector).check(says('Asks what these import.')),
  to: z.optional(selector).check(says('Asks who imports these.')),
  forbid: z.optional(selector).check(says('May not be imported by from, or may not import to.')),
  only: z.optional(selector).check(says('Nothing else of the same classes.')),
  kinds: z.optional(kinds),
  severity: z.optional(level),
  why: z.optional(text),
  owner: z.optional(text),
  optional: z.optional(z.boolean()).check(says('May match nothing.')),
})

const cycle = z.strictObject({
  level: z.optional(z.literal(['file', 'module'])),
  kinds: z.optional(kinds),
  severity: z.optional(severity),
  why: z.optional(text),
})

const exception = z.strictObject({
  rule: texts.check(says('Ids of checks or entries.')),
  from: z.optional(selector),
  to: z.optional(selector),
  why: text,
  until: text.check(says('A date (2027-01-31) or never.')),
  owner: z.optional(text),
})

const vendors = z.strictObject({
  allow: z.optional(z.union([z.string(), z.array(selector), z.record(z.string(), selector)])).check(says('Where vendor SDKs may be held: a selector, or a map from vendor, vendor:service, capability:c, "*".')),
  levels: z.optional(z.strictObject({
    'proprietary-api': z.optional(level),
    'depends-on-call': z.optional(level),
    'vendor-hosted-open-protocol': z.optional(level),
    portable: z.optional(level),
  })).check(says('Severity by lock-in level.')),
})

const check = z.strictObject({
  severity: z.optional(level),
  in: z.optional(selector).check(says('The files judged.')),
  options: z.optional(z.strictObject({
    dev: z.optional(selector).check(says('Of undeclared: the files that may import dev packages; tests and *.config.*, if absent.')),
    style: z.optional(z.literal(['alias', 'relative', 'either'])).check(says('Of self-import: how an import of another module is written.')),
    means: z.optional(z.literal(['unreached', 'unused', 'alone'])).check(says('Of orphans: no entry leads there, nobody imports it, or it imports nothing either.')),
    entries: z.optional(texts).check(says('Of orphans: patterns of files that are there for somebody outside.')),
    level: z.optional(z.literal(['module', 'folder', 'file'])).check(says('Of stability: what is compared.')),
  })),
})

export const shape = z.strictObject({
  version: z.optional(z.literal(1)).check(says('Of this format.')),
  extends: z.optional(z.array(z.string())).check(says('Presets (preset:NAME), and yaml files by their path from the root, node_modules too. What stands here goes over what stands there.')),
  include: z.optional(texts).check(says('Patterns of the files judged; all, if absent.')),
  ignore: z.optional(texts).check(says('Patterns of files that nobody judges.')),
  imports: z.optional(z.strictObject({
    kinds: z.optional(kinds),
    calls: z.optional(texts).check(says('The functions whose first argument the kind call counts; require.resolve, jest.mock and vi.mock, if absent.')),
    reexports: z.optional(z.literal(['follow', 'stop'])).check(says('Whether prohibitions see the file that defines a symbol.')),
    virtual: z.optional(texts).check(says('Specifiers that the build provides.')),
  })),
  layers: z.optional(z.array(z.union([layer, z.array(layer)]))).check(says('Highest first: a layer may use itself and every layer after it. A list within is several at one height.')),
  modules: z.optional(z.record(z.string(), module)),
  tags: z.optional(z.record(z.string(), selector)).check(says('A name for whatever a selector picks.')),
  vendors: z.optional(vendors),
  rules: z.optional(z.array(rule)),
  cycles: z.optional(z.union([z.literal(['forbid', 'off']), cycle, z.array(cycle)])),
  checks: z.optional(z.record(z.string(), z.union([level, check]))).check(says('Level of each check, or the files it judges.')),
  exceptions: z.optional(z.array(exception)),
  budgets: z.optional(z.record(z.string(), z.number())).check(says('The most there may be: a selector, a dot, and files, imports, findings or known.')),
})

export type Shape = z.infer<typeof shape>
export type { SelectorShape }

/** The content of bulkhead.schema.json. */
export function jsonSchema(): object {
  return { title: 'bulkhead.yaml', ...z.toJSONSchema(shape) }
}
