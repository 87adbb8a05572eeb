import { check } from '../support/check.ts'

const piers = Array.from({ length: 40 }, (_, number) => `pier-${number}`)

check('the fortieth entry is judged as the first is', `
# bulkhead.yaml
modules: { "{pier}": { files: "{pier}" } }
rules: [${piers.map((pier) => `{ id: no-${pier}, from: ship, forbid: ${pier}, optional: true }`).join(', ')}]

// ship/route.ts
import '../pier-0/crane'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: ship may not use pier-0
import '../pier-39/crane'
//     ^^^^^^^^^^^^^^^^^^ error boundaries/rules: ship may not use pier-39

${piers.map((pier) => `// ${pier}/crane.ts\nexport const crane = 1`).join('\n\n')}
`)

check('a subject that captures forty values forbids to each what is written for its own', `
# bulkhead.yaml
modules: { "{pier}": { files: "{pier}" } }
rules: [{ id: own-store, from: "path:{pier}/crane.ts", forbid: "path:store/{pier}.ts" }]

// pier-7/crane.ts
import '../store/pier-7'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: pier-7 may not use store
import '../store/pier-8'

${piers.filter((pier) => pier !== 'pier-7').map((pier) => `// ${pier}/crane.ts\nexport const crane = 1`).join('\n\n')}

// store/pier-7.ts
export const crate = 1

// store/pier-8.ts
export const crate = 1
`)

check('a package names who may import it by what it captures', `
# bulkhead.yaml
modules: { "{team}": { files: "{team}" } }
rules: [{ id: own-package, to: "pkg:@{team}/*", only: "path:{team}" }]

// deck/mast.ts
import '@deck/sail'
import '@hold/crate'
//     ^^^^^^^^^^^^^ error boundaries/rules: deck may not use @hold/crate

// hold/hatch.ts
import '@hold/crate'
`)
