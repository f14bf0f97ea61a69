import type { CredentialKind } from './credential.ts'

/** Tokens that are known by their look. `signs`: one of these stands in every such token, and costs little to look for. */
interface TokenShape {
  readonly kind: CredentialKind
  readonly signs: readonly string[]
  /** Linear: fixed signs and bounded runs of one class. */
  readonly pattern: RegExp
}

// Sources: the vendors' pages on the formats of their tokens, and the rules of gitleaks 8.28 (MIT), read 2026-11-24.
// No token begins or ends in the middle of a word: that would be a piece of something else, such as packed code.
export const TOKEN_SHAPES: readonly TokenShape[] = [
  {
    kind: 'private-key',
    signs: ['PRIVATE KEY'],
    // A heading without a body is a comment about keys, or a template.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n|\\r){1,8}[A-Za-z0-9+/=:,\s-]{24}/g,
  },
  {
    kind: 'private-key',
    signs: ['PuTTY-User-Key-File-'],
    pattern: /PuTTY-User-Key-File-[0-9]: [a-z0-9-]{3,30}/g,
  },
  {
    kind: 'age-key',
    signs: ['AGE-SECRET-KEY-1'],
    pattern: /AGE-SECRET-KEY-1[A-Z0-9]{58}(?![A-Z0-9])/g,
  },
  {
    kind: 'aws-access-key',
    signs: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9+/])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9+/])/g,
  },
  {
    kind: 'github-token',
    signs: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,255}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'github-token',
    signs: ['github_pat_'],
    pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{36,255}/g,
  },
  {
    kind: 'gitlab-token',
    signs: ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-'],
    pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|cbt)-[A-Za-z0-9_=.-]{18,300}/g,
  },
  {
    kind: 'slack-token',
    signs: ['xox', 'xapp-'],
    pattern: /(?<![A-Za-z0-9])(?:xox[abeoprs]-|xapp-[0-9]-)[A-Za-z0-9-]{10,250}/g,
  },
  {
    kind: 'slack-webhook',
    signs: ['hooks.slack.com/'],
    pattern:
      /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,20}\/[A-Za-z0-9/]{20,100}/g,
  },
  {
    kind: 'discord-webhook',
    signs: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/[0-9]{15,22}\/[A-Za-z0-9_-]{50,90}/g,
  },
  {
    kind: 'stripe-key',
    signs: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'whsec_'],
    pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9+/=]{16,250}/g,
  },
  {
    kind: 'google-api-key',
    signs: ['AIza'],
    pattern: /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
  },
  {
    kind: 'google-oauth',
    signs: ['GOCSPX-', 'ya29.'],
    pattern: /(?<![A-Za-z0-9])(?:GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{30,300})/g,
  },
  {
    kind: 'azure-storage-key',
    signs: ['AccountKey=', 'SharedAccessKey='],
    pattern: /(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,90}={0,2}/g,
  },
  {
    kind: 'azure-sas',
    signs: ['sig='],
    pattern: /[?&;]sig=[A-Za-z0-9%+/]{40,90}/g,
  },
  {
    kind: 'azure-client-secret',
    signs: ['8Q~', '7Q~'],
    pattern:
      /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/g,
  },
  {
    kind: 'scaleway-access-key',
    signs: ['SCW'],
    pattern: /(?<![A-Za-z0-9+/])SCW[A-Z0-9]{17}(?![A-Za-z0-9+/])/g,
  },
  {
    kind: 'npm-token',
    signs: ['npm_'],
    pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'pypi-token',
    signs: ['pypi-AgE'],
    pattern: /pypi-AgE[A-Za-z0-9_-]{50,300}/g,
  },
  {
    kind: 'docker-token',
    signs: ['dckr_pat_', 'dckr_oat_'],
    pattern: /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}/g,
  },
  {
    kind: 'sendgrid-key',
    signs: ['SG.'],
    pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}/g,
  },
  {
    kind: 'twilio-key',
    signs: ['SK'],
    pattern: /(?<![A-Za-z0-9+/])SK[0-9a-f]{32}(?![A-Za-z0-9+/])/g,
  },
  {
    kind: 'mailgun-key',
    signs: ['key-'],
    pattern: /(?<![A-Za-z0-9-])key-[0-9a-f]{32}(?![A-Za-z0-9-])/g,
  },
  {
    kind: 'telegram-token',
    signs: [':AA'],
    pattern: /(?<![A-Za-z0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
  },
  {
    kind: 'discord-token',
    // A number of 17 digits or more, in base64.
    signs: ['MT', 'MD', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'],
    pattern:
      /(?<![A-Za-z0-9_-])[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_-])/g,
  },
  {
    kind: 'vault-token',
    signs: ['hvs.', 'hvb.', 'hvr.'],
    pattern: /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{24,300}/g,
  },
  {
    kind: 'openai-key',
    signs: ['sk-'],
    pattern:
      /(?<![A-Za-z0-9])sk-(?:(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,250}|[A-Za-z0-9]{48}(?![A-Za-z0-9]))/g,
  },
  {
    kind: 'anthropic-key',
    signs: ['sk-ant-'],
    pattern: /(?<![A-Za-z0-9])sk-ant-[a-z0-9]{3,8}-[A-Za-z0-9_-]{40,200}/g,
  },
  {
    kind: 'hugging-face-token',
    signs: ['hf_'],
    pattern: /(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{34,40}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'digitalocean-token',
    signs: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    pattern: /(?<![A-Za-z0-9])do[por]_v1_[0-9a-f]{64}(?![0-9a-f])/g,
  },
  {
    kind: 'grafana-token',
    signs: ['glsa_', 'glc_'],
    pattern: /(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}|glc_[A-Za-z0-9+/=]{32,400})/g,
  },
  {
    kind: 'new-relic-key',
    signs: ['NRAK-', 'NRAL'],
    pattern: /(?<![A-Za-z0-9])(?:NRAK-[A-Z0-9]{27}|[0-9a-f]{36}NRAL)(?![A-Za-z0-9])/g,
  },
  {
    kind: 'linear-key',
    signs: ['lin_api_'],
    pattern: /(?<![A-Za-z0-9])lin_api_[A-Za-z0-9]{40}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'shopify-token',
    signs: ['shpat_', 'shpss_', 'shppa_', 'shpca_'],
    pattern: /(?<![A-Za-z0-9])shp(?:at|ss|pa|ca)_[0-9a-fA-F]{32}(?![0-9a-fA-F])/g,
  },
  {
    kind: 'atlassian-token',
    signs: ['ATATT3', 'ATCTT3'],
    pattern: /(?<![A-Za-z0-9])AT[AC]TT3[A-Za-z0-9_=-]{60,300}/g,
  },
  {
    kind: 'databricks-token',
    signs: ['dapi'],
    pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-[0-9])?(?![A-Za-z0-9])/g,
  },
  {
    kind: 'terraform-token',
    signs: ['.atlasv1.'],
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}/g,
  },
  {
    kind: 'password-hash',
    signs: [
      '$2',
      '$6$',
      '$5$',
      '$1$',
      '$apr1$',
      '$argon2',
      '{SSHA}',
      '{SHA}',
      'md5',
      'SCRAM-SHA-256$',
    ],
    pattern:
      /\$2[abxy]\$[0-9]{2}\$[A-Za-z0-9./]{53}|\$(?:apr1|[156])\$[A-Za-z0-9./=$]{20,120}|\$argon2(?:id|i|d)\$v=[A-Za-z0-9+/=,$]{30,200}|\{S{1,2}HA\}[A-Za-z0-9+/]{26,60}={0,2}|(?<=["' ])md5[0-9a-f]{32}(?![0-9a-f])|SCRAM-SHA-256\$[0-9]{4,6}:[A-Za-z0-9+/=]{16,40}\$[A-Za-z0-9+/=:]{40,120}/g,
  },
]
