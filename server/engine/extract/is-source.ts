import type { Path } from '../../../rules/model/place.ts'

/** Whether `extract` reads this file: TypeScript and JavaScript, declaration files too, and components of Vue, Svelte and Astro. Told by its name alone. */
export function isSource(path: Path): boolean {
  return /\.(?:[mc]?[jt]s|[jt]sx|vue|svelte|astro)$/.test(path)
}

/** Code inside of markup. */
export function isComponent(path: Path): boolean {
  return /\.(?:vue|svelte|astro)$/.test(path)
}

/** Files in which TypeScript drops imports of types; it leaves those of JavaScript alone. */
export function isTypeScript(path: Path): boolean {
  return /\.(?:[mc]?ts|tsx)$/.test(path)
}
