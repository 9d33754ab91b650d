// Only the styles of the components on the first page; a lazy page brings its own. Order matters: Mantine's
// own rules first, ours last.
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Loader.css'
import './tokens.css'
