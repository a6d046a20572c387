import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './editing.ts'
import type { Method } from './method.ts'
import * as profile from './profile.ts'
import * as receiving from './receiving.ts'
import * as sending from './sending.ts'
import { answerCallbackQuery } from './taps.ts'
import * as tending from './tending.ts'

/** What the simulator carries out, by the published names. */
export const methods: Record<string, Method> = {
  answerCallbackQuery,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  getChat: profile.getChat,
  getChatMenuButton: profile.getChatMenuButton,
  getMe: profile.getMe,
  getMyCommands: profile.getMyCommands,
  setMyCommands: profile.setMyCommands,
  deleteMyCommands: profile.deleteMyCommands,
  setChatMenuButton: profile.setChatMenuButton,
  setMyName: profile.setBotText('name', 64),
  getMyName: profile.getBotText('name'),
  setMyDescription: profile.setBotText('description', 512),
  getMyDescription: profile.getBotText('description'),
  setMyShortDescription: profile.setBotText('short_description', 120),
  getMyShortDescription: profile.getBotText('short_description'),
  leaveChat: profile.leaveChat,
  getFile: receiving.getFile,
  getUpdates: receiving.getUpdates,
  getWebhookInfo: receiving.getWebhookInfo,
  setWebhook: receiving.setWebhook,
  deleteWebhook: receiving.deleteWebhook,
  copyMessage: sending.copyMessage,
  forwardMessage: sending.forwardMessage,
  sendAnimation: sending.sendMedia('animation'),
  sendAudio: sending.sendMedia('audio'),
  sendChatAction: sending.sendChatAction,
  sendContact: sending.sendContact,
  sendDocument: sending.sendMedia('document'),
  sendLocation: sending.sendLocation,
  sendMediaGroup: sending.sendMediaGroup,
  sendMessage: sending.sendMessage,
  sendPhoto: sending.sendMedia('photo'),
  sendVideo: sending.sendMedia('video'),
  sendVideoNote: sending.sendMedia('video_note'),
  sendVoice: sending.sendMedia('voice'),
  deleteMessage: tending.deleteMessage,
  deleteMessages: tending.deleteMessages,
  pinChatMessage: tending.pinChatMessage,
  unpinChatMessage: tending.unpinChatMessage,
  unpinAllChatMessages: tending.unpinAllChatMessages,
  setMessageReaction: tending.setMessageReaction,
}
