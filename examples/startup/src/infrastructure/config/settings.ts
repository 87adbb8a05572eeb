export interface Region {
  readonly name: string
  readonly url: string
  /** Jobs that its GPUs run at the same time. */
  readonly slots: number
}

export interface Settings {
  readonly port: number
  readonly databaseUrl: string
  readonly queueUrl: string
  readonly billingKey: string
  readonly regions: readonly Region[]
}

/** A missing variable stops the start, not the first request that needs it. */
export function readSettings(): Settings {
  const { PORT, DATABASE_URL, QUEUE_URL, BILLING_KEY, REGIONS } = process.env
  return {
    port: Number(PORT ?? 8080),
    databaseUrl: need('DATABASE_URL', DATABASE_URL),
    queueUrl: need('QUEUE_URL', QUEUE_URL),
    billingKey: need('BILLING_KEY', BILLING_KEY),
    regions: regionsIn(need('REGIONS', REGIONS)),
  }
}

function need(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

/** 'oslo 4 https://gpu.oslo.example, lima 8 https://gpu.lima.example' */
function regionsIn(text: string): readonly Region[] {
  return text.split(',').map(one => {
    const [name = '', slots = '0', url = ''] = one.trim().split(' ')
    return { name, slots: Number(slots), url }
  })
}
