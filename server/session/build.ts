// Set when the programs are built, from all that they are built of.
declare const BULKHEAD_BUILD: string | undefined

/** Tells this state of bulkhead's own code from all others; undefined where it runs as it was written. */
export const build: string | undefined = typeof BULKHEAD_BUILD === 'string' ? BULKHEAD_BUILD : undefined
