import type { Path } from '../../rules/model/place.ts'
import type { Note } from '../../rules/model/problem.ts'
import { isSource } from '../engine/index.ts'

const languages: readonly { readonly name: string; readonly ending: string }[] = [{ name: 'Python', ending: '.py' }, { name: 'Ruby', ending: '.rb' }]

const counted = new WeakMap<readonly Path[], ReadonlyMap<string, number>>()

/** A configuration that looks at what cannot be read guards nothing: said where most of a project is that. `sources`: how many files are judged. */
export function unreadLanguages(files: readonly Path[], sources: number): readonly Note[] {
  return languages.flatMap(({ name, ending }) => {
    const count = countsIn(files).get(ending) ?? 0
    return isSource(`x${ending}`) || count <= sources ? [] : [{ message: `${name} is not read by this version of bulkhead: ${count === 1 ? '1 file' : `${count} files`} of it ${count === 1 ? 'is' : 'are'} judged by nothing` }]
  })
}

function countsIn(files: readonly Path[]): ReadonlyMap<string, number> {
  const known = counted.get(files)
  if (known !== undefined) return known
  const counts = new Map(languages.map(({ ending }) => [ending, files.filter((path) => path.endsWith(ending)).length]))
  counted.set(files, counts)
  return counts
}
