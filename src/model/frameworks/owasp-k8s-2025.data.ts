import type { Framework } from '../control.ts'

export const OWASP_K8S_2025: Framework = {
  id: 'owasp-k8s-2025',
  title: 'OWASP Kubernetes Top 10 2025',
  edition: '2025',
  url: 'https://owasp.org/www-project-kubernetes-top-ten/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      controls: {
        K01: [
          'Insecure workload configurations',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K01-Insecure-Workload-Configurations',
        ],
      },
    },
    {
      scope: ['identity', 'third-parties'],
      controls: {
        K02: [
          'Overly permissive authorization',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K02-Overly-Permissive-Authorization-Configurations',
        ],
      },
    },
    {
      scope: ['data', 'identity', 'cluster'],
      controls: {
        K03: [
          'Failures in the handling of secrets',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K03-Secrets-Management-Failures',
        ],
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        K04: [
          'No policy enforced by the cluster',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K04-Lack-Of-Cluster-Level-Policy-Enforcement',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        K05: [
          'No segmentation of the network',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K05-Missing-Network-Segmentation-Controls',
        ],
      },
    },
    {
      scope: ['network', 'cluster', 'cloud'],
      controls: {
        K06: [
          'Components exposed too widely',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K06-Overly-Exposed-Kubernetes-Components',
        ],
      },
    },
    {
      scope: ['cluster', 'third-parties'],
      controls: {
        K07: [
          'Misconfigured or vulnerable components',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K07-Misconfigured-And-Vulnerable-Cluster-Components',
        ],
      },
    },
    {
      scope: ['cloud', 'identity', 'network'],
      controls: {
        K08: [
          'From the cluster into the cloud',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K08-Cluster-To-Cloud-Lateral-Movement',
        ],
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        K09: [
          'Broken authentication',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K09-Broken-Authentication-Mechanisms',
        ],
      },
    },
    {
      scope: ['cluster'],
      controls: {
        K10: [
          'Too little logging and monitoring',
          'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K10-Inadequate-Logging-And-Monitoring',
        ],
      },
    },
  ],
}
