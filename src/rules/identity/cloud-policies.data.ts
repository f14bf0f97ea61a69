/**
 * Policies and roles of clouds that give all rights, or the right to give oneself all, in an account, a project or a
 * subscription.
 */
export const ADMIN_POLICIES = {
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    'https://cloud.google.com/iam/docs/roles-overview',
    'https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles',
  ],
  read: '2026-11-24',
  names: [
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::aws:policy/IAMFullAccess',
    'arn:aws:iam::aws:policy/PowerUserAccess',
    'roles/editor',
    'roles/iam.securityAdmin',
    'roles/owner',
    'roles/resourcemanager.projectIamAdmin',
    'Owner',
    'Role Based Access Control Administrator',
    'User Access Administrator',
  ],
} as const

/** Where objects that stand for parts of a cloud name such a policy; `*` is every member of a list. */
export const POLICY_FIELDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'iam.services.k8s.aws/Role': [['spec', 'policies', '*']],
  'iam.aws.upbound.io/RolePolicyAttachment': [['spec', 'forProvider', 'policyArn']],
  'iam.aws.m.upbound.io/RolePolicyAttachment': [['spec', 'forProvider', 'policyArn']],
  'iam.aws.crossplane.io/RolePolicyAttachment': [['spec', 'forProvider', 'policyArn']],
  'iam.cnrm.cloud.google.com/IAMPolicyMember': [['spec', 'role']],
  'iam.cnrm.cloud.google.com/IAMPartialPolicy': [['spec', 'bindings', '*', 'role']],
  'cloudplatform.gcp.upbound.io/ProjectIAMMember': [['spec', 'forProvider', 'role']],
  'authorization.azure.upbound.io/RoleAssignment': [['spec', 'forProvider', 'roleDefinitionName']],
  'eksctl.io/ClusterConfig': [
    ['iam', 'serviceAccounts', '*', 'attachPolicyARNs', '*'],
    ['iam', 'podIdentityAssociations', '*', 'permissionPolicyARNs', '*'],
  ],
}
