/** The ways in which registries order versions. `none`: no order is known, so only equal texts can be told. */
export type OrderName =
  | 'alpine'
  | 'cran'
  | 'debian'
  | 'hackage'
  | 'maven'
  | 'none'
  | 'nuget'
  | 'packagist'
  | 'pub'
  | 'python'
  | 'rpm'
  | 'ruby'
  | 'semver'

/**
 * The order of each ecosystem, without suffix, lower case. Source: ecosystems of the OSV schema 1.8.0 and what its
 * section on versions says of each; read 2026-11-25.
 */
export const ORDERS: ReadonlyMap<string, OrderName> = new Map([
  ['almalinux', 'rpm'],
  ['alpaquita', 'alpine'],
  ['alpine', 'alpine'],
  ['android', 'none'],
  ['azure linux', 'rpm'],
  ['bellsoft hardened containers', 'alpine'],
  ['bioconductor', 'cran'],
  ['bitnami', 'semver'],
  ['chainguard', 'alpine'],
  ['cleanstart', 'alpine'],
  ['conancenter', 'semver'],
  ['cran', 'cran'],
  ['crates.io', 'semver'],
  ['debian', 'debian'],
  ['docker hardened images', 'none'],
  ['echo', 'debian'],
  ['freebsd', 'none'],
  ['ghc', 'hackage'],
  ['github actions', 'semver'],
  ['go', 'semver'],
  ['hackage', 'hackage'],
  ['hex', 'semver'],
  ['homebrew', 'none'],
  ['julia', 'semver'],
  ['kubernetes', 'semver'],
  ['linux', 'semver'],
  ['mageia', 'rpm'],
  ['maven', 'maven'],
  ['minimos', 'alpine'],
  ['npm', 'semver'],
  ['nuget', 'nuget'],
  // opam orders as Debian does: https://opam.ocaml.org/doc/Manual.html#Version-ordering
  ['opam', 'debian'],
  ['openeuler', 'rpm'],
  ['opensuse', 'rpm'],
  ['oss-fuzz', 'none'],
  ['packagist', 'packagist'],
  ['photon os', 'rpm'],
  ['pub', 'pub'],
  ['pypi', 'python'],
  ['red hat', 'rpm'],
  ['rocky linux', 'rpm'],
  ['root', 'none'],
  ['rubygems', 'ruby'],
  ['suse', 'rpm'],
  ['swifturl', 'semver'],
  ['tuxcare', 'none'],
  ['ubuntu', 'debian'],
  ['vcpkg', 'none'],
  ['vscode', 'semver'],
  ['wolfi', 'alpine'],
])
