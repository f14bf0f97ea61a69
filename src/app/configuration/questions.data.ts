/** What nobody but the owner of an estate can know, by the rule whose faults stay open until it is told. */
export const QUESTIONS: ReadonlyMap<string, string> = new Map([
  ['apisvc-skip-verify', 'which authority signed the certificate of the server: its caBundle'],
  ['df-base-latest', 'which build is meant: its version and its digest'],
  ['df-piped-shell', 'which build of the script was read: its checksum'],
  [
    'df-secret-build-arg',
    'which step needs the secret, to be given to it by RUN --mount=type=secret',
  ],
  ['compose-image-latest', 'which build is meant: its version'],
  [
    'eks-auth-configmap',
    'which roles are to get an access entry before the ConfigMap counts no more',
  ],
  [
    'eks-creator-admin',
    'whose access entry takes the place of the creator of the cluster, as changing this makes it anew',
  ],
  ['eks-version-eol', 'which minor version its workloads are ready for: one step at a time'],
  ['scw-k8s-version-eol', 'which minor version its workloads are ready for: one step at a time'],
  [
    'tf-provider-unpinned',
    'which release of the provider was tested; terraform init then writes .terraform.lock.hcl, to be committed',
  ],
  ['tf-world-admin-ports', 'from which addresses these ports are used'],
  ['ver-eol', 'which minor version its workloads are ready for: one step at a time, nodes last'],
  ['bare-pod', 'whether the pod is to be started anew at all, and by what'],
  [
    'enc-identity-first',
    'by what Secrets are to be encrypted: a KMS plugin on the control plane, or a key of your own',
  ],
  [
    'env-clear-url',
    'whether the other side answers TLS, and which authority its clients are to trust',
  ],
  ['gdpr-retention', 'how long the personal data may be kept'],
  ['gdpr-rights', 'where people have their data erased and get them'],
  [
    'node-tenant-mix',
    'which nodes are kept for what holds personal data: their taint and the selector that leads there',
  ],
  ['idn-human-sa', 'the group at your identity provider of those who sign in with this account'],
  ['image-latest', 'which build is meant: its version and its digest'],
  ['image-without-digest', 'which build the tag meant on the day it was tested: its digest'],
  ['image-without-tag', 'which build is meant: its version and its digest'],
  ['net-ingress-retired', 'which controller takes the place of ingress-nginx'],
  ['net-policy-selects-nothing', 'which pods the policy was written for'],
  ['no-liveness-probe', 'what tells that the program hangs: a path, a port or a command'],
  ['no-readiness-probe', 'what tells that the program is ready: a path, a port or a command'],
  ['sec-env', 'whether the program can read its secrets from files'],
  ['single-replica', 'how two copies of the program share what they keep'],
  ['tp-end-of-life-component', 'which release its data and its clients are ready for'],
])
