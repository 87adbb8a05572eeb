// Loaded into a Node process that is measured: says at its end how much memory it held at most, in KiB.
import { appendFileSync } from 'node:fs'

process.on('exit', () => appendFileSync(process.env.PEAK_MEMORY_FILE, `${process.resourceUsage().maxRSS}\n`))
