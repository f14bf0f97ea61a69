import { expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { tpDeprecatedApi } from './rule.ts'

it('writes a version only where the cluster serves it', () => {
  const manifest =
    '{ apiVersion: flowcontrol.apiserver.k8s.io/v1beta2, kind: FlowSchema, metadata: { name: web } }'
  const charges = chargesUnder('1.28', tpDeprecatedApi, manifest)
  expect(charges.flatMap((charge) => charge.edits())).toEqual([])
  expect(messagesOf(charges)).toEqual([
    'Kubernetes 1.29 will refuse this FlowSchema: flowcontrol.apiserver.k8s.io/v1beta2 is deprecated since 1.26; 1.29 will serve flowcontrol.apiserver.k8s.io/v1.',
  ])
})

it.each([
  { kubernetes: '1.20', messages: [] },
  {
    kubernetes: '1.21',
    messages: [
      'Kubernetes 1.25 will refuse this CronJob: batch/v1beta1 is deprecated since 1.21; write batch/v1.',
    ],
  },
  { kubernetes: '1.25', messages: [] },
])('warns between deprecation and removal: $kubernetes', ({ kubernetes, messages }) => {
  const manifest = '{ apiVersion: batch/v1beta1, kind: CronJob, metadata: { name: report } }'
  expect(messagesOf(chargesUnder(kubernetes, tpDeprecatedApi, manifest))).toEqual(messages)
})
