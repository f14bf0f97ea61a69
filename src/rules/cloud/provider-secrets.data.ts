/**
 * The arguments of providers that are secrets, in the order in which they are looked for. A dot leads into a block.
 * Sources: the documentation of each provider, read 2026-11-24. An access key's id alone opens nothing.
 */
export const PROVIDER_SECRETS: Readonly<Record<string, readonly string[]>> = {
  aws: ['secret_key', 'token'],
  azuread: ['client_secret', 'client_certificate_password'],
  azurerm: ['client_secret', 'client_certificate_password'],
  google: ['credentials', 'access_token'],
  'google-beta': ['credentials', 'access_token'],
  helm: ['kubernetes.token', 'kubernetes.client_key', 'kubernetes.password'],
  kubectl: ['token', 'client_key', 'password'],
  kubernetes: ['token', 'client_key', 'password'],
  scaleway: ['secret_key'],
}
