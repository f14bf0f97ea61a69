import type { Framework } from '../control.ts'

/** Techniques by number; 9032 is not used. A control is met when the way is closed as far as manifests decide it. */
export const MS_THREAT_MATRIX: Framework = {
  id: 'ms-threat-matrix',
  title: 'Microsoft Threat Matrix for Kubernetes',
  edition: '2023-01',
  url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['cloud'],
      controls: {
        'MS-TA9001': [
          'Using cloud credentials',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Using%20Cloud%20Credentials/',
        ],
      },
    },
    {
      scope: ['third-parties', 'workloads'],
      controls: {
        'MS-TA9002': [
          'A compromised image in the registry',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Compromised%20Image%20In%20Registry/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        'MS-TA9003': [
          'A stolen kubeconfig file',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Kubeconfig%20file/',
        ],
      },
    },
    {
      scope: ['third-parties', 'code'],
      controls: {
        'MS-TA9004': [
          'A vulnerable application',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Application%20Vulnerability/',
        ],
      },
    },
    {
      scope: ['network', 'cloud'],
      controls: {
        'MS-TA9005': [
          'Exposed sensitive interfaces',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Exposed%20sensitive%20interfaces/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        'MS-TA9006': [
          'Exec into a container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Exec%20into%20container/',
        ],
      },
    },
    {
      scope: ['identity', 'workloads'],
      controls: {
        'MS-TA9007': [
          'A shell inside of a container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/bash%20or%20cmd%20inside%20container/',
        ],
        'MS-TA9008': [
          'A new container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/New%20Container/',
        ],
      },
    },
    {
      scope: ['third-parties', 'code'],
      controls: {
        'MS-TA9009': [
          "Remote code execution by an application's flaw",
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Application%20Exploit%20%28RCE%29/',
        ],
      },
    },
    {
      scope: ['workloads', 'code'],
      controls: {
        'MS-TA9010': [
          'An SSH server inside of a container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/SSH%20server%20running%20inside%20container/',
        ],
      },
    },
    {
      scope: ['third-parties', 'identity'],
      controls: {
        'MS-TA9011': [
          'An injected sidecar',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Sidecar%20Injection/',
        ],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'MS-TA9012': [
          "A back door in a controller's container",
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Backdoor%20container/',
        ],
        'MS-TA9013': [
          "A writable mount of a node's path",
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Writable%20hostPath%20mount/',
        ],
      },
    },
    {
      scope: ['identity', 'workloads'],
      controls: {
        'MS-TA9014': [
          'A CronJob that comes back',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Kubernetes%20CronJob/',
        ],
      },
    },
    {
      scope: ['identity', 'third-parties', 'cluster'],
      controls: {
        'MS-TA9015': [
          'A malicious admission controller',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Malicious%20admission%20controller/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        'MS-TA9016': [
          'The service account of a container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/container%20service%20account/',
        ],
      },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: {
        'MS-TA9017': [
          'Static pods',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Static%20Pods/',
        ],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'MS-TA9018': [
          'A privileged container',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Privileged%20container/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        'MS-TA9019': [
          'A binding to cluster-admin',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Cluster-admin%20binding/',
        ],
      },
    },
    {
      scope: ['cloud', 'identity'],
      controls: {
        'MS-TA9020': [
          'Access to cloud resources',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Access%20cloud%20resources/',
        ],
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'MS-TA9021': [
          'Cleared container logs',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Clear%20container%20logs/',
        ],
      },
    },
    {
      scope: ['cluster', 'identity'],
      controls: {
        'MS-TA9022': [
          'Deleted events',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Delete%20K8S%20events/',
        ],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'MS-TA9023': [
          'A pod that is named like another',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Pod%20or%20container%20name%20similarily/',
        ],
      },
    },
    {
      scope: ['network', 'cloud'],
      controls: {
        'MS-TA9024': [
          'Connections through a proxy',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Connect%20from%20Proxy%20server/',
        ],
      },
    },
    {
      scope: ['identity', 'data'],
      controls: {
        'MS-TA9025': [
          'Listed Secrets',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/List%20K8S%20secrets/',
        ],
      },
    },
    {
      scope: ['cloud', 'workloads'],
      controls: {
        'MS-TA9026': [
          'A mounted service principal',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Mount%20service%20principal/',
        ],
      },
    },
    {
      scope: ['data'],
      controls: {
        'MS-TA9027': [
          'Credentials in configuration files',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Application%20credentials%20in%20configuration%20files/',
        ],
      },
    },
    {
      scope: ['cloud', 'identity'],
      controls: {
        'MS-TA9028': [
          'Credentials of a managed identity',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Access%20managed%20identity%20credentials/',
        ],
      },
    },
    {
      scope: ['cluster', 'cloud', 'network'],
      controls: {
        'MS-TA9029': [
          'Access to the API server',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Access%20the%20K8S%20API%20server/',
        ],
      },
    },
    {
      scope: ['cluster', 'network'],
      controls: {
        'MS-TA9030': [
          "Access to the kubelet's API",
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Access%20Kubelet%20API/',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        'MS-TA9031': [
          'Mapping of the network',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Network%20mapping/',
        ],
      },
    },
    {
      scope: ['cloud', 'network'],
      controls: {
        'MS-TA9033': [
          'The instance metadata service',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Instance%20Metadata%20API/',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        'MS-TA9034': [
          "Free movement inside of the cluster's network",
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Cluster%20internal%20networking/',
        ],
      },
    },
    {
      scope: ['network', 'cluster'],
      controls: {
        'MS-TA9035': [
          'Poisoned CoreDNS',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/CoreDNS%20poisoning/',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        'MS-TA9036': [
          'ARP poisoning and IP spoofing',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/ARP%20poisoning%20and%20IP%20spoofing/',
        ],
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        'MS-TA9037': [
          'Images from a private registry',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/images%20from%20a%20private%20registry/',
        ],
      },
    },
    {
      scope: ['data', 'identity'],
      controls: {
        'MS-TA9038': [
          'Destroyed data',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Data%20destruction/',
        ],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'MS-TA9039': [
          'Hijacked resources',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Resource%20hijacking/',
        ],
      },
    },
    {
      scope: ['workloads', 'network'],
      controls: {
        'MS-TA9040': [
          'Denial of service',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Denial%20of%20service/',
        ],
      },
    },
    {
      scope: ['data'],
      controls: {
        'MS-TA9041': [
          'Data collected from pods',
          'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Collecting%20Data%20from%20Pod/',
        ],
      },
    },
  ],
}
