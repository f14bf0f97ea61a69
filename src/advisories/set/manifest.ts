import * as v from 'valibot'

const SEALED = {
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  sizeBytes: v.number(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  hotBytes: v.number(),
  hotCrc: v.number(),
}

const ECOSYSTEM = v.object({
  ...SEALED,
  ecosystem: v.string(),
  records: v.number(),
  withdrawn: v.number(),
  skipped: v.number(),
  asOf: v.string(),
  taken: v.string(),
})

const SIGNALS = v.object({ ...SEALED, entries: v.number(), asOf: v.string(), taken: v.string() })

/** What a set of advisories is made of. */
export const MANIFEST = v.object({
  format: v.literal(1),
  /** Grows with each set of a folder. */
  serial: v.number(),
  ecosystems: v.array(ECOSYSTEM),
  /** The names of each flaw over all ecosystems. */
  flaws: v.object(SEALED),
  kev: v.optional(SIGNALS),
  epss: v.optional(SIGNALS),
})

/** A set of advisories: files that are never changed, and what is known of each. */
export type Manifest = v.InferOutput<typeof MANIFEST>
/** The file of one ecosystem. */
export type EcosystemFile = Manifest['ecosystems'][number]
/** A file of what is known of attacks. */
export type SignalsFile = NonNullable<Manifest['kev']>
