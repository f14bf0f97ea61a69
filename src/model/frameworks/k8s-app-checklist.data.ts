import type { Framework } from '../control.ts'

/** The page has no numbers: ours count a section's boxes. */
export const K8S_APP_CHECKLIST: Framework = {
  id: 'k8s-app-checklist',
  title: 'Kubernetes: Application Security Checklist',
  edition: '2026',
  url: 'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['code'],
      controls: {
        'design/1': 'The application is designed by security principles',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'design/2': 'Memory is limited',
        'design/3': 'CPU is limited for sensitive workloads, where fitting',
      },
    },
    {
      scope: ['identity'],
      controls: {
        'account/1': 'The default service account is not used',
        'account/2': 'Tokens are mounted only where the Kubernetes API is needed',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'pod/1': 'runAsNonRoot is true',
        'pod/2': 'User and group are set, and are not privileged ones',
        'pod/3': 'Volumes are shared by a group of their own, where needed',
        'pod/4': 'The namespace enforces a fitting Pod Security Standard',
        'container/1': 'Privilege escalation is off',
        'container/2': 'The root file system is read-only',
        'container/3': 'Containers are not privileged',
        'container/4': 'All capabilities are dropped, and only needed ones come back',
      },
    },
    {
      scope: ['identity'],
      controls: {
        'rbac/1': 'Few may create, patch, update or delete',
        'rbac/2': 'Few may create or update roles',
        'rbac/3': 'Bindings of system:unauthenticated are reviewed and removed',
      },
    },
    {
      scope: ['code', 'third-parties'],
      controls: {
        'images/1': 'Images are scanned before they are deployed',
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        'images/2': 'Signatures of images are checked before they are deployed',
      },
    },
    {
      scope: ['network'],
      controls: {
        'network/1': 'Policies allow only the expected traffic in and out',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'linux/1': 'A seccomp profile is set',
        'linux/2': 'An AppArmor profile is set',
        'linux/3': 'SELinux labels are set',
        'runtime/1': 'A fitting runtime class is chosen',
      },
    },
  ],
}
