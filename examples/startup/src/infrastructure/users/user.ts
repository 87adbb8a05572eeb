export type UserId = string

export interface User {
  readonly id: UserId
  readonly name: string
  readonly email: string
}

/** As others see it: no address. */
export interface Profile {
  readonly id: UserId
  readonly name: string
}

export function profileOf(user: User): Profile {
  return { id: user.id, name: user.name }
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
