export interface ImageSize {
  width: number
  height: number
  mime: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp'
}

/** Reads the size from the head of a JPEG, PNG, GIF or WebP; undefined for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (buffer.readUInt32BE(0) === 0x89504e47) {
      return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20), mime: 'image/png' }
    }
    if (buffer.readUInt16BE(0) === 0xffd8) return jpegSize(buffer)
    if (buffer.toString('latin1', 0, 3) === 'GIF') {
      return { width: buffer.readUInt16LE(6), height: buffer.readUInt16LE(8), mime: 'image/gif' }
    }
    if (buffer.toString('latin1', 0, 4) === 'RIFF' && buffer.toString('latin1', 8, 12) === 'WEBP')
      return webpSize(buffer)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** The frame header is the first SOF marker; C4, C8 and CC in its range are other things. */
function jpegSize(buffer: Buffer): ImageSize {
  let at = 2
  for (;;) {
    while (buffer.readUInt8(at) === 0xff) at++
    const marker = buffer.readUInt8(at)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: buffer.readUInt16BE(at + 4), width: buffer.readUInt16BE(at + 6), mime: 'image/jpeg' }
    }
    at += 1 + buffer.readUInt16BE(at + 1)
  }
}

function webpSize(buffer: Buffer): ImageSize | undefined {
  const mime = 'image/webp'
  switch (buffer.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: buffer.readUIntLE(24, 3) + 1, height: buffer.readUIntLE(27, 3) + 1, mime }
    case 'VP8L': {
      const bits = buffer.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, mime }
    }
    case 'VP8 ':
      return { width: buffer.readUInt16LE(26) & 0x3fff, height: buffer.readUInt16LE(28) & 0x3fff, mime }
    default:
      return undefined
  }
}
