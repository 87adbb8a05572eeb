import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isMap, isSeq, parseDocument } from 'yaml'
import { check } from '../support/check.ts'
import { inMemory, project } from '../support/project.ts'
import { readProject } from '../support/read-project.ts'

interface Projects {
  /** Breaks all that the preset says, and announces what is said of that. */
  readonly broken: string
  /** Much the same, built as the preset wants it. */
  readonly kept: string
  /** What it says for its readers' sake, though it would hold without: ways of keys, as `modules.{name}.api`. */
  readonly restated?: readonly string[]
}

/** Shows a preset on two projects that say nothing but its name. */
export function preset(name: string, { broken, kept, restated = [] }: Projects): void {
  const extending = `# bulkhead.yaml\nextends: [preset:${name}]\n\n`
  const yaml = readFileSync(new URL(`../../rules/presets/${name}.yaml`, import.meta.url), 'utf8')

  check(`${name}: broken`, extending + outdented(broken))
  check(`${name}: kept`, extending + outdented(kept))

  test(`${name}: findings point at the line that names it`, () => {
    const reasons = project(extending + outdented(broken)).report.findings.flatMap(({ because }) => because.map(({ at }) => ({ path: at.path, start: at.span.start, preset: at.preset })))
    assert.ok(reasons.length > 0)
    for (const reason of reasons) assert.deepEqual(reason, { path: 'bulkhead.yaml', start: 'extends: ['.length, preset: name })
  })

  for (const way of waysIn(parseDocument(yaml).contents)) {
    const spoken = way.join('.')
    test(`${name}: without ${spoken} something else is said`, () => {
      const document = parseDocument(yaml)
      document.deleteIn(way)
      const [whole, without] = [yaml, document.toString()].map((base) => [told(broken, base), told(kept, base)])
      if (restated.includes(spoken)) assert.deepEqual(without, whole)
      else assert.notDeepEqual(without, whole)
    })
  }
}

/** Of every value of a map and every item of a list, by keys and indices. */
function waysIn(node: unknown): readonly (readonly (string | number)[])[] {
  const inner: (readonly [string | number, unknown])[] = isMap(node) ? node.items.map(({ key, value }) => [String(key), value]) : isSeq(node) ? node.items.map((item, i) => [i, item]) : []
  return inner.flatMap(([step, value]) => [[step], ...waysIn(value).map((way) => [step, ...way])])
}

/** What is found, and why, where this is a base of the project; or that it is no configuration. */
function told(text: string, base: string): readonly string[] {
  const { files } = readProject(outdented(text))
  const report = inMemory(new Map([...files, ['bulkhead.yaml', 'extends: [base.yaml]\n'], ['base.yaml', base]])).apply([])
  if (!report.isConfigValid) return report.problems.map(({ kind }) => kind)
  return report.findings.map(({ at, rule, message, because }) => `${at.path}:${at.span.start} ${rule}: ${message}, ${because.map(({ note }) => note).join()}`)
}

function outdented(text: string): string {
  const lines = text.split('\n')
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(indent)).join('\n')
}
