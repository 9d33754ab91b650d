import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Button, Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import * as buttons from '#words/buttons'
import * as words from '#words/ui'
import { LiveRegion } from './Announcer.tsx'
import { CopyButton } from './CopyButton.tsx'
import classes from './PaperDialog.module.css'

type Props = {
  title: string
  /** The same as text, to be copied; and what that is called. */
  text: string
  name: string
  onClose: () => void
  /** What stands in the dialog, and what of it goes on paper is up to its styles. */
  children: ReactNode
  /** What else can be done with it, beside copying and printing. */
  more?: ReactNode
}

/** Something that is made to be taken along. While it is open, paper gets it and nothing of the page behind it. */
export function PaperDialog({ title, text, name, onClose, children, more }: Props) {
  // What the browser prints is outside React.
  useEffect(() => {
    document.body.dataset['paper'] = 'dialog'
    return () => {
      delete document.body.dataset['paper']
    }
  }, [])
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={720}
      transitionProps={{ duration: 0 }}
      classNames={{ inner: classes.inner, overlay: classes.overlay, content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content radius={14}>
        {/* No header element: the page has its one banner already. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton className={classes.close} aria-label={buttons.close()} />
        </div>
        <Modal.Body className={classes.body}>
          {children}
          <div className={classes.actions}>
            <CopyButton what={name} value={text}>
              {words.copyNamed({ what: name })}
            </CopyButton>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={15} aria-hidden="true" />}
              onClick={() => print()}
            >
              {buttons.print()}
            </Button>
            {more}
          </div>
          <LiveRegion />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
