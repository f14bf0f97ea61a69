/** Issuers from which anybody gets a token, for whichever client they ask for: only a claim tells whose it is. */
export const OPEN_ISSUERS = {
  sources: [
    'https://docs.github.com/en/actions/concepts/security/openid-connect',
    'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  ],
  read: '2026-11-25',
  issuers: [
    { url: 'https://token.actions.githubusercontent.com', title: 'GitHub Actions' },
    { url: 'https://gitlab.com', title: 'GitLab' },
  ],
} as const
