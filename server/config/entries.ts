/* Everything that judges imports one by one, as entries of one kind: `rules`, and what modules say of themselves. */
import type { Layout, Workspace } from '../../rules/model/layout.ts'
import type { NamePattern, PathPattern } from '../../rules/model/pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import { someAtLeast, type Entry } from '../../rules/model/policy.ts'
import type { EndClass, Selector } from '../../rules/model/selector.ts'
import { classesOf } from '../../rules/model/take.ts'
import { literalPath } from '../../rules/model/path-pattern.ts'
import type { Config, HeirConfig, ModuleConfig, Placed, RuleConfig, TagConfig } from './config.ts'
import type { Homes } from './homes.ts'
import { isOfModules, namesFiles, namesModules, withTags } from './tags.ts'

export function entriesOf(config: Config, layout: Layout, homes: Homes, tags: readonly TagConfig[]): readonly Entry[] {
  const modules = config.modules.flatMap((module) => moduleEntries(subjectOf(module, homes), config, layout, homes, tags))
  const heirs = config.heirs.flatMap((heir) => moduleEntries(folderOf(heir, homes), config, layout, homes, tags))
  return [...config.rules.map((rule) => ruleEntry(rule, tags)), ...modules, ...heirs]
}

function ruleEntry({ uncut, ...rule }: RuleConfig, tags: readonly TagConfig[]): Entry {
  const subject = withTags(rule.subject, tags)
  const object = withTags(rule.object, tags)
  return {
    ...rule, subject, object,
    ...(rule.via === undefined ? {} : { via: withTags(rule.via, tags) }),
    classes: classesJudged(rule.subjectSide, subject, object),
    judgesInside: rule.verb === 'forbid' && namesFiles(subject, tags) && namesFiles(object, tags),
    ownByCaptures: !namesModules(subject, tags),
    eachModule: isOfModules(uncut === undefined ? subject : withTags(uncut, tags), tags),
  }
}

/** `from … only` judges the classes that it permits something of, and files where it permits nothing; `to … only` those of its subject. */
function classesJudged(side: 'from' | 'to', subject: Selector, object: Selector): ReadonlySet<EndClass> {
  const classes = classesOf(side === 'from' ? object : subject)
  return classes.size === 0 ? new Set(['file']) : classes
}

/** Who says what its files may use, and who may use them. */
interface Speaker {
  readonly module: ModuleConfig
  readonly name: string
  /** The name of the module is bound too. */
  readonly subject: (at: Place) => Selector
  readonly ownByCaptures: boolean
}

function subjectOf(module: ModuleConfig, homes: Homes): Speaker {
  const instances = module.uses?.value === 'manifest' ? instancesByName(module, homes) : instancesOf(module, homes)
  return { module, name: module.name, subject: (at) => ({ at, kind: 'group', sort: 'module', name: instances }), ownByCaptures: false }
}

/** An heir speaks for its folder, whatever modules lie in it. */
function folderOf(heir: HeirConfig, homes: Homes): Speaker {
  const { module, folder } = heir
  const name = heirName(heir, homes)
  const plain = literalPath(folder)
  const pattern: PathPattern = { ...plain, match: (path) => plain.match(path) && { prefix: folder, bindings: { [ownName]: name } }, bind: () => pattern }
  return { module, name, subject: (at) => ({ at, kind: 'path', pattern: module.uses?.value === 'manifest' ? pattern : plain }), ownByCaptures: true }
}

/** The module that the project has there, else its own. */
export function heirName({ folder, module, path }: HeirConfig, homes: Homes): string {
  const home = homes.declared.of(path)
  return home?.folder === folder ? home.module.name : module.name
}

function moduleEntries({ module, name, subject, ownByCaptures }: Speaker, config: Config, layout: Layout, homes: Homes, tags: readonly TagConfig[]): Entry[] {
  const { uses, usedBy, packages } = module
  const entry = (key: string, side: 'from' | 'to', said: Placed<unknown>, object: Selector, classes: (object: Selector) => ReadonlySet<EndClass>): Entry => ({
    id: `${name}.${key}`, subjectSide: side, subject: subject(said.at), verb: 'only', object, classes: classes(object),
    judgesInside: false, ownByCaptures, kinds: config.kinds, reach: false, count: someAtLeast, eachModule: false,
    ...(module.why === undefined ? {} : { why: module.why }),
    ...(module.owner === undefined ? {} : { owner: module.owner }),
    at: said.at,
  })
  return [
    ...(uses === undefined ? [] : [entry('uses', 'from', uses, uses.value === 'manifest' ? declaredIn(layout, homes, uses.at) : withTags(uses.value, tags), (object) => classesJudged('from', object, object))]),
    ...(usedBy === undefined ? [] : [entry('usedBy', 'to', usedBy, withTags(usedBy.value, tags), () => new Set<EndClass>(['file']))]),
    ...(packages === undefined ? [] : [entry('packages', 'from', packages, withTags(packages.value, tags), (object) => new Set<EndClass>(['package', ...classesOf(object)]))]),
  ]
}

/** The modules that one declaration makes; their captures are bound as its patterns bound them. */
function instancesOf(config: ModuleConfig, homes: Homes): NamePattern {
  const pattern: NamePattern = {
    written: config.name,
    captures: config.template.captures,
    match: (name) => homes.declared.madeBy(config).get(name)?.bindings,
    bind: () => pattern,
  }
  return pattern
}

/** The same, and the module's own name is bound too. No capture that a user can write starts with a dot. */
function instancesByName(config: ModuleConfig, homes: Homes): NamePattern {
  const plain = instancesOf(config, homes)
  const pattern: NamePattern = {
    ...plain,
    match(name) {
      const bindings = plain.match(name)
      return bindings && { ...bindings, [ownName]: name }
    },
    bind: () => pattern,
  }
  return pattern
}

const ownName = '.module'

/** `uses: manifest`: the files of the workspace packages that the manifest of the importing module declares. */
function declaredIn(layout: Layout, homes: Homes, at: Place): Selector {
  const workspaceOf = nearestWorkspace(layout)
  const manifests = new Map<string, Workspace | undefined>()
  for (const path of layout.files) {
    const home = homes.declared.of(path)
    if (home !== undefined && !manifests.has(home.module.name)) manifests.set(home.module.name, workspaceOf(home.folder === '' ? '' : `${home.folder}/`))
  }
  const bound = new Map<string, PathPattern>()
  const pattern: PathPattern = {
    written: 'manifest',
    captures: [],
    match: () => undefined,
    bind(bindings) {
      const module = Object.hasOwn(bindings, ownName) ? bindings[ownName] : undefined
      if (module === undefined) return pattern
      const known = bound.get(module)
      if (known !== undefined) return known
      const declared = new Set(manifests.get(module)?.declared)
      const fresh: PathPattern = {
        written: 'manifest', captures: [], bind: () => fresh,
        match(path) {
          const workspace = workspaceOf(path)
          return workspace !== undefined && declared.has(workspace.name) ? { prefix: workspace.folder, bindings: {} } : undefined
        },
      }
      bound.set(module, fresh)
      return fresh
    },
  }
  return { at, kind: 'path', pattern }
}

/** The package that a path is in: the innermost. */
function nearestWorkspace(layout: Layout): (path: Path) => Workspace | undefined {
  const at = new Map(layout.workspaces.map((workspace) => [workspace.folder, workspace]))
  return (path) => {
    for (let folder = path; folder !== ''; ) {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
      const found = at.get(folder)
      if (found !== undefined) return found
    }
    return at.get('')
  }
}
