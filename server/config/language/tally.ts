/* How many files and findings each entry of a configuration has to do with, by the last good one. */
import { classesOf, take } from '../../../rules/model/take.ts'
import type { JudgedFinding } from '../../../rules/model/finding.ts'
import type { Path, Span } from '../../../rules/model/place.ts'
import type { Selector } from '../../../rules/model/selector.ts'
import { picker } from '../../../rules/model/picker.ts'
import { isPattern, patternOf } from './names.ts'
import type { ConfigText } from './config-texts.ts'
import type { Entry, Node, Way, Word } from './sketch/node.ts'
import { judgedFiles, type Surroundings } from './surroundings.ts'

/** An entry that has something to count. */
export interface Counted {
  readonly way: Way
  /** Of its first line. */
  readonly span: Span
}

export interface Tally {
  /** Absent where files say nothing of it. */
  readonly files?: number
  readonly findings: readonly JudgedFinding[]
  /** Of an exception: the findings that it allows. */
  readonly areAllowed?: boolean
}

/** Modules, layers, tags, rules, cycles, checks, vendors, exceptions and budgets. */
export function countedIn({ sketch: { root } }: ConfigText): readonly Counted[] {
  return root.entries.flatMap(({ key, value }): readonly Counted[] => {
    const way = [key.text]
    switch (key.text) {
      case 'modules': case 'tags': case 'checks': case 'budgets': return entriesOf(value).map((entry) => ({ way: [...way, entry.key.text], span: entry.key.span }))
      case 'rules': case 'exceptions': return itemsOf(value).map((item, i) => ({ way: [...way, i], span: firstOf(item) }))
      case 'layers': return layersIn(value, way)
      case 'cycles': case 'vendors': return [{ way, span: key.span }]
      default: return []
    }
  })
}

function layersIn(node: Node, way: Way): readonly Counted[] {
  if (node.kind === 'word') return node.word.text === '' ? [] : [{ way, span: node.span }]
  if (node.kind === 'list') return node.items.flatMap(({ value }, i) => layersIn(value, [...way, i]))
  if (node.kind !== 'map') return []
  const name = node.entries.find(({ key }) => key.text === 'name')
  if (name !== undefined) return name.value.kind === 'word' ? [{ way, span: name.value.span }] : []
  return node.entries.flatMap(({ key, value }) => (key.text === 'order' || way.length === 1 ? layersIn(value, [...way, key.text]) : []))
}

function entriesOf(node: Node): readonly Entry[] {
  return node.kind === 'map' ? node.entries : []
}

function itemsOf(node: Node): readonly Node[] {
  return node.kind === 'list' ? node.items.map(({ value }) => value) : []
}

function firstOf(node: Node): Span {
  if (node.kind !== 'map') return node.span
  return node.entries[0]?.span ?? node.span
}

export function tallyOf(around: Surroundings, text: ConfigText, way: Way): Tally | undefined {
  const node = nodeAt(text.sketch.root, way)
  if (node === undefined) return undefined
  const [top, name] = way
  const news = around.findings.filter(({ status }) => status === 'new')
  const { policy } = around.project
  switch (top) {
    case 'modules': return typeof name === 'string' ? ofFiles(around, filesOfModules(around, name)) : undefined
    case 'layers': {
      const layer = node.kind === 'word' ? node.word : wordUnder(node, 'name')
      return layer && ofFiles(around, judgedFiles(around).filter((path) => policy.stacks.some((stack) => stack.layerOf(path)?.name === layer.text)))
    }
    case 'tags': {
      const files = judgedFiles(around).filter((path) => typeof name === 'string' && policy.tagsOf(path).has(name))
      return { ...(files.length > 0 && { files: files.length }), findings: findingsIn(around, files) }
    }
    case 'rules': {
      const id = wordUnder(node, 'id')?.text
      const entry = policy.entries.find((each) => each.id === id)
      return entry && { ...(classesOf(entry.subject).has('file') && { files: taken(around, entry.subject) }), findings: news.filter((finding) => finding.entry === id) }
    }
    case 'checks': return { findings: news.filter(({ rule }) => rule === name) }
    case 'cycles': return { findings: news.filter(({ rule }) => rule === 'boundaries/cycles') }
    case 'vendors': return { findings: news.filter(({ rule }) => rule.startsWith('vendors/')) }
    case 'exceptions': return typeof name === 'number' ? allowedBy(around, text, name, node) : undefined
    case 'budgets': return typeof name === 'string' ? spent(around, name) : undefined
    default: return undefined
  }
}

