/**
 * Until when Scaleway supports the minor versions of Kubernetes on Kapsule and Kosmos. What is older than the oldest
 * here is out of support; what is newer is not listed yet. Within 30 days after its end Scaleway upgrades by itself.
 */
export const SCALEWAY_VERSIONS = {
  title: 'Versions of Kubernetes at Scaleway',
  source: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/version-support-policy/',
  read: '2026-11-25',
  holdsDays: 60,
  ends: {
    '1.36': '2027-09-07',
    '1.35': '2027-03-19',
    '1.34': '2026-11-29',
    '1.33': '2026-11-04',
    '1.32': '2026-05-24',
    '1.31': '2026-02-02',
    '1.30': '2025-09-09',
    '1.29': '2025-04-07',
    '1.28': '2025-04-07',
    '1.27': '2025-04-07',
  },
} as const
