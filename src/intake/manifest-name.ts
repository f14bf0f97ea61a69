import { isDockerfileName } from './dockerfile/dockerfile-name.ts'
import { isLockName } from './lockfile/lock-name.ts'
import { isUnitName } from './systemd/unit-name.ts'

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

// How tools name the templates they make manifests of (Jinja, Go, ERB, Mustache, Handlebars): what they stand for would
// else be missing without a word.
const MANIFEST = /\.(?:ya?ml|json)(?:\.(?:j2|jinja2?|tpl|tmpl|gotmpl|erb|mustache|hbs))?$/i

// Kubeconfig files seldom say that they are YAML; the last two are what kubeadm calls them.
const KUBECONFIG = /^(?:(?:.*\.)?kubeconfig|(?:super-)?admin\.conf)$/i

/** Whether a file of this name may hold anything that is read: objects, Terraform, a unit of systemd, packages. */
export function isReadName(name: string): boolean {
  return isManifestName(name) || isTerraformName(name) || isUnitName(name) || isLockName(name)
}

/** Whether a file of this name may hold objects, is a template of such a file, or builds an image. */
export function isManifestName(name: string): boolean {
  // `._x.yaml` is what macOS keeps beside x.yaml in archives, `.#x.yaml` an editor's lock.
  const isManifest = MANIFEST.test(name) || KUBECONFIG.test(name)
  const isOurs = isManifest || isDockerfileName(name)
  return (isOurs && !/^\.[_#]/.test(name)) || isKustomizationName(name)
}

/** Whether a file of this name belongs to a Terraform or OpenTofu module. */
export function isTerraformName(name: string): boolean {
  if (isTerraformLeftover(name) || isTerraformLock(name)) return true
  return /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(name) && !/^\.[_#]/.test(name)
}

/** Whether a file of this name is what Terraform leaves behind: its state, a saved plan, the log of a crash. */
export function isTerraformLeftover(name: string): boolean {
  return LEFTOVER.test(name)
}

const LEFTOVER =
  /\.tfstate(?:\.(?:\d{1,20}\.)?backup)?$|(?:^|[./])tfplan$|(?:^|\/)crash(?:\.[\w-]{1,40})?\.log$/

/** Whether a file of this name says which versions of providers a root module takes. */
export function isTerraformLock(name: string): boolean {
  return /(?:^|\/)\.terraform\.lock\.hcl$/.test(name)
}

/** Whether a file of this name says that it is YAML. */
export function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}
