import type { Component } from '../../../analysis/cluster/component.ts'
import { fileNamed } from '../../../analysis/cluster/named-file.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven } from '../faults.ts'

export const apiProfiling = defineRule({
  id: 'api-profiling',
  title: 'Switch off profiling in programs of the control plane',
  topic: 'control-plane-settings',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
    {
      title: 'Kubernetes: kube-scheduler Configuration (v1), DebuggingConfiguration',
      url: 'https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/#DebuggingConfiguration',
    },
  ],
  controls: { 'cis-1.12': ['1.2.15', '1.3.2', '1.4.1'], 'stig-v2r3': ['V-242409'] },

  subject: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
  check(program, scene) {
    if (program.name === 'kube-scheduler' && isGiven(program.setting('config')))
      return checkFile(program, scene)
    const profiling = program.setting('profiling')
    return complainOnce(
      faultUnless(profiling, profiling.value === 'false', 'profiling is not false'),
      {
        what: `Profiles of ${program.name} can be taken over its port`,
        doubt: `Profiles of ${program.name} may be open`,
      },
    )
  },

  fix: {
    risk: 'none', // only those who look for faults of speed notice
    edit: (program) =>
      isGiven(program.setting('config')) ? [] : program.set('profiling', 'false'),
  },
})

// With a file the scheduler does not read its flag.
function checkFile(scheduler: Component, scene: Scene): readonly Complaint[] {
  const { value, place } = scheduler.setting('config')
  const named = fileNamed(value, ['KubeSchedulerConfiguration'], scene)
  if (named.kind !== 'read') {
    const message =
      'Profiles of kube-scheduler may be open: this file decides it, and it was not read.'
    return [{ place, message, sure: false }]
  }
  const profiling = named.resource.get('enableProfiling')
  if (profiling?.value === false) return []
  const message =
    'Profiles of kube-scheduler can be taken: enableProfiling is not false in this file.'
  return [{ place, message, sure: profiling?.resolved ?? true }]
}
