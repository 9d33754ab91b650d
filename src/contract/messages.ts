import { fields, int32, listOf, text, type ValueOf } from './shape.ts'

export const ApiError = fields({ errorCode: int32, errorTitle: text, errorMessage: text })
export type ApiError = ValueOf<typeof ApiError>

export const ApiWarning = fields({
  warningCode: int32,
  warningTitle: text,
  warningMessage: text,
})
export type ApiWarning = ValueOf<typeof ApiWarning>

/** The body of 204, 400, 401, 500 and of every other failure this server answers. */
export const Messages = fields({ errors: listOf(ApiError), warnings: listOf(ApiWarning) })
export type Messages = ValueOf<typeof Messages>
