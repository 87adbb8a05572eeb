import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseNames } from '../../server/engine/extract/clause-names.ts'

const told: Readonly<Record<string, readonly string[] | undefined>> = {
  'import ': [],
  'import {} from ': [],
  'import ship from': ['default'],
  'import ship, { crane as lift, type Rope, type Deck as Floor } from ': ['Deck', 'Rope', 'crane', 'default'],
  'import * as fleet from ': ['*'],
  'import ship, * as fleet from ': ['*', 'default'],
  'import type { Rope } from ': ['Rope'],
  'import type from ': ['default'],
  'import type from from ': ['default'],
  'import type, { as } from ': ['as', 'default'],
  'import { type, type as, type as as, type as kind, default as ship } from ': ['as', 'default', 'type'],
  'import { // "no" from\n a, /* b, */ c } from ': ['a', 'c'],
  'export * from ': ['*'],
  'export * as nets from ': ['*'],
  'export type { Deck } from ': ['Deck'],
  'export { default, crane as default } from ': ['crane', 'default'],
  'import { größe, $, _ } from ': ['$', '_', 'größe'],
  // What the words alone do not tell.
  'import("': undefined,
  'const { a } = await import(': undefined,
  'import ship = require(': undefined,
  'import { "a b" as c } from ': undefined,
  'import { \\u0061 } from ': undefined,
  'import defer * as fleet from ': undefined,
  'import source ship from ': undefined,
}

for (const [clause, names] of Object.entries(told)) test(JSON.stringify(clause), () => assert.deepEqual(clauseNames(clause), names))
