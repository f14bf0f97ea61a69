import type { Framework } from '../control.ts'

/** The guide has no numbers: the keys are ours, a letter for the chapter and a number for the section. */
export const NSA: Framework = {
  id: 'nsa',
  title: 'NSA/CISA Kubernetes Hardening Guide 1.2',
  edition: '1.2',
  url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      controls: {
        A1: 'Run containers without root, and the container engine too where it can be',
        A2: 'Keep the file systems of containers unchangeable',
      },
    },
    {
      scope: ['third-parties', 'workloads', 'code'],
      controls: { A3: 'Build images from trusted parts, scan them, and let in no others' },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: { A4: 'Let the cluster refuse pods with more powers than they need' },
    },
    {
      scope: ['identity'],
      controls: { A5: 'Keep service account tokens away from pods that do not need them' },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: { A6: 'Confine containers by the kernel: seccomp, AppArmor, SELinux, sandboxes' },
    },
    {
      scope: ['workloads', 'network'],
      controls: { B1: 'Separate teams and applications by namespaces' },
    },
    {
      scope: ['network'],
      controls: { B2: 'Isolate pods and namespaces by network policies' },
    },
    {
      scope: ['workloads'],
      controls: { B3: 'Bound what namespaces and containers may use' },
    },
    {
      scope: ['cluster'],
      controls: { B4: 'Harden the control plane: etcd, API server, kubeconfig files' },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: { B5: 'Separate worker nodes from one another and from the control plane' },
    },
    {
      scope: ['data', 'cluster'],
      controls: {
        B6: 'Encrypt data in transit and at rest',
        B7: 'Keep secrets in Secrets that are encrypted, and restrict who reads them',
      },
    },
    {
      scope: ['cloud', 'network', 'identity'],
      controls: { B8: 'Shield the cloud: its metadata service, its credentials, its entrances' },
    },
    {
      scope: ['cluster', 'identity'],
      controls: { C1: 'Authenticate everybody, strongly, and nobody anonymously' },
    },
    {
      scope: ['identity'],
      controls: { C2: 'Grant the fewest rights by role-based access control' },
    },
    {
      scope: ['cluster', 'workloads'],
      controls: {
        D1: 'Log at every layer and keep the logs out of reach',
        D2: 'Detect threats and raise alarms',
        D3: 'Use tools made for the watching of clusters',
      },
    },
    {
      scope: ['cluster', 'third-parties', 'code'],
      controls: { E: 'Apply updates soon, review what runs, remove what is not needed' },
    },
  ],
}
