import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, id, readable, whole, words } from './columns.ts'
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
  },
  checks: readable('file_uploads', 'created_at'),
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
})
export class Thumbnail extends ThumbnailSchema.class {}
ThumbnailSchema.setClass(Thumbnail)
