/** Gates that only ever weaken a cluster when they are switched off, and what is lost then. */
export const WEAKENING_GATES = {
  gates: {
    BoundServiceAccountTokenVolume: 'tokens of pods never end',
    KubeletFineGrainedAuthz: 'who may read metrics of a node may run commands there',
    LegacyServiceAccountTokenCleanUp: 'old tokens of accounts stay',
    LegacyServiceAccountTokenNoAutoGeneration: 'every account gets a token that never ends',
    LegacyServiceAccountTokenTracking: 'nobody sees which old tokens are in use',
    ServiceAccountTokenNodeBinding: 'tokens cannot be bound to a node',
    ServiceAccountTokenNodeBindingValidation: 'tokens of a node that is gone go on working',
    ServiceAccountTokenPodNodeInfo: 'tokens do not say on which node they were used',
  },
  source:
    'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/ and .../feature-gates-removed/',
  read: '2026-11-25',
} as const
