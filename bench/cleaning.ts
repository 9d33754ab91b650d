import { cleanAnswer } from '#src/server/customers/clean-answer.ts'
import { inTurn, ms, ratio, report } from './measure.ts'
import { recordText } from './records.ts'

const PLAIN = recordText('bench', 10_000, 17)
/** The same with identifiers beyond 2^53 and amounts to the cent, which a plain round trip gets wrong. */
const EXACT = PLAIN.replaceAll(/"(transactionId|dealerOrder_id)":(\d+)/g, '"$1":9007199254$2').replaceAll(
  /"(transactionAmount|order_amount)":(\d+\.\d)\d*/g,
  '"$1":$20',
)
/** The same with a field in every order and tender that the contract does not have. */
const MORE = PLAIN.replaceAll(/"(transactionId|dealerOrder_id)":/g, '"notOfTheContract":1,"$1":')

/** What an answer of the platform costs on its way through, against parsing and printing it plainly. */
export async function benchCleaning(): Promise<void> {
  console.log(
    `\nAn answer of 10,000 orders and 50,000 tenders (${(PLAIN.length / 1e6).toFixed(1)} MB), on its way through`,
  )
  const scope = {
    customerUUID: 'bench',
    askedDealerIds: new Set(['17']),
    knownDealerIds: async () => new Set(['17']),
    hideSecrets: (text: string) => text,
  }
  for (const [what, text] of [
    ['', PLAIN],
    [', all numbers long', EXACT],
    [', with unknown fields', MORE],
  ] as const) {
    const { plain, clean } = await inTurn(
      { plain: () => JSON.stringify(JSON.parse(text)), clean: () => cleanAnswer(text, scope) },
      { rounds: 15, warmUp: 3 },
    )
    report(`JSON.parse and JSON.stringify${what}`, ms(plain.median))
    report(
      'cut to the contract, cards masked, numbers as sent',
      `${ms(clean.median)}  ${ratio(clean.median, plain.median)}`,
    )
  }
}
