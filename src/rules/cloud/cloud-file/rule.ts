import { defineRule } from '../../rule.ts'
import { complainUnless, isTrue } from '../wanted.ts'

export const cloudFile = defineRule({
  id: 'cloud-file',
  title: 'Encrypt the file systems that EFS makes',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon EFS: Encrypting data at rest',
      url: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    },
  ],

  subject: ['aws_efs_file_system'],
  check: (share) =>
    complainUnless(share, {
      names: ['encrypted'],
      isSound: isTrue,
      fault: `What file system "${share.name}" holds is stored as plain text.`,
      untold: `Whether file system "${share.name}" is encrypted cannot be told.`,
    }),
})
