import { z } from '../zod.ts'

/** How a record left the page: as a file, on paper, or as the answer itself. */
export const Taken = z.object({
  how: z.enum(['exported', 'printed', 'raw'], 'must be exported, printed or raw'),
})
export type Taken = z.output<typeof Taken>
