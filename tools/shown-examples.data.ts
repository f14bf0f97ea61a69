// An example may hold near misses and objects that are other rules' matter. Of these only what is named here is shown
// to be applied: documents of the file by their number. `test/schema/applied.test.ts` refuses what is not clean.

/** What is shown of the examples of a rule, where that is not all of the first file. */
export const SHOWN_EXAMPLES: ReadonlyMap<
  string,
  { readonly file: string; readonly at: readonly number[] }
> = new Map([
  ['api-admission-core', { file: 'good.yaml', at: [0] }],
  ['api-legacy-port', { file: 'good.yaml', at: [0] }],
  ['audit-broad-drop', { file: 'good.yaml', at: [0] }],
  ['audit-retention', { file: 'good.yaml', at: [0] }],
  ['boot-token', { file: 'good.yaml', at: [1] }],
  ['cert-super-admin', { file: 'good.yaml', at: [1] }],
  ['enc-invalid', { file: 'good.yaml', at: [0] }],
  ['enc-scope', { file: 'good.yaml', at: [0] }],
  ['enc-secrets-uncovered', { file: 'good.yaml', at: [0] }],
  ['etcd-reachable', { file: 'good.yaml', at: [0] }],
  ['kcm-bind', { file: 'good.yaml', at: [0] }],
  ['kubelet-kernel', { file: 'good.yaml', at: [0] }],
  ['kubelet-tls', { file: 'good.yaml', at: [0] }],
  ['node-kernel-old', { file: 'good.yaml', at: [2] }],
  ['node-label-trust', { file: 'good.yaml', at: [2] }],
  ['proxy-metrics', { file: 'good.yaml', at: [0] }],
  ['tp-end-of-life-component', { file: 'good.yaml', at: [0] }],
  ['tp-frozen-registry', { file: 'good.yaml', at: [0] }],
  ['tp-third-party-rights', { file: 'good.yaml', at: [0] }],
  ['tp-webhook-exempts-objects', { file: 'good.yaml', at: [0] }],
  ['tp-webhook-external-url', { file: 'good.yaml', at: [1] }],
  ['tp-webhook-fails-open', { file: 'good.yaml', at: [0] }],
  ['tp-webhook-reads-secrets', { file: 'good.yaml', at: [0] }],
  ['tp-webhook-scope-wide', { file: 'good.yaml', at: [0] }],
])
