import { MAX_PIPED_BYTES } from '../app/scan.ts'
import type { Host } from './host.ts'

/** Standard input when a target asks for it, read before the work begins; undefined when Ctrl-C came first. */
export async function pipeOf(
  targets: readonly string[],
  host: Host,
): Promise<(() => Uint8Array) | undefined> {
  if (!targets.includes('-')) return () => new Uint8Array()
  const bytes = await host.readStdin(MAX_PIPED_BYTES)
  return bytes === undefined ? undefined : () => bytes
}
