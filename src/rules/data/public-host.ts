// Names that nobody outside resolves. Sources: RFC 2606, RFC 6761, RFC 6762, RFC 8375, and ICANN's board of 2024 for
// `internal`; the others are what companies use at home.
const PRIVATE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|corp|home|lan|private|test|example|invalid|svc|cluster|arpa|onion)$|\.nip\.io$|\.sslip\.io$/

/** Whether a host name may be one that browsers of strangers resolve: in a public domain, wildcards included. */
export function isPublicHost(host: unknown): host is string {
  if (typeof host !== 'string' || !/^(?:\*\.)?(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(host))
    return false
  return !PRIVATE.test(host.toLowerCase())
}
