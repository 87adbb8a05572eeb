import { preset } from './preset.ts'

preset('stateless', {
  broken: `
    // src/mail/send.ts
    export const send = () => process.env.MAIL_HOST
    //                                    ^^^^^^^^^ boundaries/rules: src/mail/send.ts may not use the variable MAIL_HOST

    // src/mail/sent.ts
    let last = 0
    //  ^^^^ boundaries/rules: src/mail/sent.ts may not use the module state last
    const seen = new Set()
    //    ^^^^ boundaries/rules: src/mail/sent.ts may not use the module state seen
    export const sent = (id) => { last = id; seen.add(id) }

    // src/mail/state.ts
    export const waiting = []
    export const wait = (mail) => waiting.push(mail)

    // src/config/mail.ts
    export const host = process.env.MAIL_HOST
  `,
  kept: `
    // src/mail/send.ts
    import { host } from '../config/mail'
    export const send = () => host

    // src/mail/kinds.ts
    const kinds = new Map()
    for (const kind of ['order', 'bill']) kinds.set(kind, kind.length)
    export const lengthOf = (kind) => kinds.get(kind)

    // src/state/sent.ts
    const seen = new Set()
    export const sent = (id) => seen.add(id)

    // src/config/mail.ts
    export const host = process.env.MAIL_HOST
  `,
})
