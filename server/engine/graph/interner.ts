import { atom, type Address } from '../../../rules/model/link.ts'

/** Numbers for ends that are no files, each once: for as long as any graph uses them. */
export interface Interner {
  readonly all: readonly Address[]
  number(address: Address): number
}

export function interner(): Interner {
  const all: Address[] = []
  const known = new Map<string, number>()
  return {
    all,
    number(address) {
      // What leads nowhere has a reason of its own, and another nearest path in each folder.
      const key = address.kind === 'unknown' || address.kind === 'unjudged' ? JSON.stringify(address) : atom(address)
      const number = known.get(key) ?? all.push(address) - 1
      known.set(key, number)
      return number
    },
  }
}
