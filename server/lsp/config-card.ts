import { join } from 'node:path'
import { plural } from '../report/plural.ts'
import type { Card } from '../session/index.ts'
import type { ConfigDocument } from './config-document.ts'
import { code, plain } from './markdown.ts'
import { ruleHref } from './rule-page.ts'
import { uriOfPath } from './uri.ts'

const mostFiles = 5

/** What a hover says of a word of the configuration, in markdown. */
export function configCard(config: ConfigDocument, card: Card): string {
  switch (card.kind) {
    case 'key': return [`**${plain(card.name)}**`, ...(card.says === undefined ? [] : [plain(card.says)]), ...(card.words.length === 0 ? [] : [card.words.map(code).join(' · ')])].join('\n\n')
    case 'picked': return pickedCard(config, card)
    case 'group': return [
      `${card.sort} ${code(card.name)}: ${plural(card.files.length, 'file')}, ${plural(card.findings, 'finding')}${card.layers.length === 0 ? '' : `, in ${card.layers.length === 1 ? 'layer' : 'layers'} ${card.layers.map(code).join(', ')}`}`,
      ...[card.owner === undefined ? [] : [`owner: ${plain(card.owner)}`], card.why === undefined ? [] : [plain(card.why)]].flat(),
      ...fileList(config, card.files),
    ].join('\n\n')
    case 'entry': return [`${code(card.id)}: ${plain(card.says)}`, ...(card.why === undefined ? [] : [plain(card.why)]), plural(card.findings, 'finding')].join('\n\n')
    case 'check': return `[${plain(card.id)}](${ruleHref(card.id)}): ${plain(card.title)}\n\n${card.level}, ${plural(card.findings, 'finding')}`
    case 'vendor': return vendorCard(card)
    case 'capability': return `capability ${code(card.name)}: ${card.vendors.map(plain).join(', ')}`
    case 'preset': return `${code(card.id)}\n\n${plain(card.title)}`
  }
}

function pickedCard(config: ConfigDocument, { written, files, others }: Extract<Card, { kind: 'picked' }>): string {
  const counts = [...(files.length > 0 || others.length === 0 ? [plural(files.length, 'file')] : []), ...others.slice(0, mostFiles).map(({ name, importers }) => `${code(name)} in ${plural(importers, 'file')}`)]
  const more = others.length > mostFiles ? `and ${others.length - mostFiles} more` : undefined
  return [`${code(written)}: ${[...counts, ...(more === undefined ? [] : [more])].join(', ')}`, ...fileList(config, files)].join('\n\n')
}

function fileList({ project }: ConfigDocument, files: readonly string[]): readonly string[] {
  if (files.length === 0) return []
  const shown = files.slice(0, mostFiles).map((path) => `- [${plain(path)}](${uriOfPath(join(project.root, path))})`)
  return [[...shown, ...(files.length > mostFiles ? [`- and ${files.length - mostFiles} more`] : [])].join('\n')]
}

function vendorCard({ vendor, service }: Extract<Card, { kind: 'vendor' }>): string {
  const packages = vendor.packages.filter((each) => service === undefined || each.service === service)
  const kinds = [...new Set((packages.length === 0 ? vendor.packages : packages).map(({ capability, level }) => `- ${plain(capability)}: ${level}`))]
  return [`**${plain(vendor.name)}**${service === undefined ? '' : ` ${code(service)}`}`, kinds.slice(0, 12).join('\n'), ...(kinds.length > 12 ? [`and ${kinds.length - 12} more`] : [])].join('\n\n')
}
