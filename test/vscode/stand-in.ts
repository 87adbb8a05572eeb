// Installs a VS Code where none can be downloaded: code-server, which is the real workbench and extension host behind a web page,
// and Debian's chromium to look at that page. Reaches the npm registry and, where commands are missing, apt. Quick when all is there.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { command } from './command.ts'
import { cache } from './places.ts'

/** VS Code 1.139.1 is inside. */
const codeServerVersion = '4.139.1'

const home = join(cache, 'code-server')
const stamp = join(home, 'installed')
const workbench = join(home, 'node_modules/code-server/lib/vscode')

export interface StandIn {
  /** To be run with this Node. */
  readonly entry: string
  readonly chromium: string
}

/** What the stand-in runs, and Debian's package for it. A compiler, since one native module of VS Code comes as source alone. */
const needed = { chromium: 'chromium', make: 'make', 'g++': 'g++', python3: 'python3' }

export function installedStandIn(): StandIn | undefined {
  const chromium = process.env['CHROMIUM'] ?? command('chromium')
  if (chromium === undefined || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== stampText) return undefined
  return { entry: join(home, 'node_modules/code-server/out/node/entry.js'), chromium }
}

/** Whether this machine lets us install it. */
export function canInstallStandIn(): boolean {
  return process.platform === 'linux' && (missing().length === 0 || (process.getuid?.() === 0 && command('apt-get') !== undefined))
}

/** Takes a minute or two; answers with the command that failed, if one did. */
export function installStandIn(say: (what: string) => void): string | undefined {
  try {
    install(say)
  } catch (failure) {
    if (failure instanceof CommandFailed) return failure.message
    throw failure
  }
  return undefined
}

function install(say: (what: string) => void) {
  const packages = missing()
  if (packages.length > 0) {
    say(`installing ${packages.join(', ')} from Debian`)
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  // Its own installer dies on a module that needs Kerberos' headers. So no scripts run, its two nested installs are made here, and the native
  // modules that matter are built; the others bring binaries for this platform.
  say(`installing code-server ${codeServerVersion} from npm`)
  npm(['install', '--no-save', '--ignore-scripts', '--prefix', home, `code-server@${codeServerVersion}`])
  npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: workbench }) // not `npm ci`: its shrinkwrap is out of step
  npm(['ci', '--omit=dev', '--ignore-scripts'], { cwd: join(workbench, 'extensions') })
  say('building its native modules')
  buildNativeModules()
  // 217 MB that nothing here uses.
  for (const unused of ['@github/copilot-sdk', '@microsoft/mxc-sdk']) rmSync(join(workbench, 'node_modules', unused), { recursive: true, force: true })
  writeFileSync(stamp, stampText)
}

const stampText = `code-server ${codeServerVersion}, ${process.platform}-${process.arch}, node ${process.version}\n`

/** Without spdlog there are no log files and so no output channels. The npm package of a Node binary carries that Node's headers too. */
function buildNativeModules() {
  const headers = join(home, 'headers')
  const nodePackage = `node-${process.platform}-${process.arch}`
  npm(['install', '--no-save', '--ignore-scripts', '--prefix', headers, `${nodePackage}@${process.version.slice(1)}`])
  const modules = ['@vscode/spdlog', '@vscode/native-watchdog']
  npm(['rebuild', ...modules], { cwd: workbench, env: { npm_config_nodedir: join(headers, 'node_modules', nodePackage) } })
  run(process.execPath, ['-e', modules.map((name) => `require('${name}')`).join(';')], { cwd: workbench })
  rmSync(headers, { recursive: true })
}

function missing(): string[] {
  const absent = Object.entries(needed).filter(([name]) => command(name) === undefined)
  return absent.map(([, debianPackage]) => debianPackage)
}

interface Surroundings { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

function npm(args: readonly string[], surroundings: Surroundings = {}) {
  run('npm', [...args, '--silent', '--no-audit', '--no-fund'], surroundings)
}

function run(name: string, args: readonly string[], { cwd = home, env = {} }: Surroundings = {}) {
  const { status } = spawnSync(name, args, {
    cwd: existsSync(cwd) ? cwd : dirname(cache), stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...outsideNpm(), PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
  })
  if (status !== 0) throw new CommandFailed([name, ...args].join(' '))
}

class CommandFailed extends Error {}

/** Under `npm test`, npm hands its own settings of this project down, which are wrong for another. */
function outsideNpm() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_(package|lifecycle|config_(local_)?prefix)|NODE_TEST_CONTEXT|INIT_CWD$)/.test(name)))
}
