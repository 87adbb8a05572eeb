/* Paths as Windows writes them, in a file that knows only the posix ones. */

/** What to write instead of a pattern that can take nothing because it is written so; undefined where it is written well. */
export function windowsHint(written: string): string | undefined {
  if (written.startsWith('re:')) return written.includes('\\\\') ? 'paths have / between folders here, on Windows too' : undefined
  if (startsWithDrive(written)) return "patterns start at the project's root, not at a drive"
  return written.includes('\\') ? `folders are separated by / here, on Windows too: ${slashed(written)}` : undefined
}

export function startsWithDrive(written: string): boolean {
  return /^[a-z]:[\\/]/i.test(written)
}

export function slashed(written: string): string {
  return written.replace(/\\+/g, '/').replace(/^\//, '')
}
