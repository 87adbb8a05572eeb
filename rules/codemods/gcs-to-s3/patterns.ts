import type { Code, Morph, Node } from '../parse.ts'
import type { Printer } from '../printer.ts'
import type { Kinds } from './kinds.ts'
import type { LeftOver } from './plans.ts'
import type { Staying } from './staying.ts'

/** `({ name }) => …`: a File that is taken apart where it is named. */
export interface Pattern {
  readonly owner: Node
  readonly elements: readonly Morph.BindingElement[]
}

export function patternsOf({ morph: { Node, SyntaxKind }, source }: Code, kinds: Kinds): readonly Pattern[] {
  return source.getDescendantsOfKind(SyntaxKind.ObjectBindingPattern).flatMap((pattern) => {
    const owner: Node = pattern.getParentOrThrow()
    const kind = Node.isParameterDeclaration(owner) || Node.isVariableDeclaration(owner) ? kinds.ofDeclaration(owner) : undefined
    return kind === undefined || kind === 'files' ? [] : [{ owner, elements: pattern.getElements() }]
  })
}

/** Patterns that ask for more than the name of a File. */
export function leftPatterns(patterns: readonly Pattern[], kinds: Kinds): readonly LeftOver[] {
  return patterns.filter((pattern) => !isOfName(pattern, kinds)).flatMap(({ owner }) =>
    kinds.sources(owner).map((handle) => ({ handle, at: owner, why: 'this stays with Google because it is taken apart here' })))
}

function isOfName({ owner, elements }: Pattern, kinds: Kinds): boolean {
  return kinds.ofDeclaration(owner) === 'file' && elements.every((element) => (element.getPropertyNameNode() ?? element.getNameNode()).getText() === 'name' && element.getInitializer() === undefined)
}

export function replacePatterns(patterns: readonly Pattern[], staying: Staying, printer: Printer): void {
  for (const { owner, elements } of patterns) {
    if (staying.declaration(owner)) continue
    for (const element of elements) printer.replace(element, () => `Key: ${element.getNameNode().getText()}`)
  }
}
