import type { CredentialKind } from './credential.ts'
import { isStandIn } from './stand-in.ts'
import { hasMatch } from './token.ts'

// The user may be left out (`redis://:password@host`); the password ends at the last sign that no host name has.
const IN_ADDRESS =
  /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'<>]{0,100}:([^\s@/"'<>]{1,300})@[\w[{$]/gi

const IN_QUERY =
  /[?&;](?:password|passwd|pwd|api_?key|access_?token|auth_?token|token|secret|client_secret)=([^\s&;"'<>]{3,300})/gi

// `user:password@tcp(host)`, as drivers for Go and PHP write it; `user/password@host`, as Oracle's does.
const IN_DRIVER_NAME = /(?<![\w.-])[\w.-]{1,60}:([^\s@:/"'()]{1,100})@(?:tcp|unix)\(/g
const IN_ORACLE_NAME = /jdbc:oracle:(?:thin|oci):[\w.-]{1,60}\/([^\s@/"']{1,100})@/gi

// Pairs of a connection string: `Server=db;User Id=app;Password=…`, `host=db user=app password=…`.
const IN_STRING = /(?<![\w.-])(?:password|pwd)\s{0,2}=\s{0,2}([^;\s"']{1,300}|'[^'\n]{1,300}')/gi
const NEIGHBOUR =
  /(?<![\w.-])(?:server|data source|host|hostaddr|endpoint|accountname|user id|uid|dbname|database|initial catalog)\s{0,2}=/i

/** The kind of credential in an address or a connection string of one line. O(characters). */
export function findInAddress(line: string): CredentialKind | undefined {
  if (line.includes('@')) {
    if (hasMatch(line, IN_ADDRESS, isPasswordReal)) return 'url-password'
    if (
      hasMatch(line, IN_DRIVER_NAME, isPasswordReal) ||
      hasMatch(line, IN_ORACLE_NAME, isPasswordReal)
    ) {
      return 'connection-password'
    }
  }
  if (!line.includes('=')) return undefined
  if (line.includes('://') || line.includes('jdbc:')) {
    if (hasMatch(line, IN_QUERY, isPasswordReal)) return 'url-password'
  }
  return NEIGHBOUR.test(line) && hasMatch(line, IN_STRING, isPasswordReal)
    ? 'connection-password'
    : undefined
}

function isPasswordReal([, password = '']: RegExpExecArray): boolean {
  if (isStandIn(password) || /^[${]/.test(password)) return false
  // In capitals it stands in for one, as `HOST` does beside it.
  return !/^(?:PASSWORD|PASSWD|PASS|PWD|TOKEN|SECRET)$/.test(password)
}
