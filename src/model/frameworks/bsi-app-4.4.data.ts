import type { Framework } from '../control.ts'

/** A1 to A5 are basic, A6 to A12 standard, A13 to A21 for raised protection needs. */
export const BSI_APP_4_4: Framework = {
  id: 'bsi-app-4.4',
  title: 'BSI IT-Grundschutz APP.4.4 Kubernetes',
  edition: '2022',
  url: 'https://www.bsi.bund.de/SharedDocs/Downloads/EN/BSI/Grundschutz/International/bsi_it_gs_comp_2022.pdf',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      controls: {
        A1: 'Applications, tests and production are separated by plan',
      },
    },
    {
      scope: ['code'],
      controls: {
        A2: 'Automation by pipelines is planned, rights and secrets included',
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        A3: 'Everybody is authenticated and has the fewest rights',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        A4: 'Pods are separated: processes, IPC, users, files and network',
      },
    },
    {
      scope: ['data'],
      controls: {
        A5: 'The cluster is backed up: volumes, configuration, state, registries',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        A6: 'What initialises a pod runs in an init container',
      },
    },
    {
      scope: ['network'],
      controls: {
        A7: 'Networks are separated, and only needed connections are open',
      },
    },
    {
      scope: ['code', 'identity'],
      controls: {
        A8: 'Configuration files have versions, and few may change them',
      },
    },
    {
      scope: ['identity'],
      controls: {
        A9: 'Pods have service accounts of their own, or no token',
      },
    },
    {
      scope: ['identity', 'code'],
      controls: {
        A10: 'Automation has the fewest rights, one process for each group',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        A11: 'Every container has checks for its start and its operation',
      },
    },
    {
      scope: ['third-parties', 'data'],
      controls: {
        A12: 'Registries and other infrastructure applications are protected',
      },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: {
        A13: 'Settings are audited automatically against a list',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        A14: 'Nodes have dedicated tasks',
        A15: 'What needs most protection has clusters or nodes of its own',
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        A16: 'Critical applications are operated by operators',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        A17: 'Nodes attest their integrity',
      },
    },
    {
      scope: ['network'],
      controls: {
        A18: 'Pods of one namespace reach one another as needed only',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        A19: 'A site may fail without the applications failing',
      },
    },
    {
      scope: ['data', 'cluster'],
      controls: {
        A20: 'Persistent data and etcd are encrypted',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        A21: 'Pods are restarted regularly',
      },
    },
  ],
}
