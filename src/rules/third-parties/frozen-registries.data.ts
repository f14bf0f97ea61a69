/** A part of a registry that gets no new images, or none that may be used as before. */
export interface FrozenRegistry {
  /** The beginning of the name of its images. */
  readonly prefix: string
  readonly since: string
  /** What became of it, for the end of a sentence. */
  readonly fate: string
  /** The beginning under which the very same images are found now; undefined when a person has to look. */
  readonly renamed: string | undefined
  /** Beginnings of paths below it that go on as before. */
  readonly spared: readonly string[]
  /** Whether the tag latest goes on as before. */
  readonly sparesLatest: boolean
  readonly source: string
}

/** Registries that are frozen. Read on the day; each has its own source, Bitnami's exceptions from bitnami/charts#35164. */
export const FROZEN_REGISTRIES = {
  read: '2026-11-24',
  registries: [
    {
      prefix: 'k8s.gcr.io/',
      since: '2023-04-03',
      fate: 'gets no images any more and only forwards to registry.k8s.io',
      renamed: 'registry.k8s.io/',
      spared: [],
      sparesLatest: false,
      source: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    },
    {
      prefix: 'gcr.io/google_containers/',
      since: '2023-04-03',
      fate: 'is the oldest name of a registry that gets no images any more',
      renamed: undefined,
      spared: [],
      sparesLatest: false,
      source: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    },
    {
      prefix: 'gcr.io/google-containers/',
      since: '2023-04-03',
      fate: 'is the oldest name of a registry that gets no images any more',
      renamed: undefined,
      spared: [],
      sparesLatest: false,
      source: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    },
    {
      prefix: 'gcr.io/kubebuilder/',
      since: '2025-03-18',
      fate: 'is not served any more',
      renamed: undefined,
      spared: [],
      sparesLatest: false,
      source: 'https://github.com/kubernetes-sigs/kubebuilder/discussions/3907',
    },
    {
      prefix: 'docker.io/bitnami/',
      since: '2025-08-28',
      fate: 'gets no versioned images any more',
      renamed: undefined,
      spared: ['sealed-secrets', 'minideb'],
      sparesLatest: true,
      source: 'https://github.com/bitnami/containers/issues/83267',
    },
    {
      prefix: 'docker.io/bitnamilegacy/',
      since: '2025-08-28',
      fate: 'holds old images that get no fixes',
      renamed: undefined,
      spared: [],
      sparesLatest: false,
      source: 'https://github.com/bitnami/containers/issues/83267',
    },
  ],
} as const satisfies { readonly read: string; readonly registries: readonly FrozenRegistry[] }