function ofFiles(around: Surroundings, files: readonly Path[]): Tally {
  return { files: files.length, findings: findingsIn(around, files) }
}

export function findingsIn({ findings }: Surroundings, files: readonly Path[]): readonly JudgedFinding[] {
  const paths = new Set(files)
  return findings.filter(({ at, status }) => status === 'new' && paths.has(at.path))
}

function filesOfModules(around: Surroundings, name: string): readonly Path[] {
  const { policy } = around.project
  const template = isPattern(name) ? patternOf(name) : undefined
  return judgedFiles(around).filter((path) => {
    const module = policy.moduleOf(path)?.name
    return module !== undefined && (module === name || template?.match(module) !== undefined)
  })
}

/** Exceptions are known by what they say, since their places are those of the text that was judged. */
function allowedBy({ findings, project }: Surroundings, text: ConfigText, index: number, node: Node): Tally | undefined {
  const rules = wordsUnder(node, 'rule').map((word) => word.text)
  const [why, until] = [wordUnder(node, 'why')?.text, wordUnder(node, 'until')?.text]
  const alike = project.policy.exceptions.filter((each) => each.at.path === text.path && each.why === why && each.until === until && each.rules.join() === rules.join())
  const same = itemsOf(nodeAt(text.sketch.root, ['exceptions']) ?? node).slice(0, index).filter((other) => wordUnder(other, 'why')?.text === why && wordUnder(other, 'until')?.text === until && wordsUnder(other, 'rule').map((word) => word.text).join() === rules.join()).length
  const exception = alike[same]
  if (exception === undefined) return undefined
  const isCovered = ({ rule, entry, at, target, status }: JudgedFinding): boolean => status === 'allowed' && (exception.rules.includes(rule) || (entry !== undefined && exception.rules.includes(entry)))
    && (exception.from === undefined || take(exception.from, { kind: 'file', path: at.path }, project) !== undefined)
    && (exception.to === undefined || (target !== undefined && take(exception.to, target, project) !== undefined))
  return { findings: findings.filter(isCovered), areAllowed: true }
}

function spent({ findings, project: { policy } }: Surroundings, written: string): Tally | undefined {
  const budget = policy.budgets.find((each) => each.written === written)
  return budget && { findings: findings.filter(({ rule, message }) => rule === 'policy/budget' && message.includes(written)) }
}

function taken(around: Surroundings, selector: Selector): number {
  const pick = picker(around.project, selector)
  return judgedFiles(around).filter((path) => pick({ kind: 'file', path }, path) !== undefined).length
}

export function nodeAt(root: Node, way: Way): Node | undefined {
  let node: Node | undefined = root
  for (const step of way) node = node?.kind === 'map' ? node.entries.find(({ key }) => key.text === step)?.value : node?.kind === 'list' && typeof step === 'number' ? node.items[step]?.value : undefined
  return node
}

function wordUnder(node: Node, key: string): Word | undefined {
  return wordsUnder(node, key)[0]
}

function wordsUnder(node: Node, key: string): readonly Word[] {
  const value = entriesOf(node).find((entry) => entry.key.text === key)?.value
  if (value?.kind === 'word') return [value.word]
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.value.kind === 'word' ? item.value.word : [])) : []
}
