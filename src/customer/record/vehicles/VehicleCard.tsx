import { Paper } from '@mantine/core'
import * as words from '#words/vehicles'
import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { sumOfOrders } from '#src/findings/order-amounts.ts'
import { vinFindings } from '#src/findings/vin.ts'
import { formatDay } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { lastVisit } from '#src/findings/order-dates.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { QuietId, TextValue } from '#src/customer/record/values.tsx'
import { Vin } from '#src/customer/record/Vin.tsx'
import { ownership } from './ownership.ts'
import { VehiclePicture } from './VehiclePicture.tsx'
import { VinReading } from './VinReading.tsx'
import { AsSent, Sent } from '#src/customer/record/Sent.tsx'
import type { Clock } from '#src/format/read-date.ts'
import { cleanVin } from '#src/format/vin.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import classes from './VehicleCard.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = {
  vehicle: Vehicle
  orders: readonly DealerOrder[]
  isListedTwice: boolean
  search: CustomerSearch
  clock: Clock
}

export function VehicleCard({ vehicle, orders, isListedTwice, search, clock }: Props) {
  const vin = cleanVin(vehicle.vin)
  const thisYear = new Date(clock.now).getUTCFullYear()
  const findings = vinFindings(vin, vehicle, thisYear)
  return (
    <Paper
      component="article"
      withBorder
      radius={12}
      className={classes.card}
      data-past={vehicle.isValid === false || undefined}
    >
      <div className={classes.head}>
        <VehiclePicture key={vehicle.imageUrl} url={vehicle.imageUrl} title={vehicleTitle(vehicle)} />
        <div className={classes.what}>
          <h3 className={classes.title}>
            <Sent text={vehicleTitle(vehicle)} />
          </h3>
          <Badge tone={vehicle.isValid === true ? 'accent' : 'neutral'}>{ownership(vehicle)}</Badge>
        </div>
      </div>
      <p className={classes.vin}>
        <span className={classes.label}>{words.vin()}</span>
        {vin === '' ? (
          <EmptyValue />
        ) : (
          <>
            <Vin vin={vin} />
            <CopyButton what={words.vin()} value={vin} />
            <CopyButton what={words.lastEightOfVin()} value={vin.slice(-8)}>
              {words.lastEight()}
            </CopyButton>
            <AsSent sent={vehicle.vin} shown={vin} />
          </>
        )}
      </p>
      {findings.length === 0 && !isListedTwice ? null : (
        <p className={classes.findings}>
          {findings.map((finding) => (
            <Badge key={finding} tone="warning">
              {finding}
            </Badge>
          ))}
          {isListedTwice ? <Badge tone="warning">{words.listedTwice()}</Badge> : null}
        </p>
      )}
      <p className={classes.orders}>
        <VehicleHistory vehicle={vehicle} orders={orders} search={search} clock={clock} />
      </p>
      <VinReading vehicle={vehicle} thisYear={thisYear} />
      <DetailList
        details={[
          { label: words.engine(), value: <TextValue value={vehicle.engine} /> },
          { label: words.body(), value: <TextValue value={vehicle.bodyStyle} /> },
          { label: words.vehicleKey(), value: <QuietId value={vehicle.vehicleKey} /> },
          { label: words.vehicleId(), value: <QuietId value={vehicle.id} /> },
          { label: words.vehicleUuid(), value: <QuietId value={vehicle.uuid} /> },
          { label: words.pictureAddress(), value: <QuietId value={vehicle.imageUrl} /> },
        ]}
      />
    </Paper>
  )
}

function VehicleHistory({ vehicle, orders, search, clock }: Omit<Props, 'isListedTwice'>) {
  const { currency } = useSession()
  if (orders.length === 0) return <span>{words.noOrders()}</span>
  const latest = lastVisit(orders, clock).date
  const key = vehicle.uuid ?? vehicle.id
  const sum = sumOfOrders(orders)
  return (
    <>
      {key ? (
        <Link to={customerPath(search, 'orders', { vehicle: key })}>{words.orders({ count: orders.length })}</Link>
      ) : (
        <span>{words.orders({ count: orders.length })}</span>
      )}
      {sum.missing === orders.length ? (
        <span>{words.noAmounts()}</span>
      ) : (
        <span>
          <span>{words.sum()}</span> <b className={classes.sum}>{formatMoney(sum.amount, currency)}</b>
          {sum.missing === 0 ? null : <span>{words.leftOut({ count: sum.missing })}</span>}
        </span>
      )}
      <span>{latest === undefined ? words.noVisit() : words.latestVisit({ day: formatDay(latest) })}</span>
    </>
  )
}
