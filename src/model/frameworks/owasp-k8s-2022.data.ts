import type { Framework } from '../control.ts'

export const OWASP_K8S_2022: Framework = {
  id: 'owasp-k8s-2022',
  title: 'OWASP Kubernetes Top 10 2022',
  edition: '2022',
  url: 'https://owasp.org/www-project-kubernetes-top-ten/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      controls: {
        K01: [
          'Insecure workload configurations',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K01-insecure-workload-configurations',
        ],
      },
    },
    {
      scope: ['third-parties', 'workloads', 'code'],
      controls: {
        K02: [
          'Vulnerable supply chain',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K02-supply-chain-vulnerabilities',
        ],
      },
    },
    {
      scope: ['identity', 'third-parties'],
      controls: {
        K03: [
          'Overly permissive roles',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K03-overly-permissive-rbac',
        ],
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        K04: [
          'No policy enforced by the cluster',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K04-policy-enforcement',
        ],
      },
    },
    {
      scope: ['cluster'],
      controls: {
        K05: [
          'Too little logging',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K05-inadequate-logging',
        ],
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        K06: [
          'Broken authentication',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K06-broken-authentication',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        K07: [
          'No segmentation of the network',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K07-network-segmentation',
        ],
      },
    },
    {
      scope: ['data', 'identity', 'cluster'],
      controls: {
        K08: [
          'Failures in the handling of secrets',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K08-secrets-management',
        ],
      },
    },
    {
      scope: ['cluster'],
      controls: {
        K09: [
          'Misconfigured cluster components',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K09-misconfigured-cluster-components',
        ],
      },
    },
    {
      scope: ['cluster', 'third-parties'],
      controls: {
        K10: [
          'Outdated and vulnerable components',
          'https://owasp.org/www-project-kubernetes-top-ten/2022/en/src/K10-vulnerable-components',
        ],
      },
    },
  ],
}
