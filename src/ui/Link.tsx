import { Anchor, type AnchorProps } from '@mantine/core'
import { Link as RouterLink, type LinkProps } from 'react-router-dom'

type Props = Omit<AnchorProps, 'component'> & Omit<LinkProps, keyof AnchorProps>

/** A link within the app. */
export function Link(props: Props) {
  return <Anchor component={RouterLink} inherit underline="always" {...props} />
}
