import * as v from 'valibot'

// What files of the store hold. They are checked when they are written and sealed by a hash, but a text is a text.

const RATED = v.object({
  level: v.picklist(['critical', 'high', 'medium', 'low', 'none']),
  score: v.optional(v.number()),
  text: v.string(),
})

const TEXTS = v.optional(v.array(v.string()))
const EVENT = v.tuple([v.picklist(['introduced', 'fixed', 'last_affected', 'limit']), v.string()])

export const AFFECTED_LIST = v.tuple([
  v.string(),
  v.array(
    v.object({
      i: v.string(),
      x: v.optional(v.string()),
      v: TEXTS,
      r: v.optional(v.array(v.array(EVENT))),
      s: v.optional(RATED),
      n: v.optional(v.string()),
    }),
  ),
])

export const RECORD = v.object({
  id: v.string(),
  modified: v.string(),
  published: v.optional(v.string()),
  withdrawn: v.optional(v.string()),
  aliases: TEXTS,
  upstream: TEXTS,
  related: TEXTS,
  summary: v.string(),
  severity: v.optional(RATED),
  skipped: v.optional(v.number()),
})

export const PROSE_ENTRY = v.object({
  id: v.string(),
  details: v.string(),
  references: v.array(v.object({ type: v.string(), url: v.string() })),
})

export const FLAW = v.object({
  id: v.string(),
  names: v.array(v.string()),
  severity: v.optional(v.object({ ...RATED.entries, from: v.string() })),
})

export const KEV = v.object({ id: v.string(), added: v.string(), forRansom: v.boolean() })

export const EPSS = v.object({ id: v.string(), probability: v.number(), percentile: v.number() })
