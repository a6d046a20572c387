import QRCode from 'qrcode'
import sharp from 'sharp'

/** A QR code as PNG, large and with a quiet zone, so that a phone reads it off another phone's screen. */
export async function drawQr(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await QRCode.toString(text, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
  const png = await sharp(Buffer.from(svg), { density: 300 })
    .resize(720, 720, { kernel: 'nearest' })
    .png({ palette: true })
    .toBuffer()
  return new Uint8Array(png)
}
