import type { Scene } from '../../bot/scene.ts'
import type { SceneDeps } from '../deps.ts'
import { directory } from './directory.ts'
import { front } from './front.ts'
import { inviteScene } from './invite.ts'
import { join } from './join.ts'
import { lettersScene } from './letters.ts'
import { type SayAgain, noticesScene } from './notices.ts'
import { onboarding } from './onboarding.ts'
import { reminding } from './reminding.ts'
import { settings } from './settings.ts'
import { watchNews } from './watch.ts'

export { strangerHome } from './front.ts'

export function peopleScenes(deps: SceneDeps, sayAgain: SayAgain): Scene[] {
  return [
    inviteScene(deps),
    directory,
    settings,
    reminding,
    noticesScene(sayAgain),
    front,
    join,
    onboarding,
    lettersScene,
    watchNews,
  ]
}
