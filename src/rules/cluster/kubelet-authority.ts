import { componentsIn } from '../../analysis/cluster/components.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'

/** Whether an API server of the estate checks the certificates that kubelets serve. */
export const kubeletsAreChecked = oncePerScene((scene): boolean =>
  componentsIn(scene).some(
    (component) =>
      component.name === 'kube-apiserver' &&
      component.setting('kubelet-certificate-authority').value !== undefined,
  ),
)
