import type { Framework } from '../control.ts'

/** The techniques of ATT&CK Enterprise whose platforms include containers, from the STIX data of version 18.1. */
export const MITRE_CONTAINERS: Framework = {
  id: 'mitre-containers',
  title: 'MITRE ATT&CK for Containers 18.1',
  edition: '18.1',
  url: 'https://attack.mitre.org/matrices/enterprise/containers/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      controls: {
        T1036: ['Masquerading', 'https://attack.mitre.org/techniques/T1036/'],
        'T1036.005': [
          'Masquerading: a trusted name or place',
          'https://attack.mitre.org/techniques/T1036/005/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        'T1036.010': [
          "Masquerading: an account's name",
          'https://attack.mitre.org/techniques/T1036/010/',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        T1046: ['Discovery of network services', 'https://attack.mitre.org/techniques/T1046/'],
      },
    },
    {
      scope: ['workloads', 'identity'],
      controls: {
        T1053: ['Scheduled tasks', 'https://attack.mitre.org/techniques/T1053/'],
        'T1053.007': [
          'Scheduled tasks: jobs of the orchestrator',
          'https://attack.mitre.org/techniques/T1053/007/',
        ],
      },
    },
    {
      scope: ['identity', 'workloads'],
      controls: {
        'T1059.013': [
          "Command interpreters: the container's CLI or API",
          'https://attack.mitre.org/techniques/T1059/013/',
        ],
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        T1068: ['Exploitation for more privileges', 'https://attack.mitre.org/techniques/T1068/'],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1069: ['Discovery of permission groups', 'https://attack.mitre.org/techniques/T1069/'],
      },
    },
    {
      scope: ['cluster'],
      controls: {
        T1070: ['Removal of traces', 'https://attack.mitre.org/techniques/T1070/'],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1078: ['Valid accounts', 'https://attack.mitre.org/techniques/T1078/'],
        'T1078.001': [
          'Valid accounts: default accounts',
          'https://attack.mitre.org/techniques/T1078/001/',
        ],
        'T1078.003': [
          'Valid accounts: local accounts',
          'https://attack.mitre.org/techniques/T1078/003/',
        ],
        T1098: ['Manipulated accounts', 'https://attack.mitre.org/techniques/T1098/'],
        'T1098.006': [
          'Manipulated accounts: additional cluster roles',
          'https://attack.mitre.org/techniques/T1098/006/',
        ],
        T1110: ['Brute force', 'https://attack.mitre.org/techniques/T1110/'],
        'T1110.001': [
          'Brute force: guessed passwords',
          'https://attack.mitre.org/techniques/T1110/001/',
        ],
        'T1110.003': [
          'Brute force: one password for many accounts',
          'https://attack.mitre.org/techniques/T1110/003/',
        ],
        'T1110.004': [
          'Brute force: credentials stolen elsewhere',
          'https://attack.mitre.org/techniques/T1110/004/',
        ],
      },
    },
    {
      scope: ['network', 'cloud'],
      controls: {
        T1133: ['External remote services', 'https://attack.mitre.org/techniques/T1133/'],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1136: ['A new account', 'https://attack.mitre.org/techniques/T1136/'],
        'T1136.001': ['A new account: local', 'https://attack.mitre.org/techniques/T1136/001/'],
      },
    },
    {
      scope: ['network', 'third-parties', 'code'],
      controls: {
        T1190: [
          'Exploitation of what faces the public',
          'https://attack.mitre.org/techniques/T1190/',
        ],
      },
    },
    {
      scope: ['third-parties', 'workloads'],
      controls: {
        T1204: ['Execution by a user', 'https://attack.mitre.org/techniques/T1204/'],
        'T1204.003': [
          'Execution by a user: a malicious image',
          'https://attack.mitre.org/techniques/T1204/003/',
        ],
      },
    },
    {
      scope: ['data', 'identity'],
      controls: {
        T1485: ['Destroyed data', 'https://attack.mitre.org/techniques/T1485/'],
      },
    },
    {
      scope: ['data'],
      controls: {
        T1490: ['Recovery made impossible', 'https://attack.mitre.org/techniques/T1490/'],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        T1496: ['Hijacked resources', 'https://attack.mitre.org/techniques/T1496/'],
        'T1496.001': [
          'Hijacked resources: computing',
          'https://attack.mitre.org/techniques/T1496/001/',
        ],
      },
    },
    {
      scope: ['network'],
      controls: {
        'T1496.002': [
          'Hijacked resources: bandwidth',
          'https://attack.mitre.org/techniques/T1496/002/',
        ],
        T1498: ['Denial of service by the network', 'https://attack.mitre.org/techniques/T1498/'],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        T1499: ['Denial of service at the endpoint', 'https://attack.mitre.org/techniques/T1499/'],
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        T1525: ['An implanted internal image', 'https://attack.mitre.org/techniques/T1525/'],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1528: ['A stolen access token', 'https://attack.mitre.org/techniques/T1528/'],
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        T1543: [
          'A created or changed system process',
          'https://attack.mitre.org/techniques/T1543/',
        ],
        'T1543.005': [
          'A created or changed system process: container service',
          'https://attack.mitre.org/techniques/T1543/005/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1550: ['Other authentication material', 'https://attack.mitre.org/techniques/T1550/'],
        'T1550.001': [
          'Other authentication material: an access token',
          'https://attack.mitre.org/techniques/T1550/001/',
        ],
      },
    },
    {
      scope: ['data', 'identity'],
      controls: {
        T1552: ['Unsecured credentials', 'https://attack.mitre.org/techniques/T1552/'],
      },
    },
    {
      scope: ['data', 'code'],
      controls: {
        'T1552.001': [
          'Unsecured credentials: in files',
          'https://attack.mitre.org/techniques/T1552/001/',
        ],
      },
    },
    {
      scope: ['data', 'identity', 'cluster'],
      controls: {
        'T1552.007': [
          'Unsecured credentials: from the container API',
          'https://attack.mitre.org/techniques/T1552/007/',
        ],
      },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: {
        T1562: ['Impaired defences', 'https://attack.mitre.org/techniques/T1562/'],
        'T1562.001': [
          'Impaired defences: tools switched off or changed',
          'https://attack.mitre.org/techniques/T1562/001/',
        ],
      },
    },
    {
      scope: ['identity'],
      controls: {
        T1609: [
          'Administration commands in containers',
          'https://attack.mitre.org/techniques/T1609/',
        ],
      },
    },
    {
      scope: ['identity', 'workloads'],
      controls: {
        T1610: ['A deployed container', 'https://attack.mitre.org/techniques/T1610/'],
      },
    },
    {
      scope: ['workloads'],
      controls: {
        T1611: ['Escape to the node', 'https://attack.mitre.org/techniques/T1611/'],
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        T1612: ['An image built on the node', 'https://attack.mitre.org/techniques/T1612/'],
      },
    },
    {
      scope: ['identity', 'network'],
      controls: {
        T1613: [
          'Discovery of containers and resources',
          'https://attack.mitre.org/techniques/T1613/',
        ],
      },
    },
  ],
}
