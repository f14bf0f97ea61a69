/**
 * Where advisories come from when nothing is said. Sources: OSV data dumps (google.github.io/osv.dev/data), CISA's
 * catalogue of known exploited vulnerabilities, FIRST's EPSS data; read 2026-11-25.
 */
export const USUAL_SOURCES = {
  advisories: 'https://osv-vulnerabilities.storage.googleapis.com',
  kev: 'https://www.cisa.gov/sites/default/files/feeds',
  epss: 'https://epss.empiricalsecurity.com',
} as const

/** The files of what is known of attacks, as their makers and mirrors call them. */
export const SIGNAL_FILES = {
  kev: 'known_exploited_vulnerabilities.json',
  epss: 'epss_scores-current.csv.gz',
} as const

/** What an update brings where nothing is there and no ecosystem is named: the registries of lock files. OSV's spelling. */
export const USUAL_ECOSYSTEMS = [
  'Go',
  'Maven',
  'NuGet',
  'Packagist',
  'PyPI',
  'RubyGems',
  'crates.io',
  'npm',
] as const

/** The ecosystems of OSV's schema 1.8.0, spelt as the folders of its exports are. Read 2026-11-25. */
export const ECOSYSTEMS: readonly string[] = [
  'AlmaLinux',
  'Alpaquita',
  'Alpine',
  'Android',
  'Azure Linux',
  'BellSoft Hardened Containers',
  'Bioconductor',
  'Bitnami',
  'CRAN',
  'Chainguard',
  'CleanStart',
  'ConanCenter',
  'Debian',
  'Docker Hardened Images',
  'Echo',
  'FreeBSD',
  'GHC',
  'GitHub Actions',
  'Go',
  'Hackage',
  'Hex',
  'Homebrew',
  'Julia',
  'Kubernetes',
  'Linux',
  'MinimOS',
  'Mageia',
  'Maven',
  'NuGet',
  'OSS-Fuzz',
  'Packagist',
  'Photon OS',
  'Pub',
  'PyPI',
  'Red Hat',
  'Rocky Linux',
  'Root',
  'RubyGems',
  'SUSE',
  'SwiftURL',
  'TuxCare',
  'Ubuntu',
  'VSCode',
  'vcpkg',
  'Wolfi',
  'crates.io',
  'npm',
  'opam',
  'openEuler',
  'openSUSE',
]
