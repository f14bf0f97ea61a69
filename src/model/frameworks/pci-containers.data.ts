import type { Framework } from '../control.ts'

/** The best practices of table 3.1, by the number of the threat and their letter. */
export const PCI_CONTAINERS: Framework = {
  id: 'pci-containers',
  title: 'PCI SSC Guidance for Containers and Container Orchestration Tools 1.0',
  edition: '1.0',
  url: 'https://docs-prv.pcisecuritystandards.org/Guidance%20Document/Containers%20and%20Container%20Orchestration%20Tools/Guidance-for-Containers-and-Container-Ochestration-Tools-v1_0.pdf',
  read: '2026-11-24',
  sections: [
    {
      scope: ['cluster', 'identity'],
      controls: {
        '1.1.a': 'Every access to the orchestrator needs authentication',
      },
    },
    {
      scope: ['identity'],
      controls: {
        '1.2.a': 'Credentials belong to persons; none are generic',
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        '1.3.a': 'All credentials can be revoked',
      },
    },
    {
      scope: ['identity', 'data'],
      controls: {
        '1.4.a': 'Credentials are kept in a secured store',
      },
    },
    {
      scope: ['identity'],
      controls: {
        '1.5.a': 'Workloads get credentials for the orchestrator only where needed',
        '1.5.b': 'Service accounts have the fewest rights',
      },
    },
    {
      scope: ['identity', 'cloud'],
      controls: {
        '1.6.a': 'Persons use several factors to authenticate',
      },
    },
    {
      scope: ['identity'],
      controls: {
        '2.1.a': 'The fewest rights for users and services, no blanket administration',
        '2.2.a': 'All access that is granted can be changed',
        '2.2.b': 'Access groups are not hard-coded',
        '2.3.a': 'Rights are audited regularly',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        '3.1.a': 'Workloads cannot reach the nodes below them; privileged ones are exceptions',
      },
    },
    {
      scope: ['workloads', 'third-parties'],
      controls: {
        '3.2.a': 'Workloads name known versions of images, by signature or digest',
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        '3.3.a': 'Images come from trusted sources',
      },
    },
    {
      scope: ['network'],
      controls: {
        '4.1.a': 'The network denies by default',
      },
    },
    {
      scope: ['network', 'cloud', 'cluster'],
      controls: {
        '4.2.a': 'APIs of administration are reachable from listed addresses only',
      },
    },
    {
      scope: ['cluster', 'data'],
      controls: {
        '4.3.a': "Traffic with the orchestrator's APIs is encrypted",
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        '5.1.a': 'No certificates for authentication where they cannot be revoked',
      },
    },
    {
      scope: ['data', 'cluster'],
      controls: {
        '5.1.b': 'Certificates rotate, and at once after a compromise',
        '5.2.a': "The orchestrator's certificates are not trusted outside of it",
      },
    },
    {
      scope: ['data'],
      controls: {
        '6.1.a': 'Secrets are kept in an encrypted store made for secrets',
        '6.2.a': 'Secrets have versions, so that they can be renewed and revoked',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        '7.1.a': 'Access to the API is audited, and the logs are kept centrally',
        '8.1.a': 'Logs of containers are gathered centrally',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        '8.2.a': 'New and changed programs in running containers are noticed',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        '9.1.a': 'High-risk workloads run behind a hypervisor or in a sandbox',
        '9.2.a': 'Windows containers run under Hyper-V',
      },
    },
    {
      scope: ['cluster', 'third-parties'],
      controls: {
        '10.1.a': "The orchestrator's tools are supported and patched",
      },
    },
    {
      scope: ['cluster'],
      controls: {
        '10.2.a': 'Nodes are patched',
      },
    },
    {
      scope: ['third-parties', 'code'],
      controls: {
        '10.3.a': 'Images are scanned, patched and deployed anew',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        '11.1.a': 'Every workload has resource limits',
      },
    },
    {
      scope: ['code'],
      controls: {
        '12.1.a': 'Images are built from trusted, current and small bases',
      },
    },
    {
      scope: ['code', 'third-parties'],
      controls: {
        '12.2.a': "Base images are kept in a registry of one's own",
      },
    },
    {
      scope: ['workloads', 'code'],
      controls: {
        '12.3.a': 'Images run as another user than root',
      },
    },
    {
      scope: ['code'],
      controls: {
        '12.4.a': 'Images hold no secrets',
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        '13.1.a': 'Access to registries is controlled',
        '13.1.b': 'Few may change images in a registry',
        '13.2.a': 'Production has a registry apart from development',
        '13.3.a': 'Registries scan images and hold back vulnerable ones',
        '13.4.a': 'Registries give out signed images of known builds only',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        '14.1.a': 'Configuration is under version control',
        '14.1.b': 'Related objects are written in one file',
        '14.1.c': 'Labels tell what objects are',
      },
    },
    {
      scope: ['workloads', 'code'],
      controls: {
        '15.1.a': 'Configuration and images are tested where it is like production',
      },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: {
        '15.1.b': 'Hardening standards exist for every part and are applied',
        '16.1.a': 'What needs more security has clusters of its own',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        '16.2.a': 'Critical systems have nodes of their own',
      },
    },
    {
      scope: ['workloads', 'identity'],
      controls: {
        '16.3.a': 'Workloads of low security cannot get onto nodes of high security',
      },
    },
    {
      scope: ['identity'],
      controls: {
        '16.4.a': 'Those who run one application have no rights on shared resources',
      },
    },
  ],
}
