import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { result } from './client.ts'
import { configEditor, good, shop, type Lens } from './config-editor.ts'

const config = await configEditor({ after })

test('did you mean: the word that was meant is written', async () => {
  assert.equal((await config.repairs(good.replace('cycles:', 'cycels:')))['Write cycles instead of cycels'], good)
  assert.equal((await config.repairs(good.replace('from: storage', 'from: storrage')))['Write storage instead of storrage'], good)
  const tagged = `${good}exceptions: [{ rule: storage-alone, from: tag:money, why: x, until: never }]\n`
  assert.equal((await config.repairs(tagged.replace('tag:money', 'tag:monney')))['Write money instead of monney'], tagged)
  assert.equal((await config.repairs(tagged.replace('rule: storage-alone', 'rule: storage-alon')))['Write storage-alone instead of storage-alon'], tagged)
  const vendors = `${good}vendors: { allow: { aws: storage } }\n`
  assert.equal((await config.repairs(vendors.replace('aws:', 'awss:')))['Write aws instead of awss'], vendors)
  assert.equal((await config.repairs(`${good}checks: { unassigned: error }\n`))['Write boundaries/unassigned instead of unassigned'], `${good}checks: { boundaries/unassigned: error }\n`)
  assert.equal((await config.repairs(good.replace('cycles: forbid', 'cycles: forbidd')))['Write forbid instead of forbidd'], good)
})

test('the nearest path', async () => {
  assert.equal((await config.repairs(good.replace('path:business/pay', 'path:business/pey')))['Write business/pay instead of business/pey'], good)
  const file = good.replace('path:business/pay', 'path:web/form.ts')
  assert.equal((await config.repairs(file.replace('path:web/form.ts', 'web/form.ts')))['Write path:web/form.ts instead of web/form.ts'], file)
})

test('what is dead is removed: an item of a list, or the entry that it stands in', async () => {
  const two = good.replace('forbid: path:web,', 'forbid: [path:web, path:nowhere],')
  const repairs = await config.repairs(two)
  assert.equal(repairs['Remove path:nowhere'], good.replace('path:web,', '[path:web],'))
  assert.equal(repairs['Remove the rule storage-alone'], good.replace(/rules:\n.*\n/, ''))
  const alone = await config.repairs(good.replace('path:web', 'path:nowhere'))
  assert.deepEqual(Object.keys(alone), ['Remove the rule storage-alone'])
  assert.equal((await config.repairs(good.replace('cycles: forbid\n', 'cycles: forbid\nwhatever: 1\n')))['Remove whatever'], good)
  assert.equal((await config.repairs(good.replace('why: Rows live here', 'whatever: 1')))['Remove whatever'], good.replace(', why: Rows live here', ''))
  const modules = good.replace('  "{part}/core"', '  gone:\n    files: gone\n    owner: us\n  "{part}/core"')
  assert.equal((await config.repairs(modules))['Remove the module gone'], good)
})

test('a layer that takes no folder: the nearest one, or it goes', async () => {
  const repairs = await config.repairs(good.replace('[web, business,', '[wep, business,'))
  assert.equal(repairs['Write web instead of wep'], good)
  assert.equal(repairs['Remove the layer wep'], good.replace('[web, business,', '[business,'))
  assert.equal((await config.repairs(good.replace('[web, business,', '[web, [business, gone],')))['Remove the layer gone'], good.replace('[web, business,', '[web, [business],'))
})

test('what is removed in a block leaves its neighbours as they were', async () => {
  const rules = `${good}  \n`.replace('  - { id: storage-alone, from: storage, forbid: path:web, why: Rows know no pages }\n', '  - id: storage-alone\n    from: storage\n    forbid: path:web\n  - id: gone\n    from: path:gone\n    forbid: path:web\n')
  assert.equal((await config.repairs(rules))['Remove the rule gone'], rules.replace('  - id: gone\n    from: path:gone\n    forbid: path:web\n', ''))
  const dash = rules.replace('  - id: gone\n    from: path:gone\n    forbid: path:web\n', '  - wat: 1\n    id: b\n    from: storage\n    forbid: path:web\n')
  assert.equal((await config.repairs(dash))['Remove wat'], dash.replace('wat: 1\n    ', ''))
})

test('an exception that covers nothing any more is removed', async () => {
  const text = `${good}exceptions:\n  - { rule: storage-alone, from: storage, why: x, until: never }\n`
  assert.equal((await config.repairs(text))['Remove the exception storage-alone'], good)
})

test('lenses count when they are shown: files and findings of each entry', async () => {
  const text = `${good}exceptions:\n  - { rule: boundaries/layers, from: path:business/pay/tax.ts, why: form moves, until: never }\n`
  const { answer } = await config.ask<readonly Lens[]>('textDocument/codeLens', `|${text}`)
  assert.ok(answer.every(({ command }) => command === undefined))
  const titles = await Promise.all(answer.map(async (lens) => {
    const { range, command } = result<Lens>(await config.code.rpc.request('codeLens/resolve', lens))
    return `${range.start.line + 1}:${range.start.character} ${command?.title}`
  }))
  assert.deepEqual(titles, [
    '2:9 2 files · 0 findings', '2:14 3 files · 0 findings', '2:32 1 file · 0 findings',
    '4:2 1 file · 0 findings', '5:2 3 files · 0 findings', '7:2 2 files · 0 findings', '9:6 1 file · 0 findings', '10:0 0 findings', '12:6 1 finding allowed',
  ])
})

test('a lens shows the findings that it counts, to an editor that can', async (t) => {
  const showing = await configEditor(t, { files: shop, options: { knowsCommands: true } })
  const { answer } = await showing.ask<readonly Lens[]>('textDocument/codeLens', `|${good}`)
  const lens = result<Lens>(await showing.code.rpc.request('codeLens/resolve', answer[1]))
  assert.deepEqual([lens.command?.title, lens.command?.command], ['3 files · 1 finding', 'bulkhead.showPlaces'])
  const [{ places }] = lens.command?.arguments as readonly [{ readonly places: readonly { readonly uri: string }[] }]
  assert.deepEqual(places.map(({ uri }) => uri), [showing.code.uri('business/pay/tax.ts')])
  // The text breaks: the last good one still counts.
  showing.code.type('bulkhead.yaml', good.replace('cycles: forbid', 'cycles: ['))
  assert.equal(result<Lens>(await showing.code.rpc.request('codeLens/resolve', answer[1])).command?.title, '3 files · 1 finding')
})
