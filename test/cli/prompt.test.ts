// What a key means where bulkhead asks.
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { confirmed } from '../../server/cli/prompt.ts'

for (const [key, means, answer] of [['\r', 'Enter', true], ['y', 'y', true], ['n', 'n', false], ['\x03', 'Ctrl-C', undefined], ['\x04', 'Ctrl-D', undefined]] as const) {
  test(`${means} is ${answer === undefined ? 'no answer' : answer ? 'yes' : 'no'}`, async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const answered = confirmed('Cast off?', input, output)
    input.write(key)
    assert.equal(await answered, answer)
    const shown = String(output.read())
    assert.match(shown, /Cast off\?/)
    assert.ok(shown.lastIndexOf('\x1b[?25h') > shown.lastIndexOf('\x1b[?25l'), 'the cursor is there again')
  })
}

test('an input that ends is no answer', async () => {
  const input = new PassThrough()
  const answered = confirmed('Cast off?', input, new PassThrough())
  input.end()
  assert.equal(await answered, undefined)
})
