/** The known word most like this one: with one slip; else one that begins with it; else with one slip in three letters. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const words = [...known]
  const wanted = word.toLowerCase()
  const isBegun = (each: string): boolean => wanted.length >= shortest && each.toLowerCase().startsWith(wanted)
  return withFewestSlips(wanted, words, 1) ?? words.find(isBegun) ?? withFewestSlips(wanted, words, Math.floor(word.length / 3))
}

/** Fewer letters begin too much. */
const shortest = 3

function withFewestSlips(wanted: string, known: readonly string[], most: number): string | undefined {
  let best: string | undefined
  let least = most + 1
  for (const candidate of known) {
    const distance = slips(wanted, candidate.toLowerCase(), least)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** Letters missing, added, changed or swapped with the next; `limit` where there are that many or more. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) >= limit) return limit
    before = last
    last = row
  }
  return last[b.length] ?? limit
}
