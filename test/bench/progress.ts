/** What goes on now, on one line that the next replaces; '' clears it. For people at a terminal alone. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, process.stderr.columns - 1)}`)
}
