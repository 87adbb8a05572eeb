// The lexer beside a real parser, over published packages: equal in every import, or in doubt. BULKHEAD_DIFFERENTIAL=full reads all files.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { test } from 'node:test'
import type { ImportFact } from '../../rules/model/facts.ts'
import { decode, extract, extractNameUses, extractTypeOnly, isSource } from '../../server/engine/extract/index.ts'
import { ignoresIn } from '../../server/engine/extract/ignores.ts'
import { isKeptWhole } from '../../server/engine/extract/kept-whole.ts'
import { lexedFacts } from '../../server/engine/extract/lexer/lexed-facts.ts'
import { lexedNames } from '../../server/engine/extract/lexer/lexed-names.ts'
import { treeNames, type Names } from '../../server/engine/extract/names.ts'
import { withOutline } from '../../server/engine/extract/parse.ts'
import { fromTree } from '../../server/engine/extract/parsed-facts.ts'
import { nodeModules } from '../support/node-modules.ts'

const isFull = process.env['BULKHEAD_DIFFERENTIAL'] === 'full'
const oneOf = isFull ? 1 : 16
const largest = isFull ? Infinity : 1_000_000

const everySource = readdirSync(nodeModules, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && isSource(entry.name))
  .map(entry => relative(nodeModules, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .toSorted()
const sources = everySource.filter((_, i) => i % oneOf === 0)

const written = ({ kind, specifier, span, statement }: ImportFact): string => `${kind} ${specifier} ${span.start}-${span.end} in ${statement.start}-${statement.end}`

const writtenNames = ({ imports, exports }: Names): string => JSON.stringify([[...imports].sort(([a], [b]) => a - b), exports.map(each => JSON.stringify(each)).sort()])

test('the lexer finds what the parser finds', () => {
  const differences: string[] = []
  let read = 0
  let imports = 0
  let inDoubt = 0
  for (const path of sources) {
    const bytes = readFileSync(join(nodeModules, path))
    if (bytes.length > largest) continue
    read++
    const lexed = lexedFacts(path, bytes)
    if (lexed === undefined) { inDoubt++; continue }
    const text = decode(bytes)
    const parsed = fromTree(path, text)
    if (parsed === undefined) continue
    imports += parsed.imports.length
    const found = lexed.imports.map(written)
    const wanted = parsed.imports.map(written)
    const missing = wanted.filter(each => !found.includes(each))
    const extra = found.filter(each => !wanted.includes(each))
    if (found.length !== wanted.length || missing.length > 0 || extra.length > 0) differences.push(`${path}: missing ${missing.join(', ')}; extra ${extra.join(', ')}`)
    if (lexed.barrel !== parsed.barrel) differences.push(`${path}: ${lexed.barrel ? 'a' : 'no'} barrel`)
  }
  console.log(`${read} files, ${imports} imports, ${differences.length} differences, ${inDoubt} files in doubt`)
  assert.deepEqual(differences, [])
  assert.ok(read > 1_000 && imports > 3_000, 'there is too little to compare')
  assert.ok(inDoubt < read / 50, 'the lexer gives up too often')
})

test('the lexer finds the comments that the parser finds', () => {
  const marker = 'bulkhead-ignore-next-line'
  const differences: string[] = []
  let comments = 0
  for (const path of sources.filter((_, i) => i % 4 === 0)) {
    // What says "TODO" or "eslint-disable" in published code takes the place of an instruction to bulkhead, so that there are some.
    const text = decode(readFileSync(join(nodeModules, path))).replace(/(?<=\/\/ |\/\*\*? ?(?:\r?\n \* )?)[A-Za-z@#]+(?= )/g, marker)
    if (text.length > largest) continue
    const lexed = lexedFacts(path, new TextEncoder().encode(text))
    if (lexed === undefined) continue
    const parsed = withOutline(path, text, outline => outline.damage === undefined ? ignoresIn(text, () => outline.comments) : undefined)
    if (parsed === undefined) continue
    comments += parsed.length
    if (JSON.stringify(lexed.ignores) !== JSON.stringify(parsed)) differences.push(path)
  }
  assert.deepEqual(differences, [])
  assert.ok(comments > 1_000, 'there is too little to compare')
})

test('what neighbours tell of the use of a name is what the parser finds', () => {
  const wrong: string[] = []
  let values = 0
  let told = 0
  for (const path of sources.filter(path => /(?<!\.d)\.[cm]?tsx?$/.test(path))) {
    const bytes = readFileSync(join(nodeModules, path))
    const facts = extract({ path, bytes })
    const uses = extractNameUses({ path, bytes })
    const typeOnly = extractTypeOnly({ path, bytes }, facts)
    values += facts.imports.filter(({ kind }) => kind === 'value').length
    told += uses.values.length + uses.typesOnly.length
    for (const i of uses.values) if (typeOnly.has(i)) wrong.push(`${path}: ${facts.imports[i]?.specifier} is a type`)
    for (const i of uses.typesOnly) if (!typeOnly.has(i)) wrong.push(`${path}: ${facts.imports[i]?.specifier} is a value`)
  }
  console.log(`${values} value imports, ${told} of them told`)
  assert.deepEqual(wrong, [])
  assert.ok(told > values / 3, 'too little is told')
})

test('what hands a promised module on takes no names from it', () => {
  const wrong: string[] = []
  let promised = 0
  let told = 0
  // Few files have one: to pick some of all would pick none.
  for (const path of everySource) {
    const bytes = readFileSync(join(nodeModules, path))
    if (!bytes.includes('import(')) continue
    const dynamic = extract({ path, bytes }).imports.filter(({ kind }) => kind === 'dynamic')
    if (dynamic.length === 0 || bytes.length > largest) continue
    promised += dynamic.length
    const text = decode(bytes)
    const whole = dynamic.filter(fact => isKeptWhole(text, fact))
    if (whole.length === 0) continue
    told += whole.length
    const { imports } = treeNames(path, text)
    for (const { span, specifier } of whole) if (imports.get(span.start)?.join() !== '*') wrong.push(`${path}: ${imports.get(span.start)} of ${specifier}`)
  }
  console.log(`${promised} promised modules, ${told} of them surely handed on`)
  assert.deepEqual(wrong, [])
  assert.ok(told > 0, 'none is told')
})

test('the names that words tell are those that the parser finds', () => {
  const differences: string[] = []
  let told = 0
  let barrels = 0
  let toldBarrels = 0
  for (const path of sources) {
    const bytes = readFileSync(join(nodeModules, path))
    if (bytes.length > largest) continue
    const facts = extract({ path, bytes })
    const names = lexedNames({ path, bytes }, facts)
    if (facts.barrel) barrels++
    if (names === undefined) continue
    told++
    if (facts.barrel) toldBarrels++
    const wanted = writtenNames(treeNames(path, decode(bytes)))
    if (writtenNames(names) !== wanted) differences.push(`${path}: ${writtenNames(names)} in place of ${wanted}`)
  }
  console.log(`${sources.length} files, the names of ${told} told by words; ${barrels} barrels, ${toldBarrels} of them told`)
  assert.deepEqual(differences, [])
  assert.ok(told > sources.length / 4 && toldBarrels > barrels / 4, 'too few are told')
})
