import { common } from './common.ts'

export const he = { common }
