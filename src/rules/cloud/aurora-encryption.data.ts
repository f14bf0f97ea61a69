/**
 * From when on Aurora encrypts each new cluster, whatever it is told. Older ones stay as they are, and a configuration
 * does not say how old its cluster is.
 */
export const AURORA_ENCRYPTS = {
  since: '2026-02-18',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
  read: '2026-11-25',
} as const
