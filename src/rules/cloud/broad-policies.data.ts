/**
 * Policies that Amazon keeps, and rights of policies of one's own, that give a whole account or a whole service away.
 * A node needs none of them: https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 * Names that were looked up: AdministratorAccess, PowerUserAccess, AmazonS3FullAccess,
 * AmazonEC2ContainerRegistryPowerUser, SecretsManagerReadWrite.
 */
export const BROAD_POLICIES = {
  sources: [
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecretsManagerReadWrite.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
  ],
  read: '2026-11-25',
  /** The ends of their names. */
  endings: ['AdministratorAccess', 'FullAccess', 'PowerUserAccess', 'PowerUser', 'ReadWrite'],
  /** Actions that are too many for a machine on which every pod may end up, where they hold for everything. */
  actions: ['*', '*:*', 'ec2:*', 'iam:*', 'kms:*', 's3:*', 'secretsmanager:*', 'ssm:*', 'sts:*'],
} as const
