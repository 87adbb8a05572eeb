import { preset } from './preset.ts'

preset('stateless', {
  broken: `
    // src/mail/send.ts
    export const send = () => process.env.MAIL_HOST
    //                                    ^^^^^^^^^ boundaries/rules: src/mail/send.ts may not use the variable MAIL_HOST

    // src/config/mail.ts
    export const host = process.env.MAIL_HOST
  `,
  kept: `
    // src/mail/send.ts
    import { host } from '../config/mail'
    export const send = () => host

    // src/config/mail.ts
    export const host = process.env.MAIL_HOST
  `,
})
