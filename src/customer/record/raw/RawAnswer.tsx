import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useParams } from 'react-router-dom'
import * as buttons from '#words/buttons'
import * as words from '#words/raw'
import { asText } from '#src/api/request.ts'
import { reportTaken } from '#src/customer/record/report-taken.ts'
import { escapeHidden } from '#src/format/text.ts'
import { formatCount } from '#src/format/count.ts'
import { LiveRegion } from '#src/ui/Announcer.tsx'
import { stepButton } from '#src/ui/at-end.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { saveFile } from '#src/ui/save-file.ts'
import { useIndented } from './use-indented.ts'
import classes from './RawAnswer.module.css'

/** So many lines are laid out at once; more would hold up the page. */
const PAGE_LINES = 500

type Props = { bytes: ArrayBuffer; onClose: () => void }
type Found = { text: string; lines: readonly number[]; at: number }

/** The text of an answer over the page: to read, look through, copy and keep. */
export function RawAnswer({ bytes, onClose }: Props) {
  const { customerUUID = '' } = useParams()
  // The audit record is outside this page.
  useEffect(() => reportTaken(customerUUID, 'raw'), [customerUUID])
  const text = useMemo(() => asText(bytes), [bytes])
  const { lines, isWhole } = useIndented(text)
  const [wanted, setWanted] = useState('')
  const [found, setFound] = useState<Found>()
  const [first, setFirst] = useState(0)

  const handleFind = (event: FormEvent) => {
    event.preventDefault()
    const next = wanted === found?.text ? { ...found, at: (found.at + 1) % found.lines.length } : find(lines, wanted)
    setFound(next)
    const line = next?.lines[next.at]
    if (line !== undefined) setFirst(line - (line % PAGE_LINES))
  }
  return (
    <Modal.Root opened onClose={onClose} size={900} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content radius={14} className={classes.content}>
        {/* No header element: the page has its one banner already. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{words.title()}</Modal.Title>
          <Modal.CloseButton aria-label={buttons.close()} />
        </div>
        <Modal.Body className={classes.body}>
          <p className={classes.note}>{words.note({ count: formatCount(text.length) })}</p>
          <div className={classes.tools}>
            <form className={classes.find} onSubmit={handleFind} role="search">
              <TextInput
                size="xs"
                className={classes.field}
                aria-label={words.findIn()}
                placeholder={words.find()}
                autoComplete="off"
                spellCheck={false}
                value={wanted}
                onChange={(event) => setWanted(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" variant="default" disabled={!isWhole || wanted === ''}>
                {words.findNext()}
              </Button>
              <span role="status">{found === undefined || found.text !== wanted ? '' : placeOf(found)}</span>
            </form>
            <CopyButton what={words.rawAnswer()} value={text}>
              {buttons.copy()}
            </CopyButton>
            <Button
              size="xs"
              variant="default"
              onClick={() => saveFile(`customer-${customerUUID}.json`, text, 'application/json')}
            >
              {words.download()}
            </Button>
          </div>
          <Lines lines={lines} first={first} marked={found?.lines[found.at]} />
          {lines.length <= PAGE_LINES ? null : (
            <div className={classes.pager}>
              <Button size="xs" variant="default" {...stepButton(first === 0, () => setFirst(first - PAGE_LINES))}>
                {words.linesBefore()}
              </Button>
              <span>
                {words.linesShown({
                  first: formatCount(first + 1),
                  last: formatCount(Math.min(first + PAGE_LINES, lines.length)),
                  count: formatCount(lines.length),
                })}
              </span>
              <Button
                size="xs"
                variant="default"
                {...stepButton(first + PAGE_LINES >= lines.length, () => setFirst(first + PAGE_LINES))}
              >
                {words.linesAfter()}
              </Button>
            </div>
          )}
          <LiveRegion />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

type LinesProps = { lines: readonly string[]; first: number; marked: number | undefined }

function Lines({ lines, first, marked }: LinesProps) {
  const box = useRef<HTMLPreElement>(null)
  // Where the box is scrolled to is outside React.
  useEffect(() => {
    const mark = box.current?.querySelector('mark')
    if (mark) mark.scrollIntoView({ block: 'center' })
    else box.current?.scrollTo(0, 0)
  }, [first, marked])
  const end = Math.min(first + PAGE_LINES, lines.length)
  const isMarked = marked !== undefined && marked >= first && marked < end
  return (
    // Can be scrolled, so it has to be reached without a mouse.
    <pre ref={box} className={classes.lines} tabIndex={0} role="region" aria-label={words.lines()} translate="no">
      {isMarked ? (
        <>
          {shownLines(lines.slice(first, marked)).map((line) => `${line}\n`)}
          <mark>{shownLines(lines.slice(marked, marked + 1))}</mark>
          {`\n${shownLines(lines.slice(marked + 1, end)).join('\n')}`}
        </>
      ) : (
        shownLines(lines.slice(first, end)).join('\n')
      )}
    </pre>
  )
}

/** Nothing in them can hide, or turn the rest of a line around. */
function shownLines(lines: readonly string[]): string[] {
  return lines.map(escapeHidden)
}

function find(lines: readonly string[], text: string): Found {
  const wanted = text.toLowerCase()
  const matches = lines.flatMap((line, index) => (line.toLowerCase().includes(wanted) ? [index] : []))
  return { text, lines: matches, at: 0 }
}

function placeOf({ lines, at }: Found): string {
  return lines.length === 0
    ? words.notFound()
    : words.place({ place: formatCount(at + 1), count: formatCount(lines.length) })
}
