import { z } from 'zod'

/** Whose card is open; every reading proves the right to it. */
export const Client = z.object({ client: z.int() })
export const Plan = Client.extend({ plan: z.int(), page: z.int().min(1) })
