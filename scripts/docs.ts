// Writes what the documentation takes from the code: the list of rules, and the tables of keys in the reference.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { presetPages, rulePages } from '../rules/index.ts'
import { jsonSchema } from '../server/config/schema.ts'
import { withKeyTables } from '../server/report/key-tables.ts'
import { renderRuleIndex } from '../server/report/rule-index.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const reference = join(docs, 'configuration.md')
writeFileSync(join(docs, 'rules.md'), renderRuleIndex(rulePages, presetPages, '../rules'))
writeFileSync(reference, withKeyTables(readFileSync(reference, 'utf8'), jsonSchema()))
