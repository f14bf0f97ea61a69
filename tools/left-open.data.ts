/** What an example that is shown to be applied leaves open, and why it cannot do otherwise. */
export interface LeftOpen {
  /** The rules that still speak of it. */
  readonly rules: readonly string[]
  /** A sentence for who applies it. */
  readonly why: string
}

/** The pages of rules whose example is not clean under all rules; all others are, and a test holds both. */
export const LEFT_OPEN: ReadonlyMap<string, LeftOpen> = new Map([
  [
    'etcd-backup-clear',
    {
      rules: ['etcd-path-mounted', 'host-path-volume', 'kube-system-used'],
      why: 'What copies etcd needs its certificates, and they lie on the node.',
    },
  ],
  [
    'svc-externalname',
    {
      rules: ['net-external-name'],
      why: 'Whoever may change the Service decides where it leads, whatever its ports are.',
    },
  ],
])

/** The same of guides; `?` stands behind what cannot be told from the block alone. Their text names the rules. */
export const GUIDES_LEFT_OPEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['aging-components', ['disruption-budget-selects-nothing?']],
  ['api-authentication', ['api-anonymous?']],
  ['node-system', ['disruption-budget-selects-nothing?']],
  ['personal-data', ['pv-orphan?']],
])
