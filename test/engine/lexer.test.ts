import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Facts } from '../../rules/model/facts.ts'
import { lexedFacts } from '../../server/engine/extract/lexer/lexed-facts.ts'
import { fromTree } from '../../server/engine/extract/parsed-facts.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const lexed = (text: string, path = 'harbour/crane.ts'): Facts | undefined => lexedFacts(path, utf8(text))
const imports = (text: string, path?: string): readonly string[] | undefined => lexed(text, path)?.imports.map(({ kind, specifier }) => `${kind} ${specifier}`)

interface Case {
  readonly name: string
  readonly file: string
  readonly code: string
  readonly imports: readonly string[]
}

const cases = JSON.parse(readFileSync(new URL('hard-cases.json', import.meta.url), 'utf8')) as readonly Case[]

test('hard cases are read right or not at all', () => {
  const inDoubt = cases.filter(({ file, code, imports: wanted }) => {
    const found = imports(code, file)
    if (found !== undefined) assert.deepEqual(found, wanted, code)
    return found === undefined
  })
  assert.deepEqual(inDoubt.map(({ name }) => name), [
    'unicode escape binding name', 'import type template literal type', 'html comments script', 'regex after yield await throw arrow', 'generic require',
  ])
})

test('whatever may hide an import is for a parser to read', () => {
  for (const damaged of ['const a = (', 'f())', "const a = '", 'const a = `', 'const a = `${', '/* open', 'const a = /[', 'a\0', '<<<<<<< HEAD', "import { a from './a'", "import './a' import './b'", "const a = import { b } from './b'", 'ship.\nimport { crew } from "./crew"', 'const \\u{61} = 1', 'const \\x61 = 1']) {
    assert.equal(lexed(damaged), undefined, damaged)
  }
  for (const damaged of ['const a = <b>', 'const a = <b></c', 'const a = <b c=></b>', 'const a = <b>{</b>']) assert.equal(lexed(damaged, 'view.tsx'), undefined, damaged)
})

test('a name of require that may be the file\'s own is for a parser to read', () => {
  for (const own of ['function require(a) {}', 'const f = require => require(1)', 'const f = (require) => require(1)', 'const { require } = a', "import require from './a'", "import { a as require } from './a'", "import * as require from './a'", 'let a, require = b', 'for (const require of a) {}', 'require = a']) {
    assert.equal(lexed(`${own}\nrequire('./b')`, 'a.js'), undefined, own)
  }
  for (const other of ['typeof require', 'require.resolve(a)', 'a.require', "a = typeof require === 'function' && require", 'const b = a || require', 'require(a)', 'const { require: a } = b', 'f({ require: a })', 'require?.main', 'const require = createRequire(import.meta.url)']) {
    assert.deepEqual(imports(`${other}\nrequire('./b')`, 'a.js'), ['require ./b'], other)
  }
})

test('what a function is handed as require imports nothing', () => {
  for (const code of ["define(function (require, exports) { require('./a'); f(() => { require('./b') }) })", "(require) => { require('./a') }", "class A { load(a, require) { require('./a') } }", "try {} catch (require) { require('./a') }", "async (require /* its own */) => /* */ { require('./a') }"]) {
    assert.deepEqual(imports(`require('./before')\n${code}\nrequire('./after')`, 'a.js'), ['require ./before', 'require ./after'], code)
  }
  assert.deepEqual(imports("f(require, a)(() => { require('./b') })", 'a.js'), ['require ./b'])
})

