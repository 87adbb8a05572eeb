/** Asked once for each key, for as long as the answer is held. */
export function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = find(key)
    answers.set(key, answer)
    return answer
  }
}
