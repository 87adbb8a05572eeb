// The text of a planned file: code as people write it, with all that a scanner of imports can stumble over. It need not run, but it parses.

import { seeded, type Seeded } from './seeded.ts'
import type { PlannedFile, PlannedImport } from './plan.ts'

/** The same file is always the same text. */
export function codeOf(file: PlannedFile): string {
  if (file.isBarrel) return file.imports.map(statement).join('')
  const { path, base, imports, bytes } = file
  const random = seeded([...path].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7))
  const isView = path.endsWith('.tsx')
  const head = `${random.next() < 0.5 ? `/**\n * ${base}: what the ${wordsOf(base)} is, and who may ask for it.\n * @example\n * import { create${base} } from './here'\n */\n` : ''}${imports.map(statement).join('')}`
  const blocks = [`${head}
export interface ${base} {
  readonly id: string
  readonly at: Date
  readonly amount: number
  readonly notes: readonly string[]
}

export function create${base}(part: Partial<${base}> = {}): ${base} {
  return { id: \`${base}-\${part.id ?? 0}\`, at: new Date(0), amount: 0, notes: [], ...part }
}
`, wiring(base, imports)]
  let length = blocks.reduce((sum, block) => sum + block.length, 0)
  for (let n = 0; length < bytes; n++) {
    const write = random.pick(isView ? [view, view, service, table, parsing, loading, arithmetic] : [service, table, parsing, loading, arithmetic, generic])
    const block = write(base, n, random)
    blocks.push(block)
    length += block.length
  }
  return blocks.join('\n')
}

function statement(import_: PlannedImport): string {
  const from = `'${import_.specifier}'\n`
  switch (import_.kind) {
    case 'value': return `import { create${import_.uses} } from ${from}`
    case 'type': return `import type { ${import_.uses} } from ${from}`
    case 'package': return import_.name === '*' ? `import * as ${namespace(import_.specifier)} from ${from}` : `import { ${import_.name} } from ${from}`
    case 'type-package': return `import type { ${import_.name} } from ${from}`
    case 'star': return `export * from ${from}`
    case 'named': return `export { create${import_.uses}, type ${import_.uses} } from ${from}`
    // It stands where it is used.
    case 'dynamic': return ''
  }
}

/** Uses all that is imported, so that no import is for its type alone unless it says so. */
function wiring(base: string, imports: readonly PlannedImport[]): string {
  const lines = imports.map((each) => {
    switch (each.kind) {
      case 'value': return `    create${each.uses}({ amount: 1 }),`
      case 'type': return `    undefined as ${each.uses} | undefined,`
      case 'package': return `    ${each.name === '*' ? namespace(each.specifier) : each.name},`
      case 'type-package': return `    undefined as ${each.name} | undefined,`
      default: return undefined
    }
  })
  const later = imports.flatMap((each) => each.kind === 'dynamic' ? [`export const load${base}${pascalOf(each.specifier)} = () => import('${each.specifier}')\n`] : [])
  return `export function wired${base}(): readonly unknown[] {\n  return [\n${lines.flatMap((line) => line === undefined ? [] : [line]).join('\n')}\n  ]\n}\n${later.join('')}`
}

type Write = (base: string, n: number, random: Seeded) => string

const service: Write = (base, n, random) => `/** Keeps each ${wordsOf(base)} until it is asked for; at most ${10 + random.below(90)} at a time. */
export class ${base}Store${n} {
  readonly #kept = new Map<string, ${base}>()
  #asked = 0

  add(...added: readonly ${base}[]): this {
    for (const each of added) {
      if (this.#kept.size > ${10 + random.below(90)}) throw new RangeError(\`no room for \${each.id}: \${[...this.#kept.keys()].map((key) => \`"\${key}"\`).join(', ')}\`)
      this.#kept.set(each.id, each)
    }
    return this
  }

  /* Not import { anything } from 'anywhere': only what was added. */
  get(id: string): ${base} | undefined {
    this.#asked++
    return this.#kept.get(id)
  }

  get asked(): number {
    return this.#asked
  }
}
`