test('a slash after brackets is read by what they were', () => {
  const divisions = ['(a) / b / "\'".length', '({}) / 1', 'f()\n/ 1', 'a[0] / 1', 'const a = { b: 1 } / 1', 'a.if(b) / 1', '`${(a) / 1}` / 1', 'f(function () {}) / 1']
  const expressions = ["if (a) /'/.test(b)", "for await (const a of b) /'/.test(a)", "if (a) {} /'/.test(b)", "while ((a)) /'/.test(b)", "() => {}\n/'/.test(b)", "`${() => { if (a) /'}`/.test(b) }}`", "class A {} /'/.test(b)"]
  // Brackets in text on the way back, comments that end with the line or stand between, and what is too far away.
  const hidden = ["f(a // (\n) / b / \"'\".length", "f(a /* ( */) / b / \"'\".length", "f('(', a) / b / \"'\".length", "// if\n(a) / b / \"'\".length", "// if\n(a) /* b */ / c / \"'\".length", `f(${'a + '.repeat(60)}a) / b / "'".length`,
    "if /* a */ (b) /* c */ /'/.test(d)", "if (/[(]/.test(a)) /'/.test(b)", "// f(\nif (a) /'/.test(b)", "if // (\n(a) /'/.test(b)", "if (a('(')) /'/.test(b)", `while (${'a && '.repeat(60)}b) /'/.test(c)`, "(<a>(</a>) / b / \"'\".length"]
  for (const code of [...divisions, ...expressions, ...hidden]) assert.deepEqual(imports(`${code}\nimport './a'`, 'a.js'), ['value ./a'], code)
})

test('an escape is a letter of a name', () => {
  for (const code of ["const \\u0061 = 1 / 2 + '/'", "a = { \\u00c0: 'A' }", "\\u0061import('./b')", "f\\u0061\n/ 1 / 2"]) assert.deepEqual(imports(`${code}\nimport './a'`, 'a.js'), ['value ./a'], code)
})

test('text in UTF-16 is for a parser to read', () => {
  for (const mark of [[0xff, 0xfe], [0xfe, 0xff]]) assert.equal(lexedFacts('a.ts', Uint8Array.from([...mark, 0x61, 0])), undefined)
})

test('an import is a type or a promise by what surrounds it', () => {
  const types = ["let a: import('p').A", "type A = import('p')", "type A = typeof import('p')", "let a: Box<import('p').A>", "let a: B | import('p').A", "f<import('p').A[]>()", "const a = b as import('p').A", "type F = (a: import('p').A) => import('p').B<C>"]
  for (const code of types) assert.ok(imports(code)?.every(found => found === 'type p'), code)
  const values = ["await import('p')", "const a = import('p')", "this.a = import('p')", "() => import('p')", "f(import('p'), [import('p')])", "a || import('p')", "import('p').then(f)", "a\nimport('p')", "return_; import('p')", "a ? import('p') : b", "const { a } = await import('p')"]
  for (const code of values) assert.ok(imports(code)?.every(found => found === 'dynamic p'), code)
})

const hostile: Readonly<Record<string, string>> = {
  'open tags': '<T>('.repeat(50_000), 'open generic tags': '<T extends={'.repeat(50_000), 'open elements': '<a>{'.repeat(50_000), templates: '`${'.repeat(50_000),
  'imports in imports': "import('a',".repeat(20_000), 'types in types': "let a: import('a').B<".repeat(20_000), negations: `${'!'.repeat(100_000)}/`, slashes: 'a/'.repeat(100_000), 'names in braces': `export {${'a,'.repeat(200_000)}}`,
  comments: '/**/'.repeat(100_000), parentheses: `${'('.repeat(100_000)}/`, spaces: `${' '.repeat(200_000)}/`, strings: "'\\".repeat(100_000), 'comparisons': '=<'.repeat(50_000),
}

test('nothing takes time or stack without bound', () => {
  for (const [what, code] of Object.entries(hostile)) for (const path of ['a.ts', 'a.tsx', 'a.js']) {
    assert.doesNotThrow(() => lexed(code, path), what)
    assert.doesNotThrow(() => lexed(`${code}\n)/a`, path), what)
  }
})

const scraps = ["'", '"', '`', '/', '//', '/*', '*/', '<', '>', '{', '}', '(', ')', '${', '\n', ';', 'import ', 'export ', 'require', '.', ',', '=', '=>', "'x'", "import('y')", "require('z')", 'from ', 'type ', '<a>', '</a>', '\\', '!', 'return ', 'if (a) ', 'é', '\u2028', '🚢', '++', 'typeof ']
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(8), add: fc.constantFrom('', ...scraps) }), { minLength: 1, maxLength: 5 })

