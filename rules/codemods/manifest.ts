import type { Edit } from '../model/edit.ts'
import type { Path } from '../model/place.ts'
import { lineStart, newlineOf } from './newline.ts'
import { parse, type Code, type Morph } from './parse.ts'

/**
 * Edits that add packages to a list of a package.json, `dependencies` unless another is named, at their places in the alphabet, and take one out of
 * wherever it stands. A package that is there in any version, and is not taken out, is left alone. None where the manifest can not be read.
 */
export async function manifestEdits(path: Path, text: string, added: Readonly<Record<string, string>>, removed: string | undefined, into = 'dependencies'): Promise<readonly Edit[]> {
  const code = await parse(path, text)
  const root = code.source.getDescendants().find(code.morph.Node.isObjectLiteralExpression)
  if (root === undefined || !code.isWhole) return []
  const lists = listNames.map((name) => listOf(code, root, name)).filter((list) => list !== undefined)
  const grown = listOf(code, root, into)
  const missing = entries(Object.entries(added)).filter(({ name }) => !lists.some((list) => entriesOf(code, list).some((entry) => entry.name === name && name !== removed)))

  const changes = lists.map((list) => rewritten(code, list, list === grown ? missing : [], removed)).filter((change) => change !== undefined)
  if (grown === undefined && missing.length > 0) changes.push(newList(code, root, into, missing))
  return changes.map(({ start, end, text }) => ({ kind: 'text', path, span: { start, end }, text }))
}

const listNames = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Entry {
  readonly name: string
  readonly line: string
}

function entries(ranges: readonly (readonly [string, string])[]): readonly Entry[] {
  return ranges.map(([name, range]) => ({ name, line: `${JSON.stringify(name)}: ${JSON.stringify(range)}` }))
}

function entriesOf({ morph: { Node } }: Code, list: Morph.ObjectLiteralExpression): readonly Entry[] {
  return list.getProperties().filter(Node.isPropertyAssignment).map((property) => ({ name: property.getNameNode().getText().slice(1, -1), line: property.getText() }))
}

function listOf({ morph: { Node } }: Code, root: Morph.ObjectLiteralExpression, name: string): Morph.ObjectLiteralExpression | undefined {
  const property = root.getProperties().filter(Node.isPropertyAssignment).find((candidate) => candidate.getNameNode().getText() === JSON.stringify(name))
  const value = property?.getInitializer()
  return Node.isObjectLiteralExpression(value) ? value : undefined
}

/** A list that changes is written anew, its entries as they were: package managers do the same, and keep it sorted. */
function rewritten(code: Code, list: Morph.ObjectLiteralExpression, added: readonly Entry[], removed: string | undefined): Change | undefined {
  const before = entriesOf(code, list)
  const after = before.filter(({ name }) => name !== removed)
  if (added.length === 0 && after.length === before.length) return undefined
  for (const entry of added) {
    const next = after.findIndex(({ name }) => name > entry.name)
    after.splice(next < 0 ? after.length : next, 0, entry)
  }
  const outer = /^[ \t]*/u.exec(code.text.slice(lineStart(code.text, list.getStart())))?.[0] ?? ''
  return { start: list.getStart(), end: list.getEnd(), text: block(after, outer, indentOf(code.text), newlineOf(code.text)) }
}

function newList(code: Code, root: Morph.ObjectLiteralExpression, name: string, added: readonly Entry[]): Change {
  const last = root.getProperties().at(-1)
  const indent = indentOf(code.text)
  const newline = newlineOf(code.text)
  const at = last?.getEnd() ?? root.getStart() + 1
  const text = `${newline}${indent}${JSON.stringify(name)}: ${block(added, indent, indent, newline)}`
  return { start: at, end: at, text: last === undefined ? text + newline : `,${text}` }
}

function block(list: readonly Entry[], outer: string, indent: string, newline: string): string {
  if (list.length === 0) return '{}'
  return `{${newline}${list.map(({ line }) => outer + indent + line).join(`,${newline}`)}${newline}${outer}}`
}

const indentOf = (text: string) => /\n([ \t]+)"/u.exec(text)?.[1] ?? '  '
