import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderGraphMermaid } from '../../server/report/graph-mermaid.ts'
import { harbour } from './harbour.ts'
import { viewOf } from './view.ts'

test('layers: the highest first, imports counted, those that break a rule dashed and coloured', () => {
  assert.equal(renderGraphMermaid(harbour, { level: 'layer' }), `\
flowchart TD
  n0["office"]
  n1["quay"]
  n0 -.->|4| n1
  n1 -.->|1| n0
  linkStyle 0 stroke:red
  linkStyle 1 stroke:orange
`)
})

test('files stand in their modules', () => {
  assert.equal(renderGraphMermaid({ ...harbour, shows: (path) => path.startsWith('src/office/') }, { level: 'file' }), `\
flowchart TD
  subgraph g0["src/office"]
    n0["src/office/desk.ts"]
    n1["src/office/phone.ts"]
  end
  subgraph g1["src/quay"]
    n2["src/quay/berth.ts"]
    n3["src/quay/crane.ts"]
    n4["src/quay/gate.ts"]
  end
  n0 -->|1| n2
  n0 -->|1| n3
  n0 -.->|1| n4
  n1 -->|1| n0
  n1 -->|1| n3
  linkStyle 2 stroke:red
`)
})

test('modules stand in their layers, folders in their modules', () => {
  assert.match(renderGraphMermaid(harbour, { level: 'module' }), /subgraph g0\["office"\]\n {4}n0\["src\/office"\]\n {2}end\n {2}subgraph g1\["quay"\]\n {4}n1\["src\/quay"\]/)
  assert.match(renderGraphMermaid(harbour, { level: 'folder' }), /subgraph g1\["src\/quay"\]\n {4}n1\["src\/quay"\]/)
})

test('layers of one name in two stacks are two, each in its folder', () => {
  const view = viewOf({ 'pay/api/till.ts': "import '../core/coin'", 'pay/core/coin.ts': '', 'mail/api/box.ts': "import '../../pay/core/coin'" }, { stacks: { pay: ['api', 'core'], mail: ['api', 'core'] } })
  assert.equal(renderGraphMermaid(view, { level: 'layer' }), `\
flowchart TD
  subgraph g0["mail"]
    n0["api"]
  end
  subgraph g1["pay"]
    n1["api"]
    n2["core"]
  end
  n0 -->|1| n2
  n1 -->|1| n2
`)
})

test('what lies in no module is one node, at the bottom', () => {
  const view = viewOf({ 'shop/cart.ts': "import '../loose'", 'loose.ts': '' }, { modules: ['shop'] })
  assert.equal(renderGraphMermaid(view, { level: 'module' }), 'flowchart TD\n  n0["in no module"]\n  n1["shop"]\n  n1 -->|1| n0\n')
})

test('no name is taken for syntax', () => {
  const view = viewOf({ 'app/[id]/"end" <b>`#1`.ts': '' })
  assert.match(renderGraphMermaid(view, { level: 'file' }), /n0\["app\/\[id\]\/#34;end#34; #60;b#62;#96;#35;1#96;\.ts"\]/)
})

test('a picture beyond what mermaid draws says so', () => {
  const files = Array.from({ length: 40 }, (_, index) => `quay/berth-${index}.ts`)
  const all = Object.fromEntries(files.map((path, index) => [path, files.slice(0, index).map((other) => `import './${other.slice(5, -3)}'\n`).join('')]))
  assert.match(renderGraphMermaid(viewOf(all), { level: 'file' }), /^%% 780 edges; mermaid draws at most 500/)
})
