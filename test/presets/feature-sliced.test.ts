import { preset } from './preset.ts'

preset('feature-sliced', {
  broken: `
    // src/app/store.ts
    export const store = {}

    // src/pages/home/index.ts
    import { Cart } from '../../widgets/cart/ui/cart'
    //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/api: src/pages/home reaches into src/widgets/cart, past its api
    //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/cycles: 2 files import each other: src/pages/home/index.ts > … > src/pages/home/index.ts
    import { about } from '../about'
    //                    ^^^^^^^^^^ boundaries/layers: src/pages/home may not use its sibling src/pages/about
    import { store } from '../../app/store'
    //                    ^^^^^^^^^^^^^^^^^ boundaries/layers: src/pages/home may not use src/app
    export const home = () => [Cart, about, store]

    // src/pages/about/index.ts
    export const about = 'us'

    // src/widgets/cart/index.ts
    export { Cart } from './ui/cart'

    // src/widgets/cart/ui/cart.ts
    import { header } from '../../header'
    //                     ^^^^^^^^^^^^^^ boundaries/layers: src/widgets/cart may not use its sibling src/widgets/header
    import { home } from '../../../pages/home'
    //                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/widgets/cart may not use src/pages/home
    export const Cart = () => [header, home]

    // src/widgets/header/index.ts
    export const header = 'shop'

    // src/features/buy/index.ts
    import { login } from '../login'
    //                    ^^^^^^^^^^ boundaries/layers: src/features/buy may not use its sibling src/features/login
    import { header } from '../../widgets/header'
    //                     ^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/features/buy may not use src/widgets/header
    export const buy = () => [login, header]

    // src/features/login/index.ts
    export const login = () => true

    // src/entities/product/index.ts
    import { user } from '../user'
    //                   ^^^^^^^^^ boundaries/layers: src/entities/product may not use its sibling src/entities/user
    import { login } from '../../features/login'
    //                    ^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/entities/product may not use src/features/login
    export const product = () => [user, login]

    // src/entities/user/index.ts
    export const user = { name: '' }

    // src/shared/api/client.ts
    import { user } from '../../entities/user'
    //                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/shared/api may not use src/entities/user
    import { cache } from './cache'
    export const client = () => [user, cache]

    // src/shared/api/cache.ts
    import { client } from './client'
    //                     ^^^^^^^^^^ boundaries/cycles: 2 files import each other: src/shared/api/cache.ts > … > src/shared/api/cache.ts
    export const cache = () => client()
  `,
  kept: `
    // src/app/main.ts
    import { home } from '../pages/home'
    home()

    // src/pages/home/index.ts
    import { Cart } from '../../widgets/cart'
    import { buy } from '../../features/buy'
    export const home = () => [Cart, buy]

    // src/widgets/cart/index.ts
    export { Cart } from './ui/cart'

    // src/widgets/cart/ui/cart.ts
    import { sum } from '../lib/sum'
    import { product } from '../../../entities/product'
    export const Cart = () => [sum, product]

    // src/widgets/cart/lib/sum.ts
    export const sum = 0

    // src/features/buy/index.ts
    import { product } from '../../entities/product'
    export const buy = () => product

    // src/entities/product/index.ts
    import { client } from '../../shared/api/client'
    export const product = () => client

    // src/shared/api/client.ts
    import { cache } from '../lib/cache'
    export const client = () => cache

    // src/shared/lib/cache.ts
    export const cache = {}
  `,
})
