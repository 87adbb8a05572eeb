/** Where the pages of the rules are read. The one place that knows. */
const pages = 'https://bulkhead.dev/rules'

export function ruleHref(rule: string): string {
  return `${pages}/${rule}`
}
