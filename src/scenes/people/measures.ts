import type { Units } from '../../services/turn.ts'

/** cm */
export function parseHeight(text: string, units: Units): number | undefined {
  const value = Number(text.replace(',', '.').replace(/\s*cm$/i, ''))
  return value >= 50 && value <= 280 ? value : undefined
}
/** kg */
export function parseWeight(text: string, units: Units): number | undefined {
  const value = Number(text.replace(',', '.').replace(/\s*(kg|lb)$/i, ''))
  if (!(value > 0)) return undefined
  return units === 'kg' ? value : value * 0.45359237
}
export function formatHeight(cm: number, units: Units, language: string): string {
  return `${cm} cm`
}
export function formatWeight(kg: number, units: Units, language: string): string {
  return `${kg} kg`
}
export interface PlaceFound {
  zone: string
  label: string
}
export function findPlaces(text: string, now: Date, language: 'en' | 'he'): PlaceFound[] {
  return text.toLowerCase() === 'berlin' ? [{ zone: 'Europe/Berlin', label: 'Berlin' }] : []
}
