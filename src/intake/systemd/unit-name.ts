/** Whether a file of this name may be a unit of systemd, or an addition to one. */
export function isUnitName(name: string): boolean {
  return /\.(?:service|conf)$/i.test(name) && !/^(?:super-)?admin\.conf$/i.test(name)
}

/** Whether a file of this path is a unit of a program of Kubernetes: then it matters when it cannot be read. */
export function isOurUnit(path: string): boolean {
  return /(?:^|\/)(?:kube[\w-]*|etcd|k3s[\w-]*|rke2[\w-]*)\.service(?:\.d\/[^/]+\.conf)?$/.test(
    path,
  )
}

/** The name of the unit that a file belongs to: its own, or that of the unit whose folder of additions it stands in. */
export function unitOf(file: string): string {
  return /([^/]+\.service)(?:\.d\/[^/]+)?$/.exec(file)?.[1] ?? file.slice(file.lastIndexOf('/') + 1)
}
