/** A permission set of Scaleway's IAM that hands over far more than a task needs, and what it hands over. */
interface BroadSet {
  readonly name: string
  readonly means: string
}

/** Permission sets that make their holder master of an organisation, a project or its clusters. */
export const BROAD_PERMISSION_SETS = {
  source: 'https://www.scaleway.com/en/docs/iam/reference-content/permission-sets/',
  read: '2026-11-25',
  sets: [
    {
      name: 'KubernetesSystemMastersGroupAccess',
      means: 'past all roles, everything in every cluster',
    },
    { name: 'AllProductsFullAccess', means: 'every product of the project, data included' },
    { name: 'IAMManager', means: 'all rights, as it hands them out' },
    { name: 'OrganizationManager', means: 'the whole organisation' },
  ],
} as const satisfies {
  readonly source: string
  readonly read: string
  readonly sets: readonly BroadSet[]
}
