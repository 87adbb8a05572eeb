// The INI of Python's configparser: a value goes on in the lines below it that are indented further.
// Source: https://docs.python.org/3/library/configparser.html#supported-ini-file-structure (checked 2026-11)

import type { Path } from '../../../rules/model/place.ts'
import type { Data } from './data.ts'

/** Sections of keys, in lower case, and their values. A value of several lines is a list of them. */
export function parseIni(path: Path, text: string): Data {
  const sections = new Map<string, Map<string, string[]>>()
  let section: Map<string, string[]> | undefined
  let open: { readonly lines: string[]; readonly indent: number } | undefined
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const content = line.trim()
    if (content === '' || /^[#;]/.test(content)) continue
    const indent = line.length - line.trimStart().length
    if (open !== undefined && indent > open.indent) {
      open.lines.push(content)
      continue
    }
    const header = /^\[(.+)\]$/.exec(content)?.[1]
    const [, key, value] = /^([^=:]+?)\s*(?:[=:]\s*(.*))?$/.exec(content) ?? []
    open = undefined
    if (header !== undefined) {
      if (sections.has(header)) return broken(path, index, `two sections are called ${header}`)
      sections.set(header, section = new Map())
    } else if (content.startsWith('[')) return broken(path, index, 'the name of a section ends with ]')
    else if (section === undefined || key === undefined) return broken(path, index, 'it is in no section')
    else if (section.has(key.toLowerCase())) return broken(path, index, `${key} is said twice`)
    else section.set(key.toLowerCase(), (open = { lines: value === undefined || value === '' ? [] : [value], indent }).lines)
  }
  return { kind: 'value', value: Object.fromEntries([...sections].map(([name, keys]) => [name, Object.fromEntries([...keys].map(([key, lines]) => [key, lines.length === 1 ? lines[0] : lines]))])) }
}

function broken(path: Path, index: number, why: string): Data {
  return { kind: 'broken', message: `${path}:${index + 1} is no INI: ${why}` }
}
