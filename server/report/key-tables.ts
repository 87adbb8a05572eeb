// The keys of bulkhead.yaml as tables, from its JSON schema: what the reference says of them cannot differ from what is read.

/** As much of JSON schema as ours uses. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  /** Of a file that inherits, and of all others. */
  readonly then?: JsonSchema
  readonly else?: JsonSchema
}

/** The reference with each table between `<!-- keys: rules[] -->` and `<!-- end -->` written anew. Throws where there is no such place in the schema. */
export function withKeyTables(page: string, schema: JsonSchema): string {
  return page.replace(/(<!-- keys: (.*) -->\n)[^]*?(<!-- end -->)/g, (_, start: string, place: string, end: string) => `${start}${keyTable(schema, place.trim())}\n${end}`)
}

/** The keys at one place: '' is the top, `heir` that of a file that inherits, `rules[]` an item of rules, `modules.*` any value in modules. */
export function keyTable(schema: JsonSchema, place: string): string {
  const isHeir = place === 'heir'
  const steps = (isHeir ? '' : place).split(/\.|(?=\[\])/).filter((step) => step !== '')
  const maps = steps.reduce<readonly JsonSchema[]>((at, step) => at.flatMap((each) => inside(each, step)), [(isHeir ? schema.then : schema.else) ?? schema])
    .flatMap(alternatives).filter(({ properties }) => properties !== undefined)
  if (maps.length === 0) throw new Error(`bulkhead.yaml has no keys at ${place}`)
  return ['| key | takes | |', '| --- | --- | --- |', ...maps.flatMap((map) => Object.entries(map.properties ?? {}).map(([key, value]) => row(key, value, map)))].join('\n')
}

function row(key: string, value: JsonSchema, { required = [] }: JsonSchema): string {
  const told = value.description ?? ''
  return `| \`${key}\`${required.includes(key) ? ' (required)' : ''} | ${cell(takes(value))} | ${cell(told)} |`
}

function inside(schema: JsonSchema, step: string): readonly JsonSchema[] {
  return alternatives(schema).flatMap(({ items, properties, additionalProperties }) => {
    if (step === '[]') return items ?? []
    if (step === '*') return typeof additionalProperties === 'object' ? additionalProperties : []
    return properties?.[step] ?? []
  })
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(alternatives)
}

const mostWords = 6

/** What a value may be, in few words. */
function takes(schema: JsonSchema): string {
  // The only shape that repeats within itself.
  if (schema.$ref !== undefined) return 'selector'
  if (schema.const !== undefined) return String(schema.const)
  // What has a table of its own is not counted out in a cell.
  if (schema.enum !== undefined && schema.enum.length > mostWords) return 'word'
  if (schema.enum !== undefined) return schema.enum.map((each) => `\`${String(each)}\``).join(', ')
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(takes))].join('; ')
  switch (schema.type) {
    case 'array': return `list of ${schema.items === undefined ? 'anything' : several(takes(schema.items))}`
    case 'object': return 'map'
    case 'string': return 'text'
    case 'boolean': return 'true or false'
    default: return schema.type ?? 'anything'
  }
}

function several(one: string): string {
  return one.includes('; ') || one.includes(', ') ? `(${one})` : `${one}s`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
