/**
 * Networks that pods get addresses from: the private ones (RFC 1918), shared (RFC 6598) and benchmarking (RFC 2544)
 * space that providers use for it, unique local (RFC 4193) and global (RFC 4291) addresses of IPv6. Read 2026-11-25.
 */
export const POD_NETWORKS = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  'fc00::/7',
  '2000::/3',
] as const

/** Networks that neither pods nor nodes are reached by: loopback, link-local, multicast. */
export const NEVER_PODS = [
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
] as const

/** Networks that no address of the internet is in (IANA, special-purpose address registries, read 2026-11-25). */
export const LOCAL_NETWORKS = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/3',
  '4000::/2',
  '8000::/1',
] as const
