/** What an example that is shown to be applied leaves open, and why it cannot do otherwise. */
export interface LeftOpen {
  /** The rules that still speak of it; `?` stands behind those that cannot tell. */
  readonly rules: readonly string[]
  /** A sentence for who applies it. */
  readonly why: string
}

const LOCK = 'terraform init writes .terraform.lock.hcl, which is committed beside it.'

/** The pages of rules whose example is not clean under all rules; all others are, and a test holds both. */
export const LEFT_OPEN: ReadonlyMap<string, LeftOpen> = new Map([
  ['tf-backend-plain', { rules: ['tf-provider-unpinned'], why: LOCK }],
  ['tf-provider-creds', { rules: ['tf-provider-unpinned'], why: LOCK }],
  ['tf-provider-unpinned', { rules: ['tf-provider-unpinned'], why: LOCK }],
  ['tf-state-committed', { rules: ['tf-provider-unpinned'], why: LOCK }],
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
  ['node-system', ['disruption-budget-selects-nothing?']],
  ['personal-data', ['pv-orphan?']],
])
