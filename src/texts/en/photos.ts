export const photos = {
  looking: 'Got it, let me have a look…',

  // Why something was not kept
  tooLarge: 'That file is larger than {{most}} MB, so nothing was kept. A photo, or a shorter clip, fits.',
  tooLong:
    'That is too long, so nothing was kept: clips up to {{clip}} minutes, voice messages up to {{voice}}.',
  notWanted: 'That is not what fits here, so nothing was kept. A photo is best.',
  noVoice:
    'I do not take voice messages here, so nothing was kept. To tell your trainer something, write it: /message. To show a lift, send a clip or a video note.',
  notAPicture: 'That file is not a picture, so nothing was kept. Please send a photo.',
  notPlayable: 'I cannot tell what that recording is, so nothing was kept. Please send it the ordinary way.',
  heic: 'That picture is in Apple’s HEIC format, which I cannot open. Please send it as a photo, not as a file.',
  otherFormat:
    'I take photos in JPEG, PNG and WebP, and that is {{format}}. Please send it as a photo, not as a file.',
  broken: 'That picture arrived damaged, so nothing was kept. Please send it once more.',
  tooManyPixels:
    'That picture is too big for me to open, so nothing was kept. Please send it as a photo, not as a file.',
  tooSlow:
    'That picture took too long to open, so nothing was kept. Please send it as a photo, not as a file.',
  gone: 'What was sent here is no longer kept.',
  empty: 'That file is empty, so nothing was kept.',
  notFetched: 'I could not get that file from Telegram, so nothing was kept. Please send it once more.',
  fault: 'Something went wrong on my side, so nothing was kept. Please send it once more.',

  // Sent out of the blue
  kept_one: '📷 Kept, for you and your trainer. What is it?',
  kept_other: '📷 {{count}} kept, for you and your trainer. What are they?',
  keptPlain_one: '📷 Kept, for you and your trainer.',
  keptPlain_other: '📷 {{count}} kept, for you and your trainer.',
  leave: 'Just keep it',
  leaveMany: 'Just keep them',
  remove: '🗑 Delete',
  left: 'It stays.',
  else: 'Something else …',
  notThisMeal: '↪️ Not this meal',
  removed: 'Deleted.',
  notYet:
    'Nothing was kept: photos and clips are for people who train here. Your trainer’s invitation lets you in.',
  notOfCoaches: 'Nothing was kept: I take photos and clips from clients, for their trainer to see.',
} as const
