// Names of the cluster itself, names that no public resolver knows, and one's own machine.
const INNER_SUFFIXES = [
  '.svc',
  '.local',
  '.internal',
  '.localhost',
  '.lan',
  '.localdomain',
] as const

// RFC 1918, RFC 6598, loopback and link-local addresses; IPv6 unique local and link-local ones.
const INNER_ADDRESS =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[(?:::1\]|f[cd]|fe80))/i

/** The host of `url` when it is none of the cluster nor of a private network; undefined as well when it is no URL. */
export function outsideHost(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { hostname } = new URL(url)
  if (hostname === '' || INNER_ADDRESS.test(hostname)) return undefined
  // A name of one word is a Service of the same namespace, or a line of somebody's hosts file.
  if (!hostname.startsWith('[') && !hostname.includes('.')) return undefined
  return INNER_SUFFIXES.some((suffix) => hostname.endsWith(suffix)) ? undefined : hostname
}
