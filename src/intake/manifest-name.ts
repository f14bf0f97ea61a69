/** The names under which `kustomize build` looks for its instructions. */
export const KUSTOMIZATION_NAMES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
] as const

/** Whether a file of this name tells Kustomize what to build. */
export function isKustomizationName(name: string): boolean {
  return KUSTOMIZATION_NAMES.some((known) => known === name)
}

/** Whether a file of this name may hold objects; `kubectl` takes the same endings. */
export function isManifestName(name: string): boolean {
  // `._x.yaml` is what macOS keeps beside x.yaml in archives, `.#x.yaml` an editor's lock.
  return (/\.(?:ya?ml|json)$/i.test(name) && !/^\.[_#]/.test(name)) || isKustomizationName(name)
}

/** Whether a file of this name says that it is YAML. */
export function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}
