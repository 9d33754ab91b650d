import { Int32, Text } from './scalars.ts'
import { z } from './zod.ts'

const opt = z.nullish

export const ApiError = z.object({ errorCode: opt(Int32), errorTitle: opt(Text), errorMessage: opt(Text) })
export type ApiError = z.output<typeof ApiError>

export const ApiWarning = z.object({
  warningCode: opt(Int32),
  warningTitle: opt(Text),
  warningMessage: opt(Text),
})
export type ApiWarning = z.output<typeof ApiWarning>

/** The body of 204, 400, 401, 500 and of every other failure this server answers. */
export const Messages = z.object({ errors: opt(z.array(ApiError)), warnings: opt(z.array(ApiWarning)) })
export type Messages = z.output<typeof Messages>
