import * as z from 'zod/mini'

// Zod compiles validators with `new Function` unless told not to, and the page's content security
// policy forbids that. Every schema imports zod from here, so that the setting comes first.
z.config({ jitless: true })

export { z }
