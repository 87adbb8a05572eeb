// The same groups as whoever follows the words of the page one by one, without any of what makes it fast: on random projects and entries.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inMemory } from '../support/project.ts'

const paths = ['a/x/1.ts', 'a/x/2.ts', 'a/y/1.ts', 'a/y/z/1.ts', 'a/1.ts', 'b/x/1.ts', 'b/x/2.ts', 'b/y/1.ts', 'b/y/1.test.ts', 'c/1.ts', 'c/1.test.ts', 'd/y/2.ts', '1.ts']
type Level = 'file' | 'folder' | 'module'

/** A selector as it is written, and whether it takes a path where {p} stands for a value; what {p} stands for is the second answer of `from`. */
const plain: Readonly<Record<string, (path: string) => boolean>> = {
  'path:a': (path) => path.startsWith('a/'),
  'path:{a,b}': (path) => /^[ab]\//.test(path),
  '*/x': (path) => /^[ab]\/x\//.test(path),
  'path:**/1.ts': (path) => /(?:^|\/)1\.ts$/.test(path),
}
const bound: Readonly<Record<string, (path: string, p: string) => boolean>> = {
  'path:{p}': (path, p) => path.startsWith(`${p}/`) || path === p,
  'path:*/{p}': (path, p) => path.split('/')[1] === p,
}
const froms: Readonly<Record<string, (path: string) => string | undefined>> = {
  'path:{p}': (path) => path.split('/')[0],
  'path:*/{p}': (path) => path.split('/')[1],
  'path:{p:b,c}': (path) => /^[bc]\//.test(path) ? path[0] : undefined,
}

interface Asked {
  readonly level: Level
  readonly every?: Written
  readonly some?: Written
  readonly from?: string
}

interface Written {
  readonly text: string
  readonly isLeftOut: boolean
}

const entry = fc.constantFrom<Level>('file', 'folder', 'module').chain((level) => fc.option(fc.constantFrom(...Object.keys(froms)), { nil: undefined }).chain((from) => {
  const written = fc.option(fc.record({ text: fc.constantFrom(...Object.keys(plain), ...(from === undefined ? [] : Object.keys(bound))), isLeftOut: fc.boolean() }), { nil: undefined })
  return fc.record({ every: written, some: written }).map(({ every, some }): Asked => ({ level, ...(every && { every }), ...(some && { some }), ...(from !== undefined && { from }) }))
}))
const imports = fc.uniqueArray(fc.tuple(fc.nat(paths.length - 1), fc.nat(paths.length - 1)), { minLength: 12, maxLength: 45, size: 'max', selector: ([from, to]) => `${from} ${to}` })

function yaml({ level, every, some, from }: Asked): string {
  const selector = ({ text, isLeftOut }: Written): string => isLeftOut ? `{ not: "${text}" }` : `"${text}"`
  return `{ level: ${level}${every ? `, every: ${selector(every)}` : ''}${some ? `, some: ${selector(some)}` : ''}${from === undefined ? '' : `, from: "${from}"`} }`
}

function expected(all: readonly (readonly [string, string])[], { level, every, some, from }: Asked): readonly string[] {
  const taken = (written: Written | undefined, path: string, p: string): boolean => written === undefined || (plain[written.text]?.(path) ?? bound[written.text]?.(path, p) ?? false) !== written.isLeftOut
  const values = from === undefined ? [''] : [...new Set(paths.flatMap((path) => froms[from]?.(path) ?? []))]
  const found = values.flatMap((p) => {
    const edges = all.filter(([one, other]) => !/\.test\./.test(one) && taken(every, one, p) && taken(every, other, p)).flatMap(([one, other]) => {
      const [start, end] = nodes(level, one, other)
      return start === undefined || end === undefined || (start === end && level !== 'file') ? [] : [{ start, end, files: [one, other] }]
    })
    const reaches = (start: string, end: string): boolean => {
      const seen = new Set(edges.filter((edge) => edge.start === start).map((edge) => edge.end))
      for (const node of seen) for (const edge of edges) if (edge.start === node) seen.add(edge.end)
      return seen.has(end)
    }
    const members = [...new Set(edges.map(({ start }) => start))].filter((node) => reaches(node, node)).sort()
    const groups = new Set(members.map((node) => members.filter((other) => reaches(node, other) && reaches(other, node)).join(' | ')))
    return [...groups].filter((group) => {
      const inside = edges.filter(({ start, end }) => group.split(' | ').includes(start) && group.split(' | ').includes(end)).flatMap(({ files }) => files)
      return inside.some((path) => taken(some, path, p)) && (from === undefined || inside.some((path) => froms[from]?.(path) === p))
    })
  })
  return [...new Set(found)].sort()
}

function nodes(level: Level, one: string, other: string): readonly (string | undefined)[] {
  if (level === 'file') return [one, other]
  if (level === 'module') return [one, other].map((path) => /^[abd]\/[xy](?=\/)/.exec(path)?.[0])
  const [from, to] = [one.split('/'), other.split('/')]
  const apart = from.findIndex((name, i) => name !== to[i])
  return [from, to].map((names) => apart < 0 || apart >= from.length - 1 || apart >= to.length - 1 ? undefined : names.slice(0, apart + 1).join('/'))
}

test('whatever is asked of whatever project, the groups are those of the words', () => {
  let groups = 0
  fc.assert(fc.property(imports, fc.array(entry, { minLength: 1, maxLength: 4 }), (drawn, entries) => {
    const all = drawn.map(([from, to]) => [paths[from] ?? '', paths[to] ?? ''] as const)
    const texts = paths.map((path) => [path, all.filter(([from]) => from === path).map(([, to]) => `import '${'../'.repeat(path.split('/').length - 1) || './'}${to.replace('.ts', '')}'\n`).join('')] as const)
    const config = `modules: { "{top}/{name}": "{top:a,b,d}/{name}" }\ncycles:\n${entries.map((each) => `  - ${yaml(each)}\n`).join('')}`
    const report = inMemory(new Map([['bulkhead.yaml', config], ...texts])).apply([])
    assert.deepEqual(report.problems, [])
    const told = entries.map((each, i) => report.findings.filter(({ rule, because }) => rule === 'boundaries/cycles' && because[0]?.at.span.start === config.indexOf(`  - ${yaml(each)}`, lineAt(config, i)) + 4).map(({ key }) => key.slice(key.indexOf(': ') + 2)).sort())
    for (const [i, each] of entries.entries()) {
      const right = expected(all, each)
      groups += right.length
      assert.deepEqual(told[i], right, `${yaml(each)}\n${all.map((edge) => edge.join(' > ')).join('\n')}`)
    }
  }), { numRuns: Number(process.env['RUNS'] ?? 400), seed: Number(process.env['SEED'] ?? 5) })
  assert.ok(groups > 100)
})

/** Where the n-th entry starts: two may say the same. */
function lineAt(config: string, entry: number): number {
  return config.split('\n').slice(0, entry + 2).join('\n').length
}
