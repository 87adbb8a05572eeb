import type * as Morph from 'ts-morph'
import type { Path } from '../model/place.ts'

export type { Morph }
export type Node = Morph.Node
export type Call = Morph.CallExpression

/** A file's tree and the library that made it. Names are bound within the file; other files are not looked at. */
export interface Code {
  readonly morph: typeof Morph
  readonly source: Morph.SourceFile
  readonly text: string
  readonly isTypeScript: boolean
  /** No part of it was passed over because of an error. */
  readonly isWhole: boolean
}

/** The one door to ts-morph, which costs some 400 ms to load, and is therefore asked for only when an edit is. */
export async function parse(path: Path, text: string): Promise<Code> {
  const morph = await import('ts-morph')
  const project = new morph.Project({
    useInMemoryFileSystem: true, skipLoadingLibFiles: true, skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true, noLib: true, noResolve: true, types: [], jsx: morph.ts.JsxEmit.Preserve },
  })
  const source = project.createSourceFile(`/${path}`, text)
  const isWhole = project.getProgram().getSyntacticDiagnostics(source).length === 0
  return { morph, source, text, isTypeScript: /\.[cm]?tsx?$/u.test(path), isWhole }
}
