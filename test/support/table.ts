/** Rows of cells in columns, for people: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => widths.map((width, column) => column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)).join('  ').trimEnd()).join('\n')
}
