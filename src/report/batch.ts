import type { Write } from './report.ts'

// Large enough that writing costs little, small enough that memory does not notice.
const CHUNK_LENGTH = 65_536

/** Gathers small pieces into chunks worth writing. What `flush` is not called for stays unwritten. */
export interface Batch {
  readonly write: Write
  readonly flush: () => void
}

/** Makes a batch in front of `out`. */
export function batch(out: Write): Batch {
  let pending = ''
  const flush = (): void => {
    if (pending !== '') out(pending)
    pending = ''
  }
  return {
    write: (piece) => {
      pending += piece
      if (pending.length >= CHUNK_LENGTH) flush()
    },
    flush,
  }
}
