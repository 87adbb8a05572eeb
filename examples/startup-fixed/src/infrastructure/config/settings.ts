export interface Region {
  readonly name: string
  readonly url: string
  /** Jobs that its GPUs run at the same time. */
  readonly slots: number
}

export interface StorageSettings {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
}

export interface ModelSettings {
  readonly baseUrl: string
  readonly key: string
  readonly name: string
}

export interface Settings {
  readonly port: number
  readonly databaseUrl: string
  readonly queueUrl: string
  readonly billingKey: string
  readonly feedPageSize: number
  readonly storage: StorageSettings
  readonly model: ModelSettings
  readonly regions: readonly Region[]
}

/** A missing variable stops the start, not the first request that needs it. */
export function readSettings(): Settings {
  const { PORT, DATABASE_URL, QUEUE_URL, BILLING_KEY, FEED_PAGE_SIZE, REGIONS } = process.env
  const { STORAGE_ENDPOINT, STORAGE_REGION, STORAGE_BUCKET, STORAGE_ACCESS_KEY, STORAGE_SECRET_KEY } = process.env
  const { MODEL_BASE_URL, MODEL_KEY, MODEL_NAME } = process.env
  return {
    port: Number(PORT ?? 8080),
    databaseUrl: need('DATABASE_URL', DATABASE_URL),
    queueUrl: need('QUEUE_URL', QUEUE_URL),
    billingKey: need('BILLING_KEY', BILLING_KEY),
    feedPageSize: Number(FEED_PAGE_SIZE ?? 30),
    storage: {
      endpoint: need('STORAGE_ENDPOINT', STORAGE_ENDPOINT),
      region: STORAGE_REGION ?? 'any',
      bucket: need('STORAGE_BUCKET', STORAGE_BUCKET),
      accessKey: need('STORAGE_ACCESS_KEY', STORAGE_ACCESS_KEY),
      secretKey: need('STORAGE_SECRET_KEY', STORAGE_SECRET_KEY),
    },
    model: {
      baseUrl: need('MODEL_BASE_URL', MODEL_BASE_URL),
      key: need('MODEL_KEY', MODEL_KEY),
      name: need('MODEL_NAME', MODEL_NAME),
    },
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
