/** How many runs are asked for; five, where nothing is said. */
export function runsOf(typed: string | undefined): number {
  const runs = Number(typed ?? 5)
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`${typed} is no number of runs`)
  return runs
}
