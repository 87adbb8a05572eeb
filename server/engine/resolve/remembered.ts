/** Asked once for each key, for as long as the answer is held; that there is none is an answer, too. */
export function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>()
  return key => {
    let value = answers.get(key)
    if (value === undefined && !answers.has(key)) answers.set(key, value = answer(key))
    return value as Value
  }
}
