/** A harbour with a boundary that is kept: boats may not use the office. */
export const harbour = `
# bulkhead.yaml
modules: { boats: boats, office: office }
rules: [{ id: boats-apart, from: boats, forbid: office, why: Boats outlive every office }]
cycles: forbid

// boats/sail.ts
export const sail = () => 'sailing'

// boats/anchor.ts
export const anchor = () => 'anchored'

// office/fees.ts
import { anchor } from '../boats/anchor'
export const fees = () => anchor().length
`

/** The boundary crossed: to be written over the harbour. */
export const crossing = `
// boats/sail.ts
import { fees } from '../office/fees'
export const sail = () => fees()
`
