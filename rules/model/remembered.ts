/** Asked once for each key, for as long as the answer is held; that there is none is an answer, too. */
export function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined || answers.has(key)) return known as V
    const answer = find(key)
    answers.set(key, answer)
    return answer
  }
}
