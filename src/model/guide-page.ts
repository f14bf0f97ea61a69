/**
 * What a topic's guide tells people, in Markdown: what this part of the architecture is, what can go wrong, the
 * guideline, the configuration to begin with, what that restricts and how to lift it. `boss` and `user` are one
 * sentence each, for the topics that concern them; `blocks` are the YAML of the configuration.
 */
export interface GuidePage {
  readonly what: string
  readonly wrong: string
  readonly boss: string | undefined
  readonly user: string | undefined
  readonly guideline: string
  readonly configuration: string
  readonly blocks: readonly string[]
  readonly restricts: string
  readonly lift: string
}