test('damaged code is read to its end, and what is found is where it is said to be', () => {
  fc.assert(fc.property(fc.constantFrom(...cases), fc.constantFrom(...cases), edits, (first, second, damage) => {
    let text = `${first.code}\n${second.code}`.replaceAll('\uFEFF', '')
    for (const { at, cut, add } of damage) {
      const start = Math.floor(at * text.length)
      text = text.slice(0, start) + add + text.slice(start + cut)
    }
    // A cut through a pair leaves halves, which bytes cannot say.
    text = new TextDecoder().decode(utf8(text))
    for (const { specifier, span, statement } of lexed(text, first.file)?.imports ?? []) {
      const written = text.slice(span.start, span.end)
      assert.match(written, /^(?:'[^]*'|"[^]*"|`[^]*`)$/)
      if (!written.includes('\\')) assert.equal(written.slice(1, -1), specifier)
      assert.ok(statement.start < span.start && statement.end >= span.end && statement.end <= text.length)
    }
  }), { numRuns: 5_000 })
})

test('any bytes at all can be read', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.d.ts'), (bytes, path) => { lexedFacts(path, bytes) }), { numRuns: 5_000 })
})

const markup = fc.letrec<{ element: string; child: string; attribute: string; code: string }>(tie => ({
  element: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('<br/>', "<b>it's</b>", '<></>', '<A.B c-d="\'" />', '<List<Array<string>> of={x}/>'),
    fc.tuple(fc.constantFrom('p', 'Dock.Crane', 'svg:path'), fc.array(tie('attribute'), { maxLength: 2 }), fc.array(tie('child'), { maxLength: 3 })).map(([tag, attributes, children]) => `<${tag}${attributes.map(each => ` ${each}`).join('')}>${children.join('')}</${tag}>`),
    fc.array(tie('child'), { maxLength: 3 }).map(children => `<>${children.join('')}</>`)),
  child: fc.oneof({ depthSize: 'small' }, fc.constantFrom("it's ", 'a "quote', '`', "import 'no'", ' // no comment ', '/* nor this ', "require('no')", '&lt;', '\n', '{/* it\'s */}', '{}'), tie('element'), tie('code').map(code => `{${code}}`)),
  attribute: fc.oneof({ depthSize: 'small' }, fc.constantFrom('on', "of='\"'", 'of="it\'s\n"', '{...all}'), tie('code').map(code => `of={${code}}`), tie('element').map(element => `of=${element}`)),
  code: fc.oneof({ depthSize: 'small' },
    fc.constantFrom("import('./crane')", "require('./dock')", '1 / 2', "/['}]/.test(x)", "'}'", '(a < b)', '<T,>(x: T) => x', 'x as Array<string>', 'f<T>(x)', '{ a: 1 }', '(a + b) / 2 / c', '() => { if (a) /}/.exec(b) }'),
    tie('element'), tie('element').map(element => `list.map(each => ${element})`), fc.tuple(tie('element'), tie('element')).map(([a, b]) => `ok ? ${a} : ${b}`), tie('code').map(code => `\`it's \${${code}} }\``), tie('element').map(element => `() => { return ${element} }`)),
}))

test('imports in markup are found, however it nests, and its text is none', () => {
  let read = 0
  let inDoubt = 0
  let compared = 0
  fc.assert(fc.property(fc.array(markup.element, { minLength: 1, maxLength: 3 }), elements => {
    const text = `import './start'\n${elements.map((element, i) => `const view${i} = ${element}\n`).join('')}import './end'\n`
    const wanted = fromTree('a.tsx', text)
    const found = lexed(text, 'a.tsx')
    read++
    if (found === undefined) inDoubt++
    else if (wanted !== undefined) { compared++; assert.deepEqual(found.imports, wanted.imports) }
  }), { numRuns: 2_000 })
  assert.ok(inDoubt < read / 50 && compared > read / 2, `${read} read, ${compared} compared, ${inDoubt} in doubt`)
})
