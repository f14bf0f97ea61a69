/** What estates are measured against, strictest first; a report names the one that was used. */
export const PROFILES = ['restricted', 'baseline', 'observe'] as const

/** One of them. */
export type Profile = (typeof PROFILES)[number]
