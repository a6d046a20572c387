import { defineEntity, p } from '@mikro-orm/core'
import { mediaKinds } from '../domain/enums.ts'
import { createdAt, dooms, id, readable, whole, words } from './columns.ts'
import { User } from './users.ts'

const FileUploadSchema = defineEntity({
  name: 'FileUpload',
  tableName: 'file_uploads',
  properties: {
    id: id(),
    user: p.manyToOne(User).deleteRule('cascade'),
    filename: words('filename', 255),
    originalFilename: p.text().nullable(),
    /** Below the media folder. */
    filePath: words('file_path', 1000).index(),
    /** Bytes. */
    fileSize: whole('file_size', 0, 1_000_000_000).nullable(),
    mimeType: p.text().nullable(),
    uploadType: p.text().nullable(),
    createdAt: createdAt(),
    mediaKind: p.enum(mediaKinds).nullable(),
    /** Pixels. */
    width: whole('width', 1, 100_000).nullable(),
    height: whole('height', 1, 100_000).nullable(),
    /** Whole seconds. */
    duration: whole('duration', 0, 86_400).nullable(),
    /** Under which our bot may send it again without its bytes. */
    telegramFileId: words('telegram_file_id', 1000).nullable(),
  },
  checks: readable('file_uploads', 'created_at'),
  triggers: dooms('file_uploads', 'file_path'),
})
export class FileUpload extends FileUploadSchema.class {}
FileUploadSchema.setClass(FileUpload)

const ThumbnailSchema = defineEntity({
  name: 'Thumbnail',
  tableName: 'thumbnails',
  properties: {
    id: id(),
    file: p.manyToOne(FileUpload).deleteRule('cascade'),
    thumbnailPath: words('thumbnail_path', 1000),
    /** As its writer names it: `320`, `320x240`, `small`. */
    size: p.text().nullable(),
    createdAt: createdAt(),
  },
  checks: readable('thumbnails', 'created_at'),
  triggers: dooms('thumbnails', 'thumbnail_path'),
})
export class Thumbnail extends ThumbnailSchema.class {}
ThumbnailSchema.setClass(Thumbnail)

const DoomedFileSchema = defineEntity({
  name: 'DoomedFile',
  tableName: 'doomed_files',
  properties: {
    id: id(),
    path: words('path', 1000),
    doomedAt: createdAt(),
  },
  checks: readable('doomed_files', 'doomed_at'),
})
/** A file whose row is gone: to be deleted as well. */
export class DoomedFile extends DoomedFileSchema.class {}
DoomedFileSchema.setClass(DoomedFile)
