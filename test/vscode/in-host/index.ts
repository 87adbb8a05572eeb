// VS Code calls `run` inside the extension host. What the host prints reaches nobody, so results go to the file that the runner names.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'

export interface InHostResult {
  readonly title: string
  /** Absent where it passed. */
  readonly failure?: string
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, reporter: 'min', color: false })
  mocha.addFile(join(__dirname, 'suite.cjs'))
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))))
      .on('pass', (test) => report({ title: test.fullTitle() }))
      .on('fail', (test, error: Error) => report({ title: test.fullTitle(), failure: error.stack ?? error.message }))
  })
}

function report(result: InHostResult) {
  appendFileSync(process.env['BULKHEAD_RESULTS'] ?? '', `${JSON.stringify(result)}\n`)
}
