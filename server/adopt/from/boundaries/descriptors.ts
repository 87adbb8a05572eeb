// `boundaries/elements`, and `boundaries/types` as it was called: how the plugin finds elements.
// Source: packages/website/docs/setup/elements.md of eslint-plugin-boundaries (checked 2026-11)

import type { Unsaid } from '../draft.ts'
import { isSettings, listIn, textIn, textsIn, type Settings } from '../reading.ts'
import { partsOf, type Part } from './glob.ts'

export interface Descriptor {
  /** `boundaries/elements[2] (helpers)` */
  readonly what: string
  readonly type: string | undefined
  /** Said of elements until version 6. */
  readonly category: string | undefined
  readonly patterns: readonly (readonly Part[])[]
  readonly mode: 'folder' | 'file' | 'full'
  /** `partialMatch: false`: a folder's pattern starts at the root. */
  readonly startsAtRoot: boolean
  readonly capture: readonly string[]
  /** `basePattern`: in the plugin as it is, it narrows nothing, and captures where it matches. */
  readonly base?: readonly Part[]
  readonly baseCapture: readonly string[]
  /** The same where the base does not match. */
  readonly unbased?: Descriptor
  /** Version 7: what it says is all that is said. */
  readonly isExclusive: boolean
  /** Version 7: those below it are not asked. */
  readonly stops: boolean
}

export interface Descriptors {
  readonly descriptors: readonly Descriptor[]
  readonly unsaid: readonly Unsaid[]
}

/** `root`: the folder at which whole paths start, with a slash at its end, or ''. */
export function descriptorsIn(settings: Settings, root: string): Descriptors {
  const [descriptors, unsaid]: [Descriptor[], Unsaid[]] = [[], []]
  const listed = listIn(settings['elements'])
  for (const [index, each] of (listed.length > 0 ? listed : listIn(settings['types'])).entries()) {
    const read = descriptorOf(typeof each === 'string' ? { type: each, pattern: `${each}/*`, capture: ['elementName'] } : each, index, root)
    if ('reason' in read) unsaid.push(read)
    else descriptors.push(read)
  }
  return { descriptors, unsaid }
}

function descriptorOf(each: unknown, index: number, root: string): Descriptor | Unsaid {
  const name = isSettings(each) ? textIn(each['type']) ?? textIn(each['category']) : undefined
  const what = `boundaries/elements[${index}]${name === undefined ? '' : ` (${name})`}`
  const no = (reason: string): Unsaid => ({ what, reason, section: 'modules' })
  if (!isSettings(each) || name === undefined || !/^[\w.-]+$/.test(name)) return no('a module needs a name, and its type is none')
  const said = textIn(each['mode']) ?? 'folder'
  if (said !== 'folder' && said !== 'file' && said !== 'full') return no(`its mode is ${said}`)
  const startsAtRoot = each['partialMatch'] === false
  const mode = startsAtRoot ? 'folder' : said
  const isWhole = startsAtRoot || mode === 'full'
  const written = textsIn(each['pattern'])
  const patterns = written.map((pattern) => partsOf(isWhole ? `${root}${pattern.replace(/^\.\//, '')}` : pattern))
  const capture = textsIn(each['capture'])
  const baseCapture = textsIn(each['baseCapture'])
  if (patterns.length === 0 || patterns.includes(undefined)) return no('its pattern has more than stars and choices')
  if ([...capture, ...baseCapture].some((capture) => !/^[A-Za-z][\w-]*$/.test(capture))) return no('a capture needs a name of letters')
  const base = textIn(each['basePattern'])
  const baseParts = base === undefined ? undefined : partsOf(`${root}${base.replace(/^\.\//, '')}`)
  if (base !== undefined && baseParts === undefined) return no('its basePattern has more than stars and choices')
  const descriptor: Descriptor = {
    what, type: textIn(each['type']), category: textIn(each['category']), patterns: patterns.filter((parts) => parts !== undefined), mode, startsAtRoot, capture, baseCapture: [],
    isExclusive: each['exclusive'] === true, stops: each['stopMatching'] === true,
  }
  // Without captures it says nothing. Source: _fileDescriptorMatch compares what micromatch.capture gives, undefined, with null (checked 2026-11, 5.4 to 7.2).
  return baseParts === undefined || baseCapture.length === 0 ? descriptor : { ...descriptor, base: baseParts, baseCapture, unbased: { ...descriptor, what: `${what} outside of its basePattern` } }
}
