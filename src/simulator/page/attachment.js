import { useState } from 'preact/hooks'
import { fileUrl } from './api.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { duration, sizeOf } from './words.js'

/** Photos and files of one message, or of an album's messages. */
export function Attachments({ messages, act }) {
  const photos = messages.filter(({ photo }) => photo)
  const files = messages.filter(({ document }) => document)
  return html`
    ${
      photos.length > 0 &&
      html`<div class=${photos.length > 1 ? 'photos album' : 'photos'}>
        ${photos.map((message) => html`<${Photo} key=${message.id} message=${message} alone=${photos.length === 1} act=${act} />`)}
      </div>`
    }
    ${files.map((message) => html`<${File} key=${message.id} file=${message.document} />`)}
  `
}

function Photo({ message, alone, act }) {
  const { photo, text, spoiler } = message
  const [open, setOpen] = useState(!spoiler)
  const shape = alone
    ? { aspectRatio: `${photo.width} / ${photo.height}`, '--width': `${photo.width}px` }
    : {}
  return html`<button
    type="button"
    class=${open ? 'photo' : 'photo covered'}
    style=${shape}
    aria-label=${open ? `Photo${text ? `: ${text}` : ''}. Show it large` : 'Hidden photo. Show it'}
    onClick=${() => (open ? act.look(photo) : setOpen(true))}
  >
    <img src=${fileUrl(photo)} alt="" loading="lazy" />
  </button>`
}

function File({ file }) {
  const source = fileUrl(file)
  switch (file.kind) {
    case 'voice':
    case 'audio':
      return html`<figure class="sound">
        <audio controls preload="metadata" src=${source}></audio>
        <figcaption>
          ${file.kind === 'voice' ? 'Voice' : (file.name ?? 'Audio')} · ${duration(file.duration ?? 0)}
        </figcaption>
      </figure>`
    case 'video':
    case 'animation':
      return html`<video
        class="video"
        style=${{ aspectRatio: `${file.width ?? 16} / ${file.height ?? 9}` }}
        controls
        preload="metadata"
        loop=${file.kind === 'animation'}
        src=${source}
      ></video>`
    case 'video_note':
      return html`<${Round} source=${source} seconds=${file.duration} />`
    default:
      return html`<a class="file" href=${source} download=${file.name ?? 'file'}>
        <span class="file-icon"><${Icon} name="file" /></span>
        <span class="file-name"
          ><b dir="auto">${file.name ?? 'File'}</b><small>${sizeOf(file.size)}</small></span
        >
      </a>`
  }
}

/** A video note plays when it is pressed. */
function Round({ source, seconds = 0 }) {
  const press = ({ currentTarget }) => {
    const video = currentTarget.querySelector('video')
    if (video.paused) void video.play()
    else video.pause()
  }
  return html`<button
    type="button"
    class="round"
    aria-label=${`Video message, ${duration(seconds)}. Play or pause`}
    onClick=${press}
  >
    <video preload="metadata" playsinline src=${source}></video>
  </button>`
}
