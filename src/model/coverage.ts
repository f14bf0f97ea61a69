/**
 * What was asked for and what was looked at, for one kind of thing. `reasons` say why the rest was not: each with the
 * number of things it kept out, so that they add up to `asked - examined`.
 */
export interface Coverage {
  readonly what: string
  readonly asked: number
  readonly examined: number
  readonly reasons: readonly { readonly why: string; readonly count: number }[]
  /** Whether what it lacks was never set up: it is told, but makes no run incomplete. */
  readonly isSpare?: true
  /** What was examined, by name, where that says more than its number: charts with the values they were rendered with. */
  readonly names?: readonly string[] | undefined
}
