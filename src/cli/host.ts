import type { Fetch } from '../app/db/update/fetch.ts'

/** What commands see of the machine, handed in so that tests can hand in another. */
export interface Host {
  /** What the program was started as: `portolan`, or `kubectl-portolan` as a plugin of kubectl. */
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly workingFolder: string
  /** Results. Does nothing any more once the reader has gone (`| head`). */
  readonly out: (text: string) => void
  /** Everything else. */
  readonly err: (text: string) => void
  /** Whether results go to a screen, and how wide it is where it tells. */
  readonly isScreen: boolean
  readonly columns: number | undefined
  /** Standard input, at most one byte more than `maxBytes` of it; undefined when Ctrl-C came first. */
  readonly readStdin: (maxBytes: number) => Promise<Uint8Array | undefined>
  /** Puts a question to whoever sits at the terminal, where somebody does; undefined when Ctrl-C or Ctrl-D came first. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined
  /** Does work that Ctrl-C may end in its midst; undefined is then all that is left of it. */
  readonly interruptible: <T>(work: () => T) => { readonly value: T } | undefined
  /** Reaches the network; only `portolan db update` does. */
  readonly fetch: Fetch
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  /** The day it is (ISO 8601, UTC). */
  readonly today: () => string
}

/** A command: takes the words after its name and gives the exit code. */
export type Command = (argv: readonly string[], host: Host) => Promise<number>