const table: Write = (base, n, random) => `const rates${base}${n} = {
${Array.from({ length: 3 + random.below(6) }, (_, i) => `  'class-${i}': { from: ${i * random.below(100)}, label: "it's class ${i}", per: { day: ${random.below(900) / 10}, week: ${random.below(9000)} } },`).join('\n')}
} as const

export function rate${base}${n}(name: keyof typeof rates${base}${n}, days = 1): number {
  const { per } = rates${base}${n}[name]
  return days >= 7 ? per.week / 7 * days : per.day * days // a week is cheaper
}
`

const parsing: Write = (base, n, random) => `const line${base}${n} = /^([A-Z]{2}\\d{${1 + random.below(5)}})[/\\\\]"?([^/"]+)"?\\/(\\d+)$/gu

export function parse${base}${n}(text: string): readonly ${base}[] {
  const found: ${base}[] = []
  for (const [, id = '', note = '', amount = '0'] of text.matchAll(line${base}${n})) {
    if (/^\\s*(#|\\/\\/)/.test(note)) continue
    found.push(create${base}({ id, notes: [note.replace(/['"\`]/g, '')], amount: Number(amount) / 100 }))
  }
  return found
}
`

const loading: Write = (base, n, random) => `export async function load${base}${n}(from: string, tries = ${1 + random.below(5)}): Promise<${base} | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      const answer = await fetch(\`https://example.org/${wordsOf(base).replaceAll(' ', '/')}/\${encodeURIComponent(from)}?try=\${attempt}\`)
      if (answer.status === 404) return undefined
      return create${base}(await answer.json() as Partial<${base}>)
    } catch (error) {
      if (!(error instanceof TypeError) || attempt + 1 === tries) throw error
    }
  }
  return undefined
}
`

const arithmetic: Write = (base, n, random) => `export function total${base}${n}(all: readonly ${base}[], { from = 0, to = Infinity }: { from?: number; to?: number } = {}): number {
  let [sum, count] = [0, 0]
  for (const { amount, at } of all) {
    const day = at.getTime() / ${86_400_000 + random.below(1000)}
    switch (true) {
      case day < from: continue
      case day >= to: break
      default: sum += amount; count++
    }
  }
  return count === 0 ? 0 : sum / count / ${1 + random.below(12)}
}
`

const generic: Write = (base, n, random) => `export type ${base}By${n}<Key extends string, Value = ${base}> = { readonly [key in Key]?: Value | readonly Value[] }

export const group${base}${n} = <Key extends string>(all: Iterable<${base}>, keyOf: (each: ${base}) => Key): ${base}By${n}<Key, ${base}> => {
  const groups: { [key in Key]?: ${base} } = {}
  for (const each of all) groups[keyOf(each)] ??= each.notes.length > ${random.below(9)} ? each : create${base}({ ...each, notes: [...each.notes, 'grouped'] })
  return groups
}
`

const view: Write = (base, n, random) => `export function ${base}View${n}({ of, onTake }: { readonly of: readonly ${base}[]; readonly onTake?: (id: string) => void }) {
  const [open, setOpen] = useState<string | undefined>()
  return (
    <section className="list-${random.below(9)}" aria-label={\`\${of.length} of them\`}>
      <h2>What's here, and what isn't: {of.length > 0 ? <b>{of.length}</b> : 'nothing'}</h2>
      {/* import nothing from 'nowhere' */}
      <ul>
        {of.filter(({ amount }) => amount > ${random.below(100)} && amount < ${100 + random.below(900)}).map((each) => (
          <li key={each.id} className={open === each.id ? 'open' : undefined} onClick={() => setOpen(each.id)}>
            {each.notes.join(' / ')} <small>{(each.amount / 100).toFixed(2)} €</small>
            <button type="button" onClick={() => onTake?.(each.id)}>Take it</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
`

function namespace(specifier: string): string {
  return specifier.replace('node:', '')
}

/** 'AmberAnchorModel' as people say it. */
function wordsOf(base: string): string {
  return base.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}

function pascalOf(specifier: string): string {
  return specifier.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
