// A proposal → the text of bulkhead.yaml, commented for who reads such a file for the first time.

import type { Division } from './division.ts'
import type { ProposedLayer } from './name-layers.ts'
import type { Flat } from './flat.ts'
import type { VendorHomes } from './vendor-homes.ts'

const lineLength = 100

export interface Writing {
  readonly layers: readonly (readonly ProposedLayer[])[]
  readonly between: number
  readonly fit: number
  readonly flat: Flat | undefined
  /** Parts to write down as modules, and how many groups of them import each other. */
  readonly modules: { readonly division: Division; readonly cycles: number } | undefined
  readonly vendors: { readonly names: readonly string[]; readonly homes: VendorHomes | 'unsaid' | undefined }
  /** Groups of files. */
  readonly cycles: number
}

export function writeConfig(writing: Writing): string {
  const sections = [layers(writing), modules(writing), vendors(writing), cycles(writing)]
  return [opening(writing), ...sections].filter((lines) => lines.length > 0).map((lines) => `${aligned(lines)}\n`).join('\n')
}

/** What is written, and what is said beside it. */
type Line = readonly [yaml: string, comment?: string | undefined]

function opening({ flat, between, fit }: Writing): readonly Line[] {
  return [[`# Which parts this code has, and who may use whom. ${flat === undefined ? `Proposed by bulkhead from the imports as they are: ${fit} of ${between} fit.` : whyFlat[flat]}`]]
}

const whyFlat: Readonly<Record<Flat, string>> = {
  'no-sources': 'There was no code to read yet.',
  'no-parts': 'The code lies in no folders that could be layers yet.',
  'too-many-parts': 'There are too many parts to put them into one list.',
  'no-imports': 'The parts do not import each other yet, so that none stands above another.',
  'few-imports': 'The parts hardly import each other yet, so that none stands above another.',
  'no-direction': 'The imports between the parts point both ways, so that none stands above another.',
  'no-names': 'The layers that the imports suggest cannot be told apart by the folders of this project.',
}

function layers({ layers: heights }: Writing): readonly Line[] {
  if (heights.length === 0) {
    return [['# layers: [business, inference, infrastructure]', 'name your folders, highest first: a layer may use itself and those after it']]
  }
  const hasSides = heights.some((side) => side.length > 1)
  return [
    ['layers:', `highest first: a layer may use itself and those below it, never one above${hasSides ? '; those in [ ] do not use each other' : ''}`],
    ...heights.flatMap(row),
  ]
}

function row(side: readonly ProposedLayer[]): readonly Line[] {
  const names = side.map(layer)
  const [only = ''] = names
  if (side.length === 1) return [[`  - ${only}`, (side[0]?.folders.length ?? 0) > 1 ? 'these import each other, so that they are one layer' : undefined]]
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < lineLength) lines[lines.length - 1] = `${last} ${name},`
    else lines.push(`  ${last === undefined ? '- [' : '   '}${name},`)
  }
  return lines.map((line, index): Line => [index === lines.length - 1 ? `${line.slice(0, -1)}]` : line])
}

function layer({ name, folders, isWritten }: ProposedLayer): string {
  if (!isWritten) return quoted(name)
  const files = folders.map(quoted)
  return `{ name: ${quoted(name)}, files: ${files.length === 1 ? files.join() : `[${files.join(', ')}]`} }`
}

function modules({ modules: written }: Writing): readonly Line[] {
  if (written === undefined) return []
  const { kind, within } = written.division
  if (kind === 'packages') return [['modules:'], ['  "{name}": "workspace:*"', 'each workspace package is a module']]
  return [['modules:'], [`  "{name}": ${quoted(within === '' ? '{name}' : `${within}/{name}`)}`, `each folder of ${within === '' ? 'the project' : within} is a module`]]
}

function vendors({ vendors: { names, homes } }: Writing): readonly Line[] {
  const sdks = `SDKs of ${listed(names)}`
  if (names.length === 0) return [['# vendors: { allow: NAME }', 'no vendor SDK is imported yet; this says in which layer or module one may be']]
  if (homes === undefined || homes === 'unsaid') {
    return [['# vendors: { allow: NAME }', `${sdks} are imported${homes === undefined ? ' in many places' : ''}; this says in which layer or module they belong`]]
  }
  const allow = homes.places.map(quoted)
  const elsewhere = homes.reached === 0 ? ', and nowhere else' : `; ${homes.reached} ${homes.reached === 1 ? 'file elsewhere gets' : 'files elsewhere get'} them through files that hand them on`
  return [['vendors:'], [`  allow: ${allow.length === 1 ? allow.join() : `[${allow.join(', ')}]`}`, `${sdks} are imported here${elsewhere}`]]
}

function cycles({ cycles: files, modules: written }: Writing): readonly Line[] {
  const ofFiles = files === 0 ? 'files that import each other when they are loaded' : `the baseline knows ${files} ${files === 1 ? 'group' : 'groups'} of files; none may grow, and none come`
  if (written === undefined) return [['cycles: forbid', ofFiles]]
  const ofModules = written.cycles === 0 ? 'and none of modules' : `and ${written.cycles} ${written.cycles === 1 ? 'group' : 'groups'} of modules`
  return [
    ['cycles:'],
    ['  - { level: file }', ofFiles],
    ['  - { level: module }', ofModules],
  ]
}

/** Three names, and how many more. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4)
  return `${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}`
}

/** Comments of a section stand below each other, unless a line is too long for that. */
function aligned(lines: readonly Line[]): string {
  const commented = lines.filter(([, comment]) => comment !== undefined).map(([yaml]) => yaml.length)
  const column = Math.max(0, ...commented.filter((length) => length <= 50)) + 2
  return lines.map(([yaml, comment]) => comment === undefined ? yaml : `${yaml.padEnd(column)}${yaml.length >= column ? '  ' : ''}# ${comment}`).join('\n')
}

/** As YAML reads it back, in a one-line map too. JSON's strings are YAML's. */
function quoted(text: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|y|n|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text)
}
