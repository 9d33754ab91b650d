/** A record of the size asked, as JSON text: plausible orders, five tenders each. */
export function recordText(customerUUID: string, orders: number, dealerId: number): string {
  const day = (n: number) =>
    new Date(Date.UTC(2018, 0, 1) + n * 21_600_000).toISOString().slice(0, 19).replace('T', ' ')
  return JSON.stringify({
    errors: [],
    warnings: [],
    customerInfo: {
      id: 4711,
      uuid: customerUUID,
      dealerId,
      customerKey: '104477',
      fname: 'Helena',
      lname: 'Benchmark',
      communications: [
        { commType: 'PHONE', commValue: '+16145550117', commLabel: 'cell', preferred: true },
        { commType: 'EMAIL', commValue: 'helena@customer.example', commLabel: 'home', preferred: false },
      ],
      vehicles: Array.from({ length: 3 }, (_, n) => ({
        id: 900 + n,
        vin: '1M8GDM9AXKP042788',
        make: 'Honda',
        model: 'CR-V',
        year: String(2016 + n),
        isValid: n > 0,
      })),
      secondaryCustomerData: [],
    },
    dealerOrderInfoList: Array.from({ length: orders }, (_, n) => ({
      dealerOrder_id: 500_000 + n,
      dealerOrder_uuid: `${customerUUID}-order-${n}`,
      order_number: `RO${100_000 + n}`,
      order_type: n % 7 === 0 ? 'PO' : 'RO',
      order_status: n % 5 === 0 ? 'O' : 'C',
      order_amount: 100 + (n % 900) + 0.25,
      order_date: day(n),
      created_date: day(n),
      close_date: n % 5 === 0 ? null : day(n + 4),
      updated_date: day(n + 4),
      dealer_id: dealerId,
      vehicle_id: 900 + (n % 3),
      tag_or_hat: String(n % 400),
      description: 'Oil and filter, tyres rotated, brakes checked',
      transactions: Array.from({ length: 5 }, (_item, t) => ({
        transactionId: n * 5 + t,
        transactionAmount: 20 + t + 0.05,
        transactionTypeId: t % 4,
        ccNumber: t % 2 === 0 ? '************4242' : '',
        deviceId: 70 + t,
      })),
    })),
    addressListV2: [
      {
        type: 'COMMON',
        line1: '429 East Figueroa Street',
        city: 'Columbus',
        state: 'OH',
        zip: '43004',
        isPreferred: true,
        isValid: true,
      },
    ],
    addressList: [],
  })
}
