/** What admins are told of the bot itself. */
export const watch = {
  title: '🩺 <b>The daily check found something.</b>',
  failedUpdates_one: 'A message could not be carried out. Whoever sent it was told so.',
  failedUpdates_other: '{{count}} messages could not be carried out. Whoever sent them was told so.',
  uncertain_one: 'Of one message to somebody, nobody knows whether it arrived.',
  uncertain_other: 'Of {{count}} messages to people, nobody knows whether they arrived.',
  failed_one: 'Telegram refused one message to somebody.',
  failed_other: 'Telegram refused {{count}} messages to people.',
  stale_one: 'One message was not sent in time, and then no more.',
  stale_other: '{{count}} messages were not sent in time, and then no more.',
  noBackup: '<b>There is no backup.</b>',
  oldBackup_other: 'The newest backup is {{count}} hours old; there should be one every hour.',
  damagedBackup: '<b>The newest backup cannot be read.</b> Keep an older one, and look at the disk.',
  rowsPointingNowhere_one: 'One row of the database points to another that is not there.',
  rowsPointingNowhere_other: '{{count}} rows of the database point to others that are not there.',
  missingFiles_one: 'One kept photo or clip is not in its folder any more.',
  missingFiles_other: '{{count}} kept photos or clips are not in their folder any more.',
  diskFull: '<b>The disk is almost full</b>: {{percent}} % are free. When nothing is, nothing can be saved.',
  line: '• {{- finding}}',
  seeLog: 'The log says more.',
  troubleUpdate:
    '⚠️ <b>Something somebody sent could not be carried out</b>, not even at the third try. They were told that it was not saved. The log says where: “update set aside”.',
  troubleBackup:
    '⚠️ <b>The hourly backup failed.</b> The bot goes on, and tries again in an hour. The log says why: “the backup failed”.',
  onceADay: '<i>Should it happen again today, this is not repeated.</i>',
} as const
