/**
 * Modules that a runtime brings along, without 'node:'.
 * Source: https://nodejs.org/docs/latest-v24.x/api/modules.html#built-in-modules (checked 2026-11)
 */
const bare = new Set([
  '_http_agent', '_http_client', '_http_common', '_http_incoming', '_http_outgoing', '_http_server',
  '_stream_duplex', '_stream_passthrough', '_stream_readable', '_stream_transform', '_stream_wrap', '_stream_writable', '_tls_common', '_tls_wrap',
  'assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram', 'diagnostics_channel',
  'dns', 'dns/promises', 'domain', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector', 'inspector/promises', 'module', 'net', 'os',
  'path', 'path/posix', 'path/win32', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'readline/promises', 'repl',
  'stream', 'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys', 'timers', 'timers/promises', 'tls', 'trace_events', 'tty',
  'url', 'util', 'util/types', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
])

/** Those that need no 'node:'. */
export const builtins: readonly string[] = [...bare]

/** Schemes of runtimes other than Node, whose modules keep theirs as part of the name: 'bun:sqlite'. */
const runtimes = ['bun:', 'cloudflare:', 'workerd:']

/** The name of the built-in that a specifier means, if it means one. `test`, `sqlite` and their like are built-in with 'node:' only, so whatever stands after it is. */
export function builtinOf(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return specifier.slice(5)
  if (bare.has(specifier) || (specifier.includes(':') && runtimes.some(scheme => specifier.startsWith(scheme)))) return specifier
  return undefined
}
