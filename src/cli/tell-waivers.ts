import { returnWords } from '../app/waiver-words.ts'
import { printable } from '../report/printable.ts'
import type { Host } from './host.ts'

/** Tells which waivers no longer lift what they speak of, so that nobody wonders where a finding comes from. */
export function tellWaivers(uses: Parameters<typeof returnWords>[0], host: Host): void {
  for (const words of returnWords(uses)) host.err(`note: ${printable(words)}\n`)
}
