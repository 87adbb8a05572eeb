// What counts as needing a permission, where it is not written plainly.
import { check } from '../support/check.ts'

check('with captures, one module that needs it is enough', `
  # bulkhead.yaml
  modules:
    "{domain}/{part}": { files: "{domain}/{part}", uses: ["{domain}/*", "shared/*"] }
  checks: { policy/unneeded: info }
  // pay/api/serve.ts
  import '../core/charge'
  // pay/core/charge.ts
  export const charge = 1
  // mail/core/send.ts
  import '../../shared/core/log'
  // shared/core/log.ts
  export const log = 1
`)

check('who imports a symbol through a barrel needs the permission of the file that defines it', `
  # bulkhead.yaml
  modules: { front: front, shop: shop, store: store }
  rules: [{ id: hidden, to: store, only: [shop, front, path:front] }]
  checks: { policy/unneeded: info }
  // front/index.ts
  import { rows } from '../shop'
  export const page = rows
  // shop/index.ts
  export { rows } from '../store/rows'
  // store/rows.ts
  export const rows = 1
`)

check('what is open to all needs no permission, and a permission of nothing is none', `
  # bulkhead.yaml
  modules:
    shop: { files: shop, uses: [kernel], packages: [] }
  #                             ^^^^^^ policy/unneeded: shop.uses permits kernel, and no import needs it
    kernel: { files: kernel, mode: common }
  checks: { policy/unneeded: info }
  // shop/cart.ts
  import '../kernel/log'
  // kernel/log.ts
  export const log = 1
`)
