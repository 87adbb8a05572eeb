/** Asked once for each FileId, or ~i for `ends[i]`: walks over imports ask the same of many thousands. */
export function oncePerEnd(files: number, ask: (end: number) => boolean): (end: number) => boolean {
  const answers = new Uint8Array(files)
  const others = new Map<number, boolean>()
  return (end) => {
    if (end < 0) {
      const known = others.get(end)
      if (known !== undefined) return known
      const answer = ask(end)
      others.set(end, answer)
      return answer
    }
    const known = answers[end] ?? unknown
    if (known !== unknown) return known === yes
    const answer = ask(end)
    answers[end] = answer ? yes : no
    return answer
  }
}

const unknown = 0, yes = 1, no = 2
