import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, type Fault } from '../faults.ts'
import { WEAKENING_GATES } from '../feature-gates.data.ts'

const WEAKENING: ReadonlyMap<string, string> = new Map(Object.entries(WEAKENING_GATES.gates))
// All that is unfinished, at once. Single gates and versions are a decision of somebody.
const WHOLE_GATES: readonly (string | undefined)[] = ['AllAlpha', 'AllBeta']
const WHOLE_APIS: readonly (string | undefined)[] = ['api/all', 'api/alpha']

export const apiFeatureGates = defineRule({
  id: 'api-feature-gates',
  title: 'Leave gates of unfinished and of protecting features alone',
  topic: 'control-plane-settings',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Feature Gates',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
    },
    {
      title: 'Kubernetes: Enable Or Disable A Kubernetes API',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/enable-disable-api/',
    },
  ],
  controls: { 'stig-v2r3': ['V-242400'] },

  subject: ['kube-apiserver', 'kubelet'],
  check: (program) =>
    complainApart(faultsOf(program), {
      what: `Features of ${program.name} are not as its release has them`,
      doubt: `Features of ${program.name} may not be as its release has them`,
    }),
})

function faultsOf(program: Component): readonly Fault[] {
  const name = program.name === 'kubelet' ? 'featureGates' : 'feature-gates'
  const gates = program.members(name).map(switchIn).flatMap(faultOfGate)
  const isApi = program.name === 'kube-apiserver'
  const apis = isApi ? program.members('runtime-config').map(switchIn).flatMap(faultOfApi) : []
  return [
    ...faultUnless(program.setting(name), gates.length === 0, gates.join(', ')),
    ...(isApi
      ? faultUnless(program.setting('runtime-config'), apis.length === 0, apis.join(', '))
      : []),
  ]
}

interface Switch {
  readonly name: string
  readonly isOn: boolean
}

// A name alone switches on.
function switchIn(member: string): Switch {
  const [name = '', value = 'true'] = member.split('=')
  return { name: name.trim(), isOn: /^(?:t|true|1)$/i.test(value.trim()) }
}

function faultOfGate({ name, isOn }: Switch): readonly string[] {
  if (WHOLE_GATES.includes(name)) return isOn ? [`${name} switches on what is not finished`] : []
  const lost = WEAKENING.get(name)
  return lost === undefined || isOn ? [] : [`${lost} without ${name}`]
}

function faultOfApi({ name, isOn }: Switch): readonly string[] {
  return WHOLE_APIS.includes(name) && isOn ? [`${name} serves what is not finished`] : []
}
