/** Has V8 compile the embedded database quickly instead of well: most processes of the tests live for seconds. */
export const QUICK_COMPILE = '--liftoff-only'
