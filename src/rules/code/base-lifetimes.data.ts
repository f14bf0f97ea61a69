import type { Lifetime } from '../third-parties/lifetimes.data.ts'

/**
 * Products that images are built on, beside those that clusters run (src/rules/third-parties/lifetimes.data.ts). Days count
 * when they had been told on the day of the source; those of Linux distributions are of their public updates, paid ones
 * left out.
 */
export const BASE_LIFETIMES = {
  sources: [
    "https://endoflife.date (github.com/endoflife-date/endoflife.date, 2026-08-22), which names each maker's own page",
    'https://go.dev/doc/devel/release',
    'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
    'https://docs.fedoraproject.org/en-US/releases/eol/',
  ],
  read: '2026-11-25',
  products: [
    {
      product: 'Go',
      images: ['library/golang', 'bitnami/golang', 'cimg/go'],
      ends: {
        '1.27': 'open',
        '1.26': 'open',
        '1.25': '2026-08-19',
        '1.24': '2026-02-10',
        '1.23': '2025-08-12',
        '1.22': '2025-02-11',
        '1.21': '2024-08-13',
        '1.20': '2024-02-06',
        '1.19': '2023-09-06',
        '1.18': '2023-02-01',
        '1.17': '2022-08-02',
        '1.16': '2022-03-15',
        '1.15': '2021-08-16',
        '1.14': '2021-02-16',
        '1.13': '2020-08-11',
        '1.12': '2020-02-25',
        '1.11': '2019-09-03',
        '1.10': '2019-02-25',
      },
    },
    {
      product: '.NET',
      images: [
        'dotnet/sdk',
        'dotnet/aspnet',
        'dotnet/runtime',
        'dotnet/runtime-deps',
        'core/sdk',
        'core/aspnet',
        'core/runtime',
      ],
      ends: {
        '10': '2028-11-14',
        '9': '2026-11-10',
        '8': '2026-11-10',
        '7': '2024-05-14',
        '6': '2024-11-12',
        '5': '2022-05-10',
        '3.1': '2022-12-13',
        '3.0': '2020-03-03',
        '2.2': '2019-12-23',
        '2.1': '2021-08-21',
        '2.0': '2018-10-01',
        '1.1': '2019-06-27',
        '1.0': '2019-06-27',
      },
    },
    {
      product: 'Fedora',
      images: ['library/fedora', 'fedora/fedora'],
      ends: {
        '44': '2027-06-02',
        '43': '2026-12-09',
        '42': '2026-05-27',
        '41': '2025-12-15',
        '40': '2025-05-13',
        '39': '2024-11-26',
        '38': '2024-05-21',
        '37': '2023-12-05',
        '36': '2023-05-16',
        '35': '2022-12-13',
        '34': '2022-06-07',
        '33': '2021-11-30',
        '32': '2021-05-25',
        '31': '2020-11-24',
        '30': '2020-05-26',
        '29': '2019-11-26',
        '28': '2019-05-28',
        '27': '2018-11-30',
        '26': '2018-05-29',
        '25': '2017-12-12',
        '24': '2017-08-08',
        '23': '2016-12-20',
        '22': '2016-07-19',
        '21': '2015-12-01',
        '20': '2015-06-23',
        '19': '2015-01-06',
        '18': '2014-01-14',
        '17': '2013-07-30',
        '16': '2013-02-12',
        '15': '2012-06-26',
        '14': '2011-12-09',
        '13': '2011-06-24',
        '12': '2010-12-02',
        '11': '2010-06-25',
        '10': '2009-12-17',
        '9': '2009-07-10',
        '8': '2009-01-07',
        '7': '2008-06-13',
        '6': '2007-12-07',
        '5': '2007-07-02',
        '4': '2006-08-07',
        '3': '2006-01-16',
        '2': '2005-04-11',
        '1': '2004-09-20',
      },
    },
    {
      product: 'Rocky Linux',
      images: ['library/rockylinux', 'rockylinux/rockylinux'],
      ends: { '10': '2035-05-31', '9': '2032-05-31', '8': '2029-05-31' },
    },
    {
      product: 'AlmaLinux',
      images: ['library/almalinux', 'almalinux/almalinux'],
      ends: { '10': '2035-05-31', '9': '2032-05-31', '8': '2029-05-31' },
    },
    {
      product: 'Amazon Linux',
      images: ['library/amazonlinux', 'amazonlinux/amazonlinux'],
      ends: { '2023': '2029-06-30', '2': '2026-06-30' },
    },
    {
      product: 'Oracle Linux',
      images: ['library/oraclelinux', 'os/oraclelinux'],
      ends: {
        '10': 'open',
        '9': '2032-06-30',
        '8': '2029-07-31',
        '7': '2024-12-31',
        '6': '2021-03-31',
      },
    },
    {
      product: 'openSUSE Leap',
      images: ['opensuse/leap'],
      ends: {
        '16.0': '2027-10-31',
        '15.6': '2026-04-30',
        '15.5': '2024-12-31',
        '15.4': '2023-12-07',
        '15.3': '2022-12-31',
        '15.2': '2022-01-04',
        '15.1': '2021-02-02',
        '15.0': '2019-12-03',
        '42.3': '2019-07-01',
        '42.2': '2018-01-26',
        '42.1': '2017-05-17',
        '13.2': '2017-01-17',
        '13.1': '2016-02-03',
        '12.3': '2015-01-29',
        '12.2': '2014-01-15',
        '12.1': '2013-05-15',
        '11.4': '2012-11-05',
        '11.3': '2012-01-20',
        '11.2': '2011-05-12',
        '11.1': '2011-01-14',
        '11.0': '2010-07-26',
      },
    },
  ],
} as const satisfies {
  readonly sources: readonly string[]
  readonly read: string
  readonly products: readonly Lifetime[]
}

/** An image that its makers gave up, whatever its version; `upTo` is the last version that they had made. */
export interface RetiredBase {
  readonly image: string
  readonly ended: string
  readonly upTo: number
  readonly source: string
}

/** Base images without a maker. Pre-releases of later versions are still built. */
export const RETIRED_BASES: readonly RetiredBase[] = [
  {
    image: 'library/openjdk',
    ended: '2022-07-31',
    upTo: 18,
    source: 'https://developers.redhat.com/articles/2022/09/16/updating-docker-hubs-openjdk-image',
  },
]

/**
 * Releases of distributions by the words that tags of other images name them with (`node:18-buster`). Alpine's are
 * numbers: `alpine3.14`.
 */
export const RELEASE_WORDS: Readonly<Record<string, { product: string; version: string }>> = {
  wheezy: { product: 'Debian', version: '7' },
  jessie: { product: 'Debian', version: '8' },
  stretch: { product: 'Debian', version: '9' },
  buster: { product: 'Debian', version: '10' },
  bullseye: { product: 'Debian', version: '11' },
  bookworm: { product: 'Debian', version: '12' },
  trixie: { product: 'Debian', version: '13' },
  trusty: { product: 'Ubuntu', version: '14.04' },
  xenial: { product: 'Ubuntu', version: '16.04' },
  bionic: { product: 'Ubuntu', version: '18.04' },
  focal: { product: 'Ubuntu', version: '20.04' },
  jammy: { product: 'Ubuntu', version: '22.04' },
  noble: { product: 'Ubuntu', version: '24.04' },
}
