/**
 * Top-level domains that hosts of programs usually end in. A name with another ending is taken for no host, unless it
 * stands in a URL: files and classes have dots too. Source: IANA, Root Zone Database, read 2026-11-24.
 */
export const TOP_LEVEL: ReadonlySet<string> = new Set(
  (
    'com org net edu gov int mil io dev app cloud ai co me tv info biz tech online shop site store xyz page run host ' +
    'eu fr de uk ch at be nl lu it es pt pl se no fi dk ie cz sk hu ro bg gr hr si ee lv lt is ru ua tr il in jp cn ' +
    'hk tw kr sg au nz ca us mx br ar cl za ng ke eg ma ae sa example test'
  ).split(' '),
)

/** Endings of names in networks of one's own. */
export const NEAR_DOMAINS: ReadonlySet<string> = new Set([
  'consul',
  'corp',
  'home',
  'internal',
  'intranet',
  'lan',
  'local',
  'localdomain',
  'private',
])
