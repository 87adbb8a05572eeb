import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract, extractSymbols } from '../../server/engine/extract/index.ts'
import type { Facts } from '../../rules/model/facts.ts'

const read = (text: string, path = 'harbour/crane.tsx'): Facts => extract({ path, bytes: new TextEncoder().encode(text) })
const specifiers = (facts: Facts): readonly string[] => facts.imports.map(({ specifier }) => specifier)

const before = "import { ship } from './ship'\nconst pier = require('./pier')\nexport const load = () => import('./load')\n"
const after = "import { crew } from './crew'\nexport function sail() { return import('./sea') }\nexport * from './wind'\n"
const everything = ['./ship', './pier', './load', './crew', './sea', './wind']

const halfTyped: Readonly<Record<string, string>> = {
  'an expression': 'const a = \n',
  'an import without its end': "import { a } from \n",
  'an import with an open brace': 'import { a\n',
  'an import with an open quote': "import { a } from './\n",
  'a member': 'ship.\n',
  'a call': 'sail(ship, \n',
  'a condition': 'if (ship.ready\n',
  'a function': 'function unload() {\n  if (ship) {\n    ship.stop()\n}\n',
  'markup': 'const view = <Ship name="a"><b>\n',
  'a type': 'type Cargo = { weight: \n',
  'a stray bracket': '}\n',
  'a NUL byte': 'const a = 1\0\n',
  'a regular expression': 'const a = /[\n',
  'a conflict': '<<<<<<< HEAD\n',
}

for (const [what, text] of Object.entries(halfTyped)) {
  test(`${what}, half typed, costs only its own statement`, () => {
    const facts = read(before + text + after)
    assert.deepEqual(specifiers(facts), everything)
    assert.deepEqual(facts.problems.map(({ kind }) => kind), ['syntax'])
    assert.match(facts.problems[0]?.message ?? '', /^does not parse: ./)
    assert.equal(facts.problems[0]?.at?.path, 'harbour/crane.tsx')
    for (const { span, specifier } of facts.imports) assert.match((before + text + after).slice(span.start, span.end), new RegExp(`^.${specifier}.$`))
  })
}

const harmless: Readonly<Record<string, string>> = {
  'an assignment': 'const a = ;\n',
  'a class': 'class Crane {\n  lift() {\n    return this.\n  }\n}\n',
  'a stray word': 'const a = 1 2\n',
}

for (const [what, text] of Object.entries(harmless)) {
  test(`${what}, half typed, hides no import, and is left to the compiler`, () => {
    const facts = read(before + text + after)
    assert.deepEqual(specifiers(facts), everything)
    assert.deepEqual(facts.problems, [])
  })
}

test('a problem stands where the damage is', () => {
  const text = `${before}const a = (;\n`
  const { start = 0, end = 0 } = read(text).problems[0]?.at?.span ?? {}
  assert.equal(text.slice(start, end), ';')
})

test('two damages in one file', () => {
  assert.deepEqual(specifiers(read(`${before}const a = ;\nimport './between'\nfunction (\n${after}`)), [...everything.slice(0, 3), './between', ...everything.slice(3)])
})

test('where nothing helps, the imports before the damage are found', () => {
  assert.deepEqual(specifiers(read(`${before}const a = \`${'\n`'.repeat(41)} ( ] { \``)).slice(0, 3), ['./ship', './pier', './load'])
})

test('names of a damaged file are read where they can be', () => {
  const bytes = new TextEncoder().encode(`${before}const a = ;\n${after}`)
  const facts = extract({ path: 'harbour/crane.ts', bytes })
  const symbols = extractSymbols({ path: 'harbour/crane.ts', bytes }, facts)
  assert.deepEqual(symbols.imports.map(({ names }) => names.join()), ['ship', '*', '*', 'crew', '*', '*'])
  assert.deepEqual(symbols.exports.map(({ name }) => name), ['load', 'sail', '*'])
})

test('code that the parser understands though it complains is no problem', () => {
  assert.deepEqual(read("import './a'\nreturn 1\n", 'a.js'), { path: 'a.js', imports: [{ specifier: './a', kind: 'value', span: { start: 7, end: 12 }, statement: { start: 0, end: 12 } }], ignores: [], barrel: false, problems: [] })
})

const nested: Readonly<Record<string, readonly [string, string, string]>> = {
  parentheses: ['(', '1', ')'], brackets: ['[', '1', ']'], objects: ['{a:', '1', '}'], calls: ['f(', '1', ')'], functions: ['function(){return ', '1', '}'],
  arrows: ['a=>', '1', ''], conditions: ['a?b:', '1', ''], 'conditions over lines': ['a\n?b\n:', '1', ''], negations: ['!', '1', ''], templates: ['`${', '1', '}`'],
  markup: ['<a>', 'x', '</a>'], 'markup and code': ['<a>{', '1', '}</a>'], classes: ['class{a=', '1', '}'], 'news over lines': ['new\n', 'a', ''], defaults: ['(a=', '1', ')=>1'],
}

for (const [what, [open, middle, close]] of Object.entries(nested)) {
  test(`${what} nested 10,000 deep do not take the process down`, () => {
    const text = `import './ship'\nconst a = ${open.repeat(10_000)}${middle}${close.repeat(10_000)}\n`
    for (const [whole, problems] of [[text, []], [`${text}(`, ['syntax']]] as const) {
      const facts = read(whole)
      assert.deepEqual([specifiers(facts), facts.problems.map(({ kind }) => kind)], [['./ship'], problems])
      extractSymbols({ path: facts.path, bytes: new TextEncoder().encode(whole) }, facts)
    }
  })
}

test('statements nested 10,000 deep do not take the process down', () => {
  for (const statement of ['if(a)', 'if(a)\n', 'for(;;)', 'for(;;)\n', 'a:', 'a:\n', 'if(a){}else ', 'if(a)b;\nelse ', '{', 'do\n']) {
    const facts = read(`import './ship'\n${statement.repeat(10_000)}b\n`)
    assert.deepEqual(specifiers(facts), ['./ship'], JSON.stringify(statement))
  }
})

test('long chains and lists are no nesting', () => {
  const long = ["'a'+".repeat(900) + "'b'", 'f(a),'.repeat(20_000) + '0', `a${'.b()'.repeat(900)}`, 'function f(){}'.repeat(5_000) + ';0']
  for (const code of long) assert.deepEqual(read(`import './ship'\n${code}\nimport './crew'\n`).problems, [])
  assert.deepEqual(read(`import './ship'\n${'call(a)\nconst b = c\n'.repeat(5_000)}import './crew'\n`).problems, [])
})
