// What a component's file says, by what its code says.
import type { Facts, Source } from '../../../../rules/model/facts.ts'
import type { Path } from '../../../../rules/model/place.ts'
import type { Code } from '../../../../rules/model/rewrite.ts'
import { decode } from '../decode.ts'
import type { Names } from '../names.ts'
import { componentOf } from './component.ts'

// A web standard that every runtime has; declared here because the engine sees the types of none.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

export function componentFacts({ path, bytes }: Source, extract: (source: Source) => Facts): Facts {
  const { code, api, imports, unread } = componentOf(path, decode(bytes))
  const facts = extract(sourceOf(code))
  return {
    path, ignores: facts.ignores,
    imports: imports.length === 0 ? facts.imports : [...facts.imports, ...imports].sort((a, b) => a.span.start - b.span.start),
    barrel: facts.barrel && (api === code || extract(sourceOf(api)).barrel),
    problems: [
      ...unread.map(({ span, message }) => ({ kind: 'syntax', message, at: { path, span } })),
      ...facts.problems.map((problem) => problem.at === undefined ? problem : { ...problem, at: { ...problem.at, path } }),
    ],
  }
}

/** Whoever imports a component by default gets what the file as a whole defines, whether or not a script says so. */
export function componentNames({ path, bytes }: Source, facts: Facts, namesOf: (path: Path, text: string, facts: Facts) => Names): Names {
  const { code, api } = componentOf(path, decode(bytes))
  const told = (of: Code): Names => namesOf(of.path, of.text, within(facts, of.text))
  const names = told(code)
  const { exports } = api === code ? names : told(api)
  return { imports: names.imports, exports: exports.some(({ name }) => name === 'default') ? exports : [...exports, { name: 'default' }] }
}

export function isUsedByMarkup({ path, bytes }: Source): boolean {
  return componentOf(path, decode(bytes)).isUsedByMarkup
}

/** The facts of what is not blank there. */
function within(facts: Facts, text: string): Facts {
  return { ...facts, imports: facts.imports.filter(({ span }) => text.slice(span.start, span.end).trim() !== '') }
}

function sourceOf({ path, text }: Code): Source {
  return { path, bytes: new TextEncoder().encode(text) }
}
