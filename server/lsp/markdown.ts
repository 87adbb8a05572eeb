/** Words of a project in markdown: no markup, no links, no html. */
export function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&')
}

export function code(words: string): string {
  return `\`${words.replaceAll('`', '')}\``
}
