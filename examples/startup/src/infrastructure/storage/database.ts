import pg from 'pg'

/** Any PostgreSQL. Values go in as $1, $2, …; they are never pasted into the text. */
export interface Database {
  rows<Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]>
}

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  return {
    async rows<Row>(sql: string, ...values: readonly unknown[]) {
      const result = await pool.query(sql, [...values])
      return result.rows as Row[]
    },
  }
}
