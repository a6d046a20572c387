import type { Item } from './items.ts'

export function parse(line: string): Item[]
