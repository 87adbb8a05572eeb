import { test } from 'node:test'
import assert from 'node:assert/strict'
import { spanOf, take } from './rewriting.ts'

async function ignored(path: string, text: string, statement: string, reason = 'PAY-812, until the queue is there') {
  const outcome = await take('ignore', path, { [path]: text }, { arguments: { ...spanOf(text, statement), rule: 'boundaries/rules' }, reason })
  return outcome.problems.length > 0 ? outcome.problems : outcome.texts.get(path)
}

const comment = 'bulkhead-ignore-next-line boundaries/rules -- PAY-812, until the queue is there'

test('a comment with the reason stands above the statement, indented as it is, with the line endings of the file', async () => {
  assert.equal(await ignored('shop/cart.ts', "import a from 'a'\r\nimport b from 'b'\r\n", "import b from 'b'"), `import a from 'a'\r\n// ${comment}\r\nimport b from 'b'\r\n`)
  assert.equal(await ignored('shop/cart.ts', "function load() {\n\treturn import('../billing')\n}\n", "import('../billing')"), `function load() {\n\t// ${comment}\n\treturn import('../billing')\n}\n`)
  assert.equal(await ignored('shop/cart.py', 'import billing\n', 'import billing'), `# ${comment}\nimport billing\n`)
})

test('the reason is one line, and there must be one', async () => {
  assert.equal(await ignored('shop/cart.ts', "import 'b'\n", "import 'b'", ' PAY-812,\n until the queue is there '), `// ${comment}\nimport 'b'\n`)
  assert.deepEqual(await ignored('shop/cart.ts', "import 'b'\n", "import 'b'", '  '), ['no-reason: an ignore comment needs a reason'])
})

test('no comment is put where it would be shown to customers', async () => {
  const jsx = "const Page = () => <p>\n  Prices of {import('../billing')}\n</p>\n"
  assert.deepEqual(await ignored('shop/page.tsx', jsx, "import('../billing')"), ['no-place: a comment above this line would become part of a text'])
  const template = "const page = `\n  ${await import('../billing')}\n`\n"
  assert.deepEqual(await ignored('shop/page.ts', template, "import('../billing')"), ['no-place: a comment above this line would become part of a text'])
})

test('inside braces in JSX there is room', async () => {
  const jsx = "const Page = () => <p>{\n  import('../billing')\n}</p>\n"
  assert.equal(await ignored('shop/page.tsx', jsx, "import('../billing')"), `const Page = () => <p>{\n  // ${comment}\n  import('../billing')\n}</p>\n`)
})
