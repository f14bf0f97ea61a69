/** A setting that switches TLS or its checks off. `setting` is what is written, for people; it holds no secret. */
export interface TlsOff {
  readonly setting: string
  /** The text with the setting as it should be, where that is certain. */
  readonly mended: string | undefined
}

// Settings in connection strings and files, and what should stand there. Sources: libpq, Connector/J, Go-MySQL-Driver,
// Microsoft.Data.SqlClient, MongoDB connection strings. Read 2026-11-24.
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\bsslmode['"]?\s{0,3}[=:]\s{0,3}['"]?(?:disabled?|allow|prefer(?:red)?)\b/i,
    'sslmode=verify-full',
  ],
  [/\bssl-mode['"]?\s{0,3}[=:]\s{0,3}['"]?(?:disabled|preferred)\b/i, 'ssl-mode=VERIFY_IDENTITY'],
  [/\buseSSL=false\b/i, 'useSSL=true'],
  [/\bverifyServerCertificate=false\b/i, 'verifyServerCertificate=true'],
  [/[?&;]ssl=false\b/i, 'ssl=true'],
  [/[?&]tls=(?:false|skip-verify|preferred)\b/i, 'tls=true'],
  [/[?&]tlsInsecure=true\b/i, 'tlsInsecure=false'],
  [/[?&]tlsAllowInvalidCertificates=true\b/i, 'tlsAllowInvalidCertificates=false'],
  [/\bTrustServerCertificate\s{0,3}=\s{0,3}(?:true|yes)\b/i, 'TrustServerCertificate=false'],
  [/;\s{0,3}Encrypt\s{0,3}=\s{0,3}(?:false|no|optional)\b/i, ';Encrypt=Strict'],
]

// Lines of settings files that have no one right value.
const LINES: readonly RegExp[] = [
  /\b(?:insecure_?skip_?(?:tls_?)?verify|(?:tls|ssl)_?skip_?verify|skip_?(?:tls|ssl)_?verify)["']?\s{0,3}[:=]\s{0,3}["']?(?:true|yes|on|1)\b/i,
  /\b(?:grpc\.)?use_?plaintext["']?\s{0,3}[:=]\s{0,3}["']?true\b/i,
]

const FLAGS =
  /^--?(?:insecure|insecure-skip-tls-verify|insecure-skip-verify|tls-skip-verify|skip-tls-verify|tls-insecure-skip-verify|no-check-certificate)(?:=true)?$|^--(?:tls|ssl|use-tls|enable-tls|tls-enabled)=false$/i

// Variables by which programs are told, with the values that switch it off.
const VARIABLES: readonly (readonly [RegExp, RegExp])[] = [
  [/^NODE_TLS_REJECT_UNAUTHORIZED$/, /^0$/],
  [/^PYTHONHTTPSVERIFY$/, /^0$/],
  [/^GIT_SSL_NO_VERIFY$/, /^(?:true|1)$/i],
  [/(?:^|_)SSL_?MODE$/, /^(?:disabled?|allow|prefer(?:red)?)$/i],
  [/^PGSSLMODE$/, /^(?:disable|allow|prefer)$/i],
  [/(?:^|_)(?:SKIP_(?:TLS_|SSL_)?VERIFY|(?:TLS|SSL)_SKIP_VERIFY)$/, /^(?:true|1|yes|on)$/i],
  [/(?:^|_)(?:VERIFY_(?:SSL|TLS)|(?:SSL|TLS)_VERIFY)$/, /^(?:false|0|no|off)$/i],
  [
    /^(?:DB|DATABASE|PG|POSTGRES|POSTGRESQL|MYSQL|MARIADB|MONGO|MONGODB|REDIS|KAFKA|AMQP|RABBITMQ|LDAP|SMTP|MAIL|ELASTICSEARCH)_(?:USE_)?(?:SSL|TLS)(?:_ENABLED)?$/,
    /^(?:false|0|no|off|disable|disabled)$/i,
  ],
]

// One of these is in every setting above.
const WORDS =
  /ssl-?mode|useSSL|verifyServerCert|ssl=false|tls=(?:false|skip|pref)|tlsInsecure|AllowInvalid|TrustServerCert|Encrypt\s{0,3}=|skip_?(?:tls_?|ssl_?)?verify|skip_?(?:tls|ssl)|plaintext/i

// These never leave the machine: a socket, a proxy in the same pod.
const OWN_MACHINE =
  /(?:[@/=]|\bhost=)(?:localhost|127\.0\.0\.1|\[::1\])(?![\w.-])|host=\/|\/cloudsql\//i

// What is found below has one of these in the name or in the text.
const TELLING_NAME = /SSL|TLS|VERIFY/
const TELLING_TEXT =
  /ssl|tls|verify|insecure|skip|plaintext|encrypt|AllowInvalid|TrustServer|no-check/i

/** Whether anything can be found in a variable or a word at all. Nearly all are passed here, at little cost. */
export function speaksOfTls(name: string, text: string): boolean {
  return TELLING_NAME.test(name) || TELLING_TEXT.test(text)
}

/** The setting of a text that switches TLS off on the way to another machine; undefined when there is none. */
export function tlsOffIn(text: string): TlsOff | undefined {
  if (text.length > LONGEST_TEXT) return tlsOffIn(text.slice(0, LONGEST_TEXT))
  // Nearly all texts hold none of these words and are passed at once.
  if (!WORDS.test(text)) return undefined
  for (const line of text.split('\n')) {
    const found = inLine(line)
    if (found !== undefined) {
      const isWhole = line === text && found.mended !== undefined
      return { setting: found.setting, mended: isWhole ? found.mended : undefined }
    }
  }
  return undefined
}

const LONGEST_TEXT = 100_000

/** The flag of a command-line word, or of a script in one, that switches TLS or its checks off. */
export function tlsOffFlagIn(word: string): string | undefined {
  if (!/insecure|tls|ssl|no-check/i.test(word)) return undefined
  for (const line of word.slice(0, LONGEST_TEXT).split('\n')) {
    if (/^\s{0,40}#/.test(line) || OWN_MACHINE.test(line)) continue
    const flag = line.split(/[\s"'();]+/).find((token) => FLAGS.test(token))
    if (flag !== undefined) return flag
  }
  return undefined
}

/** Whether a variable of that name and value switches TLS or its checks off. */
export function isTlsOffVariable(name: string, value: string): boolean {
  return VARIABLES.some(([names, values]) => names.test(name) && values.test(value))
}

function inLine(line: string): TlsOff | undefined {
  if (!WORDS.test(line)) return undefined
  if (/^\s{0,40}(?:#|\/\/|;|--)/.test(line) || OWN_MACHINE.test(line)) return undefined
  for (const [pattern, wanted] of SETTINGS) {
    const found = pattern.exec(line)?.[0]
    if (found === undefined) continue
    const [sign] = found
    const mended =
      sign === '?' || sign === '&' || sign === ';' ? `${sign}${wanted.replace(/^;/, '')}` : wanted
    const isPlain = /^[?&;]?[\w;-]+=/.test(found)
    return {
      setting: found.replace(/^[?&;]\s*/, ''),
      mended: isPlain ? line.replace(found, mended) : undefined,
    }
  }
  const other = LINES.map((pattern) => pattern.exec(line)?.[0]).find((each) => each !== undefined)
  return other === undefined ? undefined : { setting: other, mended: undefined }
}
