import type { DatedFacts } from '../dated-facts.ts'

/** Until when the releases of one product are mended, by the beginning of their version. */
export interface SystemLifetime {
  readonly product: string
  /** The words in which a node tells it. What follows them begins with the version. */
  readonly words: string
  readonly ends: Readonly<Record<string, string>>
}

const SOURCE = 'https://github.com/endoflife-date/endoflife.date (2026-08-22)'
const READ = '2026-11-25'

/**
 * Operating systems as `osImage` names them. Days are those on which free updates end: of Debian its long-term support.
 * A release that is not listed is newer, or is replaced as a whole and known by its age.
 */
export const SYSTEM_LIFETIMES = {
  title: 'Ends of support of operating systems',
  source: SOURCE,
  read: READ,
  holdsDays: 180,
  products: [
    {
      product: 'Ubuntu',
      words: 'Ubuntu ',
      ends: {
        '26.04': '2031-04-30',
        '25.10': '2026-07-01',
        '25.04': '2026-01-17',
        '24.10': '2025-07-10',
        '24.04': '2029-05-31',
        '23.10': '2024-07-12',
        '23.04': '2024-01-20',
        '22.10': '2023-07-20',
        '22.04': '2027-04-01',
        '20.04': '2025-05-31',
        '18.04': '2023-05-31',
        '16.04': '2021-04-02',
      },
    },
    {
      product: 'Debian',
      words: 'Debian GNU/Linux ',
      ends: {
        '13': '2030-06-30',
        '12': '2028-06-30',
        '11': '2026-08-31',
        '10': '2024-06-30',
        '9': '2022-07-01',
        '8': '2020-06-30',
      },
    },
    {
      product: 'Amazon Linux',
      words: 'Amazon Linux ',
      ends: { '2023': '2029-06-30', '2': '2026-06-30', '2018': '2023-12-31' },
    },
    {
      product: 'CentOS Linux',
      words: 'CentOS Linux ',
      ends: { '8': '2021-12-31', '7': '2024-06-30', '6': '2020-11-30' },
    },
    {
      product: 'Rocky Linux',
      words: 'Rocky Linux ',
      ends: { '10': '2035-05-31', '9': '2032-05-31', '8': '2029-05-31' },
    },
    {
      product: 'AlmaLinux',
      words: 'AlmaLinux ',
      ends: { '10': '2035-05-31', '9': '2032-05-31', '8': '2029-05-31' },
    },
  ],
} as const satisfies DatedFacts & { readonly products: readonly SystemLifetime[] }

/**
 * Runtimes as `containerRuntimeVersion` names them. Of containerd 1.7 and 2.0, which is kept for longer than 2.1, only
 * the month is decided: https://github.com/containerd/containerd/blob/main/RELEASES.md (2026-08-22).
 */
export const RUNTIME_LIFETIMES = {
  title: 'Ends of support of container runtimes',
  source: SOURCE,
  read: READ,
  holdsDays: 180,
  products: [
    {
      product: 'containerd',
      words: 'containerd://',
      ends: {
        '2.3': '2028-04-30',
        '2.2': '2026-11-06',
        '2.1': '2026-07-03',
        '2.0': '2027-03-01',
        '1.7': '2026-09-30',
        '1.6': '2025-08-23',
        '1.5': '2023-02-28',
        '1.4': '2022-03-03',
        '1.3': '2021-03-04',
        '1.2': '2020-10-15',
      },
    },
    {
      product: 'Docker Engine',
      words: 'docker://',
      ends: {
        '28': '2026-05-13',
        '27': '2025-05-03',
        '26': '2025-02-17',
        '25': '2026-12-04',
        '24': '2024-06-08',
        '23': '2025-05-19',
        '20.10': '2023-12-10',
        '19.03': '2021-01-08',
        '18': '2019-08-22',
      },
    },
  ],
} as const satisfies DatedFacts & { readonly products: readonly SystemLifetime[] }
