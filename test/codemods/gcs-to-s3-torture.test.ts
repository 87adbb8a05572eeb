import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { take } from './rewriting.ts'

// The sources of the golden files, with lines and words lost and strange things put in between.
// `MUTATIONS=2000 node --test test/codemods/gcs-to-s3-torture.test.ts` for the long form.
const count = Number(process.env.MUTATIONS ?? 40)
const folder = fileURLToPath(new URL('../fixtures/gcs-to-s3/', import.meta.url))
const sources = readdirSync(folder).filter((name) => name.includes('.before.')).map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }))
const strange = ['?.', '!', ' as any', 'await ', '(', ')', '[0]', '.name', '.bucket', '.save("x")', '.makePublic()', ' ?? null', '...', ' || x', '.catch(() => {})', '.then((x) => x)', 'return ', 'export ', 'async ']

test(`${count} mutated modules: what comes out parses, and a second rewrite changes nothing`, async () => {
  const random = randomNumbers(1)
  for (let done = 0; done < count;) {
    const source = sources[Math.floor(random() * sources.length)]
    if (source === undefined) break
    const { name } = source
    const text = mutated(source.text, random)
    if (!parses(name, text)) continue
    done++
    const once = (await take('gcs-to-s3', name, { [name]: text })).texts.get(name) ?? ''
    assert.ok(parses(name, once), `${text}\n------\n${once}`)
    assert.equal((await take('gcs-to-s3', name, { [name]: once })).texts.get(name), once)
  }
})

function mutated(text: string, random: () => number): string {
  if (random() < 0.5) {
    const lines = text.split('\n')
    lines.splice(Math.floor(random() * lines.length), 1)
    return lines.join('\n')
  }
  const words = [...text.matchAll(/\b\w+\b|[()[\]{}.]/g)]
  const word = words[Math.floor(random() * words.length)]
  const at = (word?.index ?? 0) + (word?.[0].length ?? 0)
  return text.slice(0, at) + (strange[Math.floor(random() * strange.length)] ?? '') + text.slice(at)
}

function parses(name: string, text: string): boolean {
  const options = { fileName: name, reportDiagnostics: true, compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } }
  return (ts.transpileModule(text, options).diagnostics ?? []).length === 0
}

function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
