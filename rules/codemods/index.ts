import type { Rewrite } from '../model/rewrite.ts'

/** Every rewrite by the id that fixes and the catalog name it by. Each is loaded when an edit is asked for. */
const rewrites: Readonly<Record<string, () => Promise<Rewrite>>> = {
  'import-from-api': async () => (await import('./import-from-api.ts')).importFromApi,
  'import-type': async () => (await import('./import-type.ts')).importType,
  'declare': async () => (await import('./declare.ts')).declare,
  'ignore': async () => (await import('./ignore.ts')).ignore,
  'allow': async () => (await import('./allow.ts')).allow,
  'gcs-to-s3': async () => (await import('./gcs-to-s3.ts')).gcsToS3,
}

export const rewriteIds: readonly string[] = Object.keys(rewrites)

export async function rewriteOf(id: string): Promise<Rewrite | undefined> {
  return Object.hasOwn(rewrites, id) ? rewrites[id]?.() : undefined
}
