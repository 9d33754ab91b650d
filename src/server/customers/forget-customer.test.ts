import { expect, test } from 'playwright/test'
import { customer, dealers, json, makeDesk } from '../testing/desk.ts'
import { forgetCustomer } from './forget-customer.ts'

test('a customer who asks to be forgotten is gone everywhere but from the audit record', async () => {
  const desk = await makeDesk({
    lines: [
      customer('forget-me', {
        dealerOrderInfoList: [{ order_number: 'R1', transactions: [{ transactionAmount: 5 }] }],
      }),
      customer('stays', {}, { secondaryCustomerData: [{ guid: 'forget-me', fname: 'Fay', lname: 'Gone' }] }),
    ],
  })
  try {
    const headers = { cookie: await desk.signIn() }
    const status = async (uuid: string) => (await desk.lookUp(uuid, { headers })).status
    expect([await status('forget-me'), await status('stays')]).toEqual([200, 200])
    const look = { dealerUUIDList: [dealers.north.uuid], excludeOrderType: false, parts: { orders: [] } }
    const looked = await desk.app.request('/api/customers/forget-me/looks', json('POST', look, headers))
    expect(looked.status).toBe(200)
    await desk.deps.recents.close()
    expect(await desk.db.transaction((tx) => forgetCustomer(tx, 'forget-me'))).toEqual({
      records: 1,
      links: 1,
      recents: 1,
      looks: 1,
    })
    expect([await status('forget-me'), await status('stays')]).toEqual([204, 200])
    expect(await (await desk.lookUp('stays', { headers })).text()).not.toContain('Gone')
    expect(await (await desk.app.request('/api/recent-customers', { headers })).text()).not.toContain('forget-me')
    const kept = await desk.db.query('select 1 from audit_events where customer_uuid = $1', ['forget-me'])
    expect(kept.length).toBeGreaterThan(0)
    expect(await desk.db.transaction((tx) => forgetCustomer(tx, 'forget-me'))).toEqual({
      records: 0,
      links: 0,
      recents: 0,
      looks: 0,
    })
  } finally {
    await desk.db.close()
  }
})
