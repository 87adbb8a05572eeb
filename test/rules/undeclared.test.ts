// What a manifest declares, as boundaries/undeclared reads it: what its page has no room for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

check('without a manifest there is nothing to ask', `
  // shop/cart.ts
  import pg from 'pg'
  export const cart = pg
`)

check('a manifest that is broken, or only marks modules, says nothing', `
  // package.json
  { "name": "shop", "dependencies": { "pg": "8" } }
  // src/package.json
  { "type": "module" }
  // src/cart.ts
  import pg from 'pg'
  import mysql from 'mysql2'
  //                ^^^^^^^^ boundaries/undeclared: mysql2 is not declared in package.json
  export const cart = [pg, mysql]
`)

check('peer and optional dependencies, hosts, own names and types are declared', `
  // package.json
  { "name": "shop", "exports": "./src/index.ts", "peerDependencies": { "react": "*" }, "optionalDependencies": { "fsevents": "*" }, "engines": { "vscode": "^1" }, "devDependencies": { "@types/acme__rope": "1", "react": "19" } }
  // src/index.ts
  import react from 'react'
  import fsevents from 'fsevents'
  import vscode from 'vscode'
  import type { Knot } from '@acme/rope'
  import { Rope } from '@acme/rope'
  export const all = (knot: Knot, rope: Rope) => [react, fsevents, vscode, knot, rope]
  // src/other.ts
  import { all } from 'shop'
  //                  ^^^^^^ boundaries/self-import: shop imports itself by its own name
  import { tie } from '@acme/rope'
  //                  ^^^^^^^^^^^^ boundaries/undeclared: @acme/rope is not declared in package.json
  export const other = [all, tie()]
`)

check('what names no package is not asked for', `
  // bulkhead.yaml
  imports: { virtual: ["astro:*"] }
  // package.json
  { "name": "shop" }
  // tsconfig.json
  { "compilerOptions": { "paths": { "@/*": ["./*"] } } }
  // cart.ts
  import 'node:fs'
  import 'npm:pg@8'
  import 'astro:content'
  import '@/till'
  import './till'
  // till.ts
  export const till = 1
`)

test('the fix adds the package, in the version that is installed, to the list that fits the file', async () => {
  const { session, report } = project(`
    // package.json
    { "name": "shop", "dependencies": { "zod": "4" } }
    // node_modules/pg/package.json
    { "name": "pg", "version": "8.11.0" }
    // src/cart.ts
    import 'pg'
    // src/cart.test.ts
    import 'pg'
    // src/till.ts
    import 'mysql2'
  `)
  const fixes = new Map(report.findings.map(({ at, fixes }) => [at.path, fixes.find(({ id }) => id === 'declare')]))
  const taken = async (path: string): Promise<readonly string[]> => {
    const fix = fixes.get(path)
    assert.ok(fix)
    const { edits, problems } = await session.edits(fix)
    return [...edits.map((edit) => edit.kind === 'text' ? `${edit.path}: ${edit.text.replace(/\s+/g, ' ')}` : edit.kind), ...problems.map(({ hint }) => hint ?? '')]
  }
  assert.deepEqual(await taken('src/cart.ts'), ['package.json: { "pg": "^8.11.0", "zod": "4" }'])
  assert.deepEqual(await taken('src/cart.test.ts'), ['package.json: , "devDependencies": { "pg": "^8.11.0" }'])
  assert.deepEqual(await taken('src/till.ts'), ['run `npm install mysql2`'])
})

test('the fix takes the version that the other packages of the workspace declare, and moves what is declared for development', async () => {
  const { session, report } = project(`
    // package.json
    { "workspaces": ["packages/*"], "devDependencies": { "zod": "4.1.0" } }
    // node_modules/pg/package.json
    { "name": "pg", "version": "8.11.0" }
    // packages/shop/package.json
    { "name": "shop", "dependencies": { "pg": "~8.10.0" } }
    // packages/till/package.json
    { "name": "till", "devDependencies": { "zod": "4.0.0" } }
    // packages/till/till.ts
    import 'pg'
    import 'zod'
  `)
  const taken = await Promise.all(report.findings.flatMap(({ fixes }) => fixes.filter(({ id }) => id === 'declare')).map(async (fix) => {
    const { edits, problems } = await session.edits(fix)
    assert.deepEqual(problems, [])
    return [fix.title, fix.safety, ...edits.map((edit) => edit.kind === 'text' ? edit.text.replace(/\s+/g, ' ') : edit.kind)]
  }))
  assert.deepEqual(taken, [
    ['Declare pg in packages/till/package.json', 'review', ', "dependencies": { "pg": "~8.10.0" }'],
    ['Move zod to dependencies in packages/till/package.json', 'review', '{}', ', "dependencies": { "zod": "4.0.0" }'],
  ])
})

check('the root of a workspace ships nothing while it is private, by pnpm as well; its packages ship', `
  // package.json
  { "private": true, "devDependencies": { "execa": "9" } }
  // pnpm-workspace.yaml
  packages: ['packages/*']
  // scripts/release.js
  import 'execa'
  // packages/till/package.json
  { "name": "till", "private": true, "devDependencies": { "execa": "9" } }
  // packages/till/till.js
  import 'execa'
  //     ^^^^^^^ boundaries/undeclared: execa is declared for development only in packages/till/package.json
`)

check('a root that is published ships its files, and so does a private package alone that pnpm is set up for', `
  // package.json
  { "workspaces": ["packages/*"], "devDependencies": { "execa": "9" } }
  // release.js
  import 'execa'
  //     ^^^^^^^ boundaries/undeclared: execa is declared for development only in package.json
  // shop/package.json
  { "private": true, "devDependencies": { "execa": "9" } }
  // shop/pnpm-workspace.yaml
  onlyBuiltDependencies: [esbuild]
  // shop/cart.js
  import 'execa'
  //     ^^^^^^^ boundaries/undeclared: execa is declared for development only in shop/package.json
`)

test('what no package can be called is not to be declared, but named as what the build provides', () => {
  const { report } = project(`
    // package.json
    { "name": "docs", "dependencies": { "JSONStream": "1" } }
    // page.js
    import '@docusaurus/Link'
    import 'Components/Button'
    import 'JSONStream'
    import 'pg'
  `)
  assert.deepEqual(report.findings.map(({ message, help, fixes }) => [message, help.at(-1), fixes.some(({ id }) => id === 'declare')]), [
    ["@docusaurus/Link is no package's name", 'if the build provides it, say so in bulkhead.yaml: `imports: { virtual: ["@docusaurus/Link"] }`', false],
    ["Components is no package's name", 'if the build provides it, say so in bulkhead.yaml: `imports: { virtual: ["Components/**"] }`', false],
    ['pg is not declared in package.json', 'add it to dependencies there', true],
  ])
})

check('what is offered takes it', `
  // bulkhead.yaml
  imports: { virtual: ["@docusaurus/Link", "Components/**"] }
  // package.json
  { "name": "docs" }
  // page.js
  import '@docusaurus/Link'
  import 'Components/Button'
  import 'Components/till/Button'
`)
