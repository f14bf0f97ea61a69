/** A tool whose own files have an apiVersion and a kind, though no cluster ever sees them. */
export interface ForeignGroup {
  /** The group of its apiVersions: what stands before the slash. */
  readonly group: string
  readonly tool: string
  readonly source: string
  readonly read: string
}

/** Groups of files that only look like Kubernetes objects. */
export const FOREIGN_GROUPS: readonly ForeignGroup[] = [
  {
    group: 'kustomize.config.k8s.io',
    tool: 'Kustomize',
    source: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/',
    read: '2026-11-24',
  },
  {
    group: 'skaffold',
    tool: 'Skaffold',
    source: 'https://skaffold.dev/docs/references/yaml/',
    read: '2026-11-24',
  },
  {
    group: 'kind.x-k8s.io',
    tool: 'kind',
    source: 'https://kind.sigs.k8s.io/docs/user/configuration/',
    read: '2026-11-24',
  },
  {
    group: 'k3d.io',
    tool: 'k3d',
    source: 'https://k3d.io/stable/usage/configfile/',
    read: '2026-11-24',
  },
  {
    group: 'ctlptl.dev',
    tool: 'ctlptl',
    source: 'https://github.com/tilt-dev/ctlptl',
    read: '2026-11-24',
  },
  {
    group: 'kpt.dev',
    tool: 'kpt',
    source: 'https://kpt.dev/reference/schema/kptfile/',
    read: '2026-11-24',
  },
  {
    group: 'krew.googlecontainertools.github.com',
    tool: 'Krew',
    source: 'https://krew.sigs.k8s.io/docs/developer-guide/plugin-manifest/',
    read: '2026-11-24',
  },
  {
    group: 'backstage.io',
    tool: 'Backstage',
    source: 'https://backstage.io/docs/features/software-catalog/descriptor-format/',
    read: '2026-11-24',
  },
  {
    group: 'kuttl.dev',
    tool: 'KUTTL',
    source: 'https://kuttl.dev/docs/testing/reference.html',
    read: '2026-11-24',
  },
  {
    group: 'chainsaw.kyverno.dev',
    tool: 'Chainsaw',
    source: 'https://kyverno.github.io/chainsaw/latest/test/',
    read: '2026-11-24',
  },
  {
    group: 'cli.kyverno.dev',
    tool: 'Kyverno CLI',
    source: 'https://kyverno.io/docs/kyverno-cli/reference/kyverno_test/',
    read: '2026-11-24',
  },
  {
    group: 'garden.io',
    tool: 'Garden',
    source: 'https://docs.garden.io/reference/project-config',
    read: '2026-11-24',
  },
]
