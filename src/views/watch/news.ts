import type { Finding } from '../../domain/watching.ts'
import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

function findingText(t: Texts, { kind, count }: Finding): string {
  if (kind === 'noBackup' || kind === 'damagedBackup') return t(`watch:${kind}`)
  if (kind === 'diskFull') return t('watch:diskFull', { percent: count })
  return t(`watch:${kind}`, { count })
}

/** What the daily look at the bot has found, to an admin. */
export function selfCheckNews(t: Texts, findings: readonly Finding[]): View {
  const lines = findings.map((finding) => t('watch:line', { finding: findingText(t, finding) }))
  const html = [t('watch:title'), ...lines, '', t('watch:seeLog')].join('\n')
  return { html, buttons: [] }
}

/** A failure that needs a person, to an admin. */
export function troubleNews(t: Texts, trouble: 'update' | 'backup'): View {
  const words = trouble === 'update' ? t('watch:troubleUpdate') : t('watch:troubleBackup')
  return { html: `${words}\n\n${t('watch:onceADay')}`, buttons: [] }
}
