// Source: docs.docker.com/compose/intro/compose-application-model, read 2026-11-25: compose.yaml before docker-compose.yml,
// and any others that are named with -f, which by custom begin alike.
const NAME = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i

/** Whether a file of this name tells Compose which containers to run. */
export function isComposeName(name: string): boolean {
  return NAME.test(name)
}
