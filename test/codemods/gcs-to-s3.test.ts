import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { take } from './rewriting.ts'

// `REGENERATE=1 node --test test/codemods/gcs-to-s3.test.ts` writes the .after files anew, to be read in the diff.
const folder = fileURLToPath(new URL('../fixtures/gcs-to-s3/', import.meta.url))
const befores = readdirSync(folder).filter((name) => name.includes('.before.'))

async function rewritten(name: string, text: string): Promise<{ readonly text: string; readonly problems: readonly string[] }> {
  const { texts, problems } = await take('gcs-to-s3', name, { [name]: text })
  return { text: texts.get(name) ?? '', problems }
}

for (const before of befores) {
  const after = before.replace('.before.', '.after.')

  test(`${before} becomes ${after}`, async () => {
    const { text } = await rewritten(before, readFileSync(folder + before, 'utf8'))
    if (process.env.REGENERATE === '1') writeFileSync(folder + after, text)
    assert.equal(text, readFileSync(folder + after, 'utf8'))
  })

  test(`${after} is left as it is`, async () => {
    const text = readFileSync(folder + after, 'utf8')
    assert.equal((await rewritten(after, text)).text, text)
  })

  test(`${before} keeps its lines when they end with a carriage return`, async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    const { text } = await rewritten(before, crlf(readFileSync(folder + before, 'utf8')))
    assert.equal(text, crlf(readFileSync(folder + after, 'utf8')))
  })
}

test('what comes out compiles with the types of both packages, as what goes in does', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => folder + name)
  const program = ts.createProgram(files, {
    strict: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: true, types: ['node'], allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, verbatimModuleSyntax: true,
  })
  const said = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) =>
    `${file?.fileName.slice(folder.length)}:${file?.getLineAndCharacterOfPosition(start ?? 0).line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  assert.deepEqual(said, [])
})
