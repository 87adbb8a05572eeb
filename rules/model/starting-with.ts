/** Of sorted texts, which start so: the first, and the one after the last. */
export function startingWith(sorted: readonly string[], head: string): { readonly start: number; readonly end: number } {
  let start = 0
  for (let high = sorted.length; start < high;) {
    const middle = (start + high) >> 1
    if ((sorted[middle] ?? '') < head) start = middle + 1
    else high = middle
  }
  let end = start
  while (sorted[end]?.startsWith(head) === true) end++
  return { start, end }
}
