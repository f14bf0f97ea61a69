import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const MOST = 50

const RATE: SettingCheck = {
  name: 'eventRecordQPS',
  isRight: ({ value }) => Number(value) > 0 && Number(value) <= MOST,
  fault: ({ value }) =>
    value === '0'
      ? 'The kubelet records events without a limit: a pod that fails all day floods the API server.'
      : `The kubelet records up to ${value} events a second: a pod that fails all day floods the API server.`,
  doubt: 'The kubelet may flood the API server with events',
}

const NAME: SettingCheck = {
  name: 'hostnameOverride',
  isRight: ({ value = '' }) => value === '',
  fault: ({ value }) =>
    `The kubelet takes another name than its machine has (${value}): logs and certificates no longer match.`,
  doubt: 'The kubelet may take another name than its machine has',
}

export const kubeletEvents = defineRule({
  id: 'kubelet-events',
  title: "Record events at a bounded rate, under the node's own name",
  topic: 'kubelet',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1), eventRecordQPS',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration',
    },
    {
      title: 'Kubernetes: kubelet, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.7', '4.2.8'], 'stig-v2r3': ['V-242404'] },

  subject: ['kubelet'],
  check: (kubelet) => [...checkWritten(kubelet, RATE), ...checkWritten(kubelet, NAME)],
})

// Both defaults are right.
function checkWritten(kubelet: Component, check: SettingCheck): readonly Complaint[] {
  return kubelet.setting(check.name).from === 'default' ? [] : complainOf(kubelet, check)
}
