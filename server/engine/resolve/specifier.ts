/** A bare specifier taken apart. '@scope/pkg/sub/x' is '@scope/pkg' with subpath 'sub/x'; undefined where no package can be called so. */
export function packageOf(specifier: string): { readonly name: string; readonly subpath: string } | undefined {
  const first = specifier.indexOf('/')
  const end = specifier.charCodeAt(0) === at && first !== -1 ? specifier.indexOf('/', first + 1) : first
  const name = end === -1 ? specifier : specifier.slice(0, end)
  if (!legalName.test(name)) return undefined
  const subpath = end === -1 ? '' : specifier.slice(end + 1)
  return { name, subpath: subpath.endsWith('/') ? subpath.slice(0, -1) : subpath }
}

/** Of a path: what stands after its last 'node_modules/'. Types stand for the package that they describe. */
export function packageOfPath(path: string): { readonly name: string; readonly subpath: string } | undefined {
  const start = path.lastIndexOf('node_modules/')
  if (start === -1 || (start > 0 && path.charAt(start - 1) !== '/')) return undefined
  const found = packageOf(path.slice(start + 'node_modules/'.length))
  if (!found?.name.startsWith('@types/')) return found
  return { ...found, name: found.name.slice('@types/'.length).replace(/^(.+)__/, '@$1/') }
}

/** Without the loaders before it ('!!raw-loader!./x') and the query behind it ('./x?raw'). */
export function bareSpecifier(specifier: string): string {
  const written = specifier.includes('!') ? specifier.slice(specifier.lastIndexOf('!') + 1) : specifier
  const query = written.indexOf('?')
  return query > 0 ? written.slice(0, query) : written
}

export function isRelative(specifier: string): boolean {
  if (specifier.charCodeAt(0) !== dot) return false
  const second = specifier.charCodeAt(1)
  return specifier.length === 1 || isSlash(second) || (second === dot && (specifier.length === 2 || isSlash(specifier.charCodeAt(2))))
}

/** As TypeScript and Windows read a path: a backslash is a slash. */
export function slashed(written: string): string {
  return written.includes('\\') ? written.replaceAll('\\', '/') : written
}

function isSlash(code: number): boolean {
  return code === slash || code === backslash
}

/** 'https' of 'https://…'. A Windows drive is none. */
export function schemeOf(specifier: string): string | undefined {
  return specifier.includes(':') ? /^([a-z][a-z0-9+.-]+):/i.exec(specifier)?.[1]?.toLowerCase() : undefined
}

const at = 64
const dot = 46
const slash = 47
const backslash = 92
const legalName = /^(?:@[a-z0-9_-][a-z0-9._~-]*\/)?[a-z0-9_-][a-z0-9._~-]*$/i
