import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { Checkbox, NativeSelect } from '@mantine/core'
import { QRCodeSVG } from 'qrcode.react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { formatCount } from '#src/format/count.ts'
import { useSession } from '#src/session/session-context.ts'
import { PaperDialog } from '#src/ui/PaperDialog.tsx'
import * as words from '#words/hand-off'
import {
  type Block,
  type BlockName,
  BLOCK_NAMES,
  handOffBlocks,
  handOffPath,
  handOffText,
  offeredOrders,
  orderChoice,
  USUAL_BLOCKS,
} from './hand-off-blocks.ts'
import classes from './HandOffCard.module.css'

/** What chat programs take in one message. */
const CHAT_CHARACTERS = 1000

const BLOCK_WORDS: Readonly<Record<BlockName, string>> = {
  customer: words.nameAndKey(),
  order: words.orderAndTag(),
  vehicle: words.vehicle(),
  amounts: words.amountAndTenders(),
  phone: words.phone(),
  email: words.email(),
}

type Props = { answer: CustomerAnswer; search: CustomerSearch; onClose: () => void }

/** Half a page for whoever goes on with the customer: chosen facts, and the link to the rest. Nothing of it is kept. */
export function HandOffCard({ answer, search, onClose }: Props) {
  const { currency, timeZone } = useSession()
  const [params] = useSearchParams()
  const shown = params.getAll('order').join()
  const orders = useMemo(() => offeredOrders(answer, shown.split(','), timeZone), [answer, shown, timeZone])
  const [place, setPlace] = useState('0')
  const [chosen, setChosen] = useState<readonly BlockName[]>(USUAL_BLOCKS)
  const order = place === '' ? undefined : orders[Number(place)]
  const offered = handOffBlocks({ answer, customerUUID: search.customerUUID, order, currency })
  const blocks = offered.filter(({ name }) => chosen.includes(name))
  const link = `${location.origin}${handOffPath(search, order)}`
  const text = handOffText(blocks, link)
  return (
    <PaperDialog
      title={words.handOffCard()}
      text={text}
      name={words.copiedCard()}
      onClose={onClose}
      more={<p className={classes.note}>{lengthWords(text.length)}</p>}
    >
      <div className={classes.choices}>
        {orders.length === 0 ? null : (
          <NativeSelect
            label={words.order()}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            data={[
              ...orders.map((item, index) => ({ value: String(index), label: orderChoice(item) })),
              { value: '', label: words.noOrder() },
            ]}
          />
        )}
        <fieldset className={classes.blocks}>
          <legend>{words.onCard()}</legend>
          {BLOCK_NAMES.map((name) => (
            <Checkbox
              key={name}
              label={BLOCK_WORDS[name]}
              disabled={offered.every((block) => block.name !== name)}
              checked={chosen.includes(name) && offered.some((block) => block.name === name)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
              }
            />
          ))}
        </fieldset>
      </div>
      <Card blocks={blocks} link={link} />
    </PaperDialog>
  )
}

function Card({ blocks, link }: { blocks: readonly Block[]; link: string }) {
  return (
    <section className={classes.card} aria-label={words.card()}>
      <ul className={classes.lines}>
        {blocks.map(({ name, text }) => (
          <li key={name} data-block={name}>
            <bdi translate="no">{text}</bdi>
          </li>
        ))}
        <li className={classes.link} translate="no">
          {link}
        </li>
      </ul>
      <div className={classes.code}>
        <QRCodeSVG value={link} size={148} marginSize={2} title={words.qrCode()} />
      </div>
    </section>
  )
}

function lengthWords(length: number): string {
  return length <= CHAT_CHARACTERS
    ? words.chatLength({ length: formatCount(length), most: formatCount(CHAT_CHARACTERS) })
    : words.chatTooLong({ length: formatCount(length) })
}
