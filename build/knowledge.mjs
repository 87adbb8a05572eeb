// Compiles what bulkhead knows (the catalog, presets and rule pages under rules/) into generated/knowledge.json, so that
// rules/ reads no disk and a start parses no yaml. The same sources give the same bytes. Runs on Node 20 and newer.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseDocument, LineCounter, isMap, isSeq, isScalar } from 'yaml'

const levels = ['proprietary-api', 'depends-on-call', 'vendor-hosted-open-protocol', 'portable']
const shared = ['alternatives', 'capabilities', 'exemptions']
const typing = `import type { Knowledge } from '../rules/catalog/knowledge.ts'\n\ndeclare const knowledge: Knowledge\nexport = knowledge\n`

/** What the sources under `root`/rules say, and the mistakes in them, each 'path:line: what'. */
export function compileKnowledge(root) {
  const mistakes = []
  const catalog = join(root, 'rules', 'catalog')
  const open = (file) => openYaml(root, file, mistakes)

  const capabilities = readCapabilities(open(join(catalog, 'capabilities.yaml')))
  const alternatives = readAlternatives(open(join(catalog, 'alternatives.yaml')))
  const seen = new Map()
  const exemptions = readExemptions(open(join(catalog, 'exemptions.yaml')), seen)
  const vendors = yamlFiles(catalog)
    .filter((file) => !shared.includes(basename(file, '.yaml')))
    .map((file) => readVendor(open(file), basename(file, '.yaml'), { capabilities, alternatives, seen }))

  const presets = Object.fromEntries(yamlFiles(join(root, 'rules', 'presets')).map((file) => {
    open(file)
    return [basename(file, '.yaml'), text(file)]
  }))
  return { knowledge: { vendors, alternatives, capabilities, exemptions, pages: readPages(root, mistakes), presets }, mistakes }
}

function readCapabilities({ map, top }) {
  return Object.fromEntries(map(top).map(({ key, value }) => [key, value.string()]))
}

function readAlternatives({ map, top }) {
  return Object.fromEntries(map(top).map(({ key, value }) => {
    const entry = value.record(['what', 'packages'])
    return [key, { what: entry.what.string(), packages: entry.packages.strings() }]
  }))
}

function readExemptions({ list, top }, seen) {
  return list(top).flatMap((group) => {
    const entry = group.record(['kind', 'why', 'match'])
    entry.kind.string()
    entry.why.sentence()
    for (const name of entry.match.items()) claim(seen, name)
    return entry.match.strings()
  })
}

function readVendor({ value, top, list }, id, known) {
  const vendor = value(top).record(['name', 'source', 'checked', 'services', 'packages'])
  vendor.source.string()
  vendor.checked.where((said) => /^\d{4}-\d{2}-\d{2}$/.test(said), 'is no date (YYYY-MM-DD)')
  return {
    id,
    name: vendor.name.string(),
    services: vendor.services.strings(),
    packages: list(vendor.packages.node).map((item) => readPackage(item, known)),
  }
}

function readPackage(item, { capabilities, alternatives, seen }) {
  const entry = item.record(['match', 'service', 'capability', 'level', 'why', 'instead', 'codemod'])
  if (!entry.match.node) entry.match.string()
  for (const name of entry.match.items()) claim(seen, name)
  return {
    match: entry.match.strings(),
    ...(entry.service.node && { service: entry.service.string() }),
    capability: entry.capability.oneOf(Object.keys(capabilities), 'is no capability (capabilities.yaml lists them)'),
    level: entry.level.oneOf(levels, `is no level; levels are ${levels.join(', ')}`),
    why: entry.why.sentence(),
    instead: entry.instead.items().map((way) => way.oneOf(Object.keys(alternatives), 'is no alternative (alternatives.yaml lists them)')),
    ...(entry.codemod.node && { codemod: entry.codemod.string() }),
  }
}

/** A name belongs to one entry of one vendor, or is exempt; never both, since no order could decide. */
function claim(seen, name) {
  const written = name.string() ?? ''
  if (!/^(@[^*/]+\/)?[^*/]*\*?[^*/]*$/.test(written)) name.wrong('is no package name, nor one with a single * outside its scope')
  const first = seen.get(written)
  if (first) name.wrong(`is already listed at ${first}`)
  else seen.set(written, name.place)
}

function readPages(root, mistakes) {
  const pages = {}
  for (const folder of ['boundaries', 'policy', 'presets', 'vendors']) {
    for (const file of files(join(root, 'rules', folder), '.md')) {
      const id = folder === 'presets' ? `preset:${basename(file, '.md')}` : `${folder}/${basename(file, '.md')}`
      pages[id] = text(file)
      if (!pages[id].startsWith(`# ${id}\n`)) mistakes.push(`${short(root, file)}:1: a page begins with '# ${id}'`)
    }
  }
  return pages
}

/** A yaml file as values that know their line, so that a mistake can be told where it is. */
function openYaml(root, file, mistakes) {
  const lines = new LineCounter()
  const document = parseDocument(text(file), { lineCounter: lines, version: '1.2' })
  for (const error of document.errors) mistakes.push(`${short(root, file)}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`)

  const value = (node, key = 'a value', around = node) => {
    const place = `${short(root, file)}:${lines.linePos(node?.range?.[0] ?? around?.range?.[0] ?? 0).line}`
    const wrong = (what) => mistakes.push(`${place}: ${isScalar(node) ? `'${node.value}' ` : ''}${what}`)
    const items = () => (isSeq(node) ? node.items : node ? [node] : []).map((item) => value(item))
    const string = () => {
      if (isScalar(node) && typeof node.value === 'string') return node.value
      wrong(node ? 'is no string' : `${key} is missing`)
      return undefined
    }
    const where = (is, otherwise) => {
      const said = string()
      if (said !== undefined && !is(said)) wrong(otherwise)
      return said
    }
    return {
      node, place, wrong, items, string, where,
      strings: () => items().map((item) => item.string()),
      oneOf: (known, otherwise) => where((said) => known.includes(said), otherwise),
      sentence: () => where((said) => /^[A-Z].*\.$/.test(said), 'is no sentence: it starts with a capital and ends with a full stop'),
      record(keys) {
        for (const pair of isMap(node) ? node.items : []) if (!keys.includes(String(pair.key))) value(pair.key).wrong('is no key here')
        return Object.fromEntries(keys.map((key) => [key, value(isMap(node) ? node.get(key, true) : undefined, key, node)]))
      },
    }
  }
  const list = (node) => (isSeq(node) ? node.items.map((item) => value(item)) : [])
  const map = (node) => (isMap(node) ? node.items.map((pair) => ({ key: String(pair.key), value: value(pair.value) })) : [])
  return { top: document.contents, value, list, map }
}

function yamlFiles(folder) {
  return files(folder, '.yaml')
}

function files(folder, ending) {
  let names
  try { names = readdirSync(folder) } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name))
}

function text(file) {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
}

function short(root, file) {
  return relative(root, file).split(sep).join('/')
}

/** Leaves an equal file alone: what watches it need not wake. */
function write(file, content) {
  try { if (readFileSync(file, 'utf8') === content) return } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Writes generated/knowledge.json and its typing; throws with every mistake where there are some. */
export function buildKnowledge(root) {
  const { knowledge, mistakes } = compileKnowledge(root)
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  write(join(root, 'generated', 'knowledge.json'), `${JSON.stringify(knowledge)}\n`)
  write(join(root, 'generated', 'knowledge.d.json.ts'), typing)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try { buildKnowledge(dirname(dirname(fileURLToPath(import.meta.url)))) } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
