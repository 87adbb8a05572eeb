import type { Facts, ImportFact } from '../../../rules/model/facts.ts'
import type { Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { answers as answersOf } from './answers.ts'
import type { Answer, Outside } from './answers.ts'
import { bareImport } from './bare-import.ts'
import type { BareScope } from './bare-import.ts'
import { isRequired } from './format.ts'
import { isDeclaration } from './known-files.ts'
import type { ResolveLayout } from './layout.ts'
import type { Manifest } from './manifest.ts'
import { folderOf } from './posix-path.ts'
import { relativeImport, urlImport } from './relative-import.ts'
import { isRelative, schemeOf } from './specifier.ts'
import type { Tsconfig } from './tsconfig.ts'

/**
 * Where the imports of a file lead; parallel to `facts.imports`. Remembers what it answered, by folder or by package:
 * a resolver holds for one layout.
 */
export function resolver(layout: ResolveLayout, outside: Outside): (facts: Facts) => readonly Link[] {
  const answers = answersOf(layout, outside)
  const relative = relativeImport(layout, answers)
  const url = urlImport(layout, answers)
  const bare = bareImport(layout, answers, outside)
  const scopes = scopesOf(layout)

  function answerTo(path: Path, scope: Scope, fact: ImportFact): Answer {
    const { specifier } = fact
    const asRelative = isRelative(specifier) || specifier.includes('!')
    const how = !asRelative && isRequired(path, fact, scope) ? 'require' : 'import'
    const memory = fact.kind === 'url' ? scope.urls : asRelative ? scope.relative : how === 'require' ? scope.required : scope.imported
    let answer = memory.get(specifier)
    if (!answer) memory.set(specifier, answer = newAnswer(scope, fact, how))
    return answer
  }

  function newAnswer(scope: Scope, fact: ImportFact, how: 'import' | 'require'): Answer {
    const { specifier } = fact
    if (outside.isVirtual(specifier)) return answers.end({ kind: 'unjudged', specifier }, 'package')
    if (fact.kind === 'url' && schemeOf(specifier) === undefined && !specifier.startsWith('/')) return url(scope.folder, specifier)
    if (isRelative(specifier.includes('!') ? specifier.slice(specifier.lastIndexOf('!') + 1) : specifier)) return relative(scope.folder, scope.config, specifier)
    return bare(scope, specifier, how)
  }

  return facts => {
    if (facts.imports.length === 0) return []
    const scope = scopes(facts.path)
    const declares = isDeclaration(facts.path)
    return facts.imports.map(fact => {
      const answer = answerTo(facts.path, scope, fact)
      return declares || fact.kind === 'type' || fact.kind === 'jsdoc' ? answer.reads : answer.runs
    })
  }
}

interface Scope extends BareScope {
  readonly folder: Path
  readonly relative: Map<string, Answer>
  readonly urls: Map<string, Answer>
  /** Shared by all folders of one config and one package. */
  readonly imported: Map<string, Answer>
  readonly required: Map<string, Answer>
}

function scopesOf(layout: ResolveLayout): (path: Path) => Scope {
  const byFolder = new Map<Path, Map<Tsconfig | undefined, Scope>>()
  const byManifest = new Map<Manifest | undefined, Map<Tsconfig | undefined, Pick<Scope, 'imported' | 'required'>>>()
  return path => {
    const folder = folderOf(path)
    const config = layout.tsconfigOf(path)
    const scopes = entry(byFolder, folder, () => new Map())
    return entry(scopes, config, () => {
      const manifest = layout.manifestAbove(folder)
      const shared = entry(entry(byManifest, manifest, () => new Map()), config, () => ({ imported: new Map(), required: new Map() }))
      return { folder, config, manifest, relative: new Map(), urls: new Map(), ...shared }
    })
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) map.set(key, value = make())
  return value
}
