// Runs every example in rules/**/*.md: the pages that explain a rule are its tests.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { policyChecks, rules } from '../rules/index.ts'
import { check } from './support/check.ts'
import { readProject } from './support/read-project.ts'

const pages = new Map(['boundaries', 'policy', 'vendors'].flatMap((folder) => pagesIn(folder)))

test('every rule has a page, and every page a rule', () => {
  assert.deepEqual([...pages.keys()].sort(), [...rules, ...policyChecks].map(({ id }) => id).sort())
})

for (const [id, page] of pages) {
  const examples = examplesIn(page)

  test(`${id}: its page says what, shows it in both directions, and when to leave it off`, () => {
    assert.match(page, new RegExp(`^# ${id}\n\n\\S`))
    assert.deepEqual([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title), ['Examples', 'Options', 'When not to use it'])
    const dirty = examples.filter(({ text }) => readProject(text).expected.some(({ rule }) => rule === id))
    const clean = examples.filter(({ text }) => readProject(text).expected.length === 0)
    assert.ok(dirty.length > 0, 'no example has a finding')
    assert.ok(clean.length > 0, 'no example is without findings')
  })

  for (const { title, text } of examples) check(`${id}: ${title}`, text)
}

function pagesIn(folder: string): readonly (readonly [id: string, page: string])[] {
  const at = new URL(`../rules/${folder}/`, import.meta.url)
  return readdirSync(at).filter((name) => name.endsWith('.md')).sort()
    .map((name) => [`${folder}/${name.slice(0, -3)}`, readFileSync(new URL(name, at), 'utf8')])
}

/** The fenced projects of a page, each named by the line above it. */
function examplesIn(page: string): readonly { readonly title: string; readonly text: string }[] {
  return [...page.matchAll(/^(.+)\n+```project\n([^]*?)^```$/gm)].map(([, title = '', text = '']) => ({ title, text }))
}
