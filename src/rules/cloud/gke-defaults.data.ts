/** From which minor version 1.x on a new cluster of GKE is made with the safer setting, where none is written. */
export const GKE_DEFAULTS = {
  closedReadOnlyPort: {
    minor: 32,
    source: 'https://cloud.google.com/kubernetes-engine/docs/how-to/disable-kubelet-readonly-port',
    read: '2026-11-25',
  },
  limitedAnonymous: {
    minor: 35,
    source: 'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster',
    read: '2026-11-25',
  },
} as const
