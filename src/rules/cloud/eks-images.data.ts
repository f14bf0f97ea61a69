/** Families of Amazon's node images for EKS (`ami_type`) that are no longer made, and the day that ended. */
export const ENDED_IMAGES = {
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-build-scripts.html',
  read: '2026-11-25',
  families: [{ prefix: 'AL2_', name: 'Amazon Linux 2', ended: '2025-11-26' }],
} as const
