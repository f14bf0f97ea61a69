import type { ComponentName } from '../../model/component.ts'
import type { Path } from '../../model/document.ts'
import type { Resource } from '../../model/resource.ts'
import type { Configuration, Written } from './configuration.ts'
import { extraConfiguration } from './from-kubeadm.ts'
import { partAt, writtenInFile } from './from-settings.ts'

const CONTROL_PLANE: readonly (readonly [ComponentName, Path])[] = [
  ['kube-apiserver', ['cluster', 'apiServer', 'extraArgs']],
  ['kube-controller-manager', ['cluster', 'controllerManager', 'extraArgs']],
  ['kube-scheduler', ['cluster', 'scheduler', 'extraArgs']],
  ['etcd', ['cluster', 'etcd', 'extraArgs']],
]

/** The programs that the configuration of a Talos machine configures. A worker ignores what is for control planes. */
export function fromTalos(machine: Resource): readonly Configuration[] {
  if (machine.type !== 'MachineConfig' || machine.apiVersion !== 'talos') return []
  const isWorker = ['worker', 'join'].some((type) => machine.get('machine', 'type')?.value === type)
  const controlPlane = isWorker ? [] : CONTROL_PLANE
  return [
    ...controlPlane.map(([name, path]): Configuration => ({
      ...extraConfiguration(name, machine, { part: machine, path }),
      installer: 'talos',
    })),
    kubeletOf(machine),
  ]
}

function kubeletOf(machine: Resource): Configuration {
  const path = ['machine', 'kubelet', 'extraArgs']
  const configuration = extraConfiguration('kubelet', machine, { part: machine, path })
  const file = partAt(machine, 'machine', 'kubelet', 'extraConfig')
  const inFile = file === undefined ? [] : writtenInFile('kubelet', file)
  return {
    ...configuration,
    written: [...ownSettings(machine), ...inFile, ...configuration.written],
    installer: 'talos',
    hasFile: true,
    // What Talos has a field for is no flag, and of another type.
    write: (name, value, old) =>
      old?.from === 'config file' ? [] : (configuration.write?.(name, value, old) ?? []),
  }
}

// Talos has a word of its own for what every kubelet has.
function ownSettings(machine: Resource): readonly Written[] {
  const field = machine.get('machine', 'kubelet', 'defaultRuntimeSeccompProfileEnabled')
  return field === undefined ? [] : [{ ...field, name: 'seccompDefault', from: 'config file' }]
}
