// Source: sigs.k8s.io/kustomize, api/internal/git: what it hands to git or to a web client instead of opening a file.
const REMOTE = [
  /^git::/i,
  /^(?:https?|ssh|file):\/\//i,
  /^github\.com[/:]/i,
  /^[a-z][a-z\d-]{0,63}@[^\s/]{1,255}[:/]/i,
]

/** Whether a path leads to another machine or to a repository to be fetched. */
export function isRemote(path: string): boolean {
  return REMOTE.some((sign) => sign.test(path))
}
