/**
 * What a rule's page tells people, in Markdown: the title, what it is, why it matters, how it is used against them,
 * what the fix restricts and how to lift it. `boss` and `user` are one sentence each; `apply` is a fenced example that can be copied.
 */
export interface RulePage {
  readonly title: string
  readonly what: string
  readonly why: string
  readonly boss: string
  readonly user: string
  readonly attack: string
  readonly restricts: string
  readonly lift: string
  readonly apply: string
}
