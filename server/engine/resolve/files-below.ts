import type { Path } from '../../../rules/model/place.ts'

/** Of sorted paths those in a folder, however deep: they stand in one row. */
export function filesBelow(files: readonly Path[], folder: Path): readonly Path[] {
  if (folder === '') return files
  // '0' is the character after '/'.
  return files.slice(firstFrom(files, `${folder}/`), firstFrom(files, `${folder}0`))
}

/** Where the first path stands that is not before this one. */
function firstFrom(files: readonly Path[], wanted: Path): number {
  let [low, high] = [0, files.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((files[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
