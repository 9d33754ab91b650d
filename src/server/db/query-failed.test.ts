import { expect, test } from 'playwright/test'
import { QueryFailed } from './database.ts'

const temporary = [
  ...['', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'],
  ...['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['08006', '53300', '53100', '57014', '57P01', '57P02', '57P03', '25006', '28P01', '40001', '40P01', '55P03'],
]
for (const code of temporary) {
  test(`${code || 'no code'} may be over in a moment`, () => {
    expect(new QueryFailed({ code }).isTemporary).toBe(true)
  })
}

for (const code of ['22P05', '23505', '42P01', '42501', 'XX000']) {
  test(`${code} stays`, () => expect(new QueryFailed({ code }).isTemporary).toBe(false))
}

test('a connection that is gone is told apart from one that said no', () => {
  expect(['', 'EPIPE', '57P01', '08006'].map((code) => new QueryFailed({ code }).isConnectionLost)).not.toContain(false)
  expect(['57014', '25006', '53300'].map((code) => new QueryFailed({ code }).isConnectionLost)).not.toContain(true)
})
