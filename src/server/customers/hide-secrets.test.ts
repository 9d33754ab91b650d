import { expect, test } from 'playwright/test'
import { hideSecrets } from './hide-secrets.ts'

const hide = hideSecrets({ username: 'desk-service', password: 'p4ss "wörd"/1' })
const basic = Buffer.from('desk-service:p4ss "wörd"/1').toString('base64')

const cases: [sent: string, shown: string][] = [
  ['user desk-service is unknown', 'user •••• is unknown'],
  ['got p4ss "wörd"/1 instead', 'got •••• instead'],
  ['got p4ss \\"wörd\\"/1 instead', 'got •••• instead'],
  [`${encodeURIComponent('p4ss "wörd"/1')} in the address`, '•••• in the address'],
  [`authorization was Basic ${basic}`, 'authorization was Basic ••••'],
  [`Basic ${Buffer.from('somebody:else').toString('base64')}`, '••••'],
  ['Bearer abcdefgh.ijkl', '••••'],
  ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', '••••'],
  ['refused: api_key=abc123, retry', 'refused: ••••, retry'],
  ['{"password": "abc"}', '{"••••"}'],
  ['The basic information is missing', 'The basic information is missing'],
  ['The password is wrong', 'The password is wrong'],
  ['desk-services are down', 'desk-services are down'],
]
for (const [sent, shown] of cases) {
  test(`"${sent}" is shown as "${shown}"`, () => {
    expect(hide(sent)).toBe(shown)
  })
}
