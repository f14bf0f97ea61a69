import { setField, type Edit, type Json } from '../../model/edit.ts'
import { isMapping, type Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'
import { isLongRunning } from './long-running.ts'

/** The probes that a container of a long-running workload should have. */
export type ProbeName = 'livenessProbe' | 'readinessProbe'

/** A probe that is not there. `field` is what stands in its place when nobody can tell what that will be. */
export interface MissingProbe {
  readonly field: Field | undefined
}

/** The probe that a container should have and lacks, or undefined when it has it or needs none. */
export function missingProbe(container: Container, probe: ProbeName): MissingProbe | undefined {
  const field = container.get(probe)
  if (isMapping(field?.value) && Object.keys(field.value).length > 0) return undefined
  // Init containers and sidecars answer nobody's requests; ephemeral ones may have no probes.
  if (container.role !== 'main' || !isLongRunning(container.pod)) return undefined
  return { field }
}

/**
 * Writes a probe that opens the container's one TCP port, with `pace` as its other fields. No edits where there is no
 * such port, or a choice: only a person knows then what tells that the program is well.
 */
export function probePort(
  container: Container,
  probe: ProbeName,
  pace: Readonly<Record<string, Json>> = {},
): readonly Edit[] {
  const ports = container.list('ports').flatMap((_, index) => {
    const protocol = container.get('ports', index, 'protocol')?.value ?? 'TCP'
    return protocol === 'TCP' ? [container.get('ports', index, 'containerPort')?.value] : []
  })
  const [port] = ports
  if (ports.length !== 1 || typeof port !== 'number') return []
  return [setField(container, [probe], { tcpSocket: { port }, ...pace })]
}
