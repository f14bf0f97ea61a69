import type { HostPathClass } from './host-path.ts'

/**
 * Paths of a node by what they give away. A path below several entries belongs to the longest; a path that contains
 * entries of several classes belongs to the first of those classes in this table, which is in order of harm.
 * Sources: Kubernetes, Volumes: hostPath; Pod Security Standards; documentation of containerd, CRI-O, Docker, Podman,
 * k3s, kubeadm, cloud-init and of the providers' command lines. Read 2026-11-24.
 */
export const HOST_PATHS: Readonly<
  Record<Exclude<HostPathClass, 'root' | 'other'>, readonly string[]>
> = {
  'runtime-socket': [
    '/var/run/docker.sock',
    '/run/docker.sock',
    '/var/run/docker',
    '/run/docker',
    '/var/run/containerd',
    '/run/containerd',
    '/run/k3s/containerd',
    '/var/run/crio',
    '/run/crio',
    '/var/run/cri-dockerd.sock',
    '/run/cri-dockerd.sock',
    '/var/run/dockershim.sock',
    '/var/run/podman',
    '/run/podman',
    '//./pipe/docker_engine',
    '//./pipe/containerd-containerd',
  ],
  etcd: ['/var/lib/etcd', '/etc/etcd', '/etc/kubernetes/pki', '/var/lib/rancher/k3s/server'],
  kubelet: [
    '/var/lib/kubelet',
    '/etc/kubernetes',
    '/etc/rancher',
    '/var/lib/rancher',
    '/var/lib/docker',
    '/var/lib/containerd',
    '/var/lib/containers',
    '/etc/cni',
    '/opt/cni',
    '/etc/systemd',
    '/etc/cron.d',
  ],
  'cloud-credentials': [
    '/root',
    '/home',
    '/etc/kubernetes/azure.json',
    '/etc/kubernetes/cloud.conf',
    '/etc/kubernetes/cloud-config',
    '/etc/eks',
    '/var/lib/cloud',
    '/run/cloud-init',
    '/var/lib/waagent',
  ],
  device: ['/dev'],
  kernel: ['/proc', '/sys', '/boot', '/lib/modules', '/usr/lib/modules'],
  logs: ['/var/log', '/var/lib/docker/containers', '/dev/log'],
  // Sockets by which drivers and device plugins register: no credentials of the kubelet lie there.
  registration: [
    '/var/lib/kubelet/plugins',
    '/var/lib/kubelet/plugins_registry',
    '/var/lib/kubelet/device-plugins',
  ],
}

/** Paths of which only writing gives a node away: programs, modules and settings that every node of a kind has alike. */
export const HARMLESS_TO_READ: readonly string[] = [
  '/boot',
  '/etc/cni',
  '/etc/systemd',
  '/lib/modules',
  '/opt/cni',
  '/usr',
]
