/** Keys of encryption at rest that stand in documentation and courses: everybody knows them. */
export const SAMPLE_KEYS = {
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
  read: '2026-11-25',
  keys: [
    'c2VjcmV0IGlzIHNlY3VyZQ==',
    'dGhpcyBpcyBwYXNzd29yZA==',
    'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY=',
  ],
} as const
