import type { Kind } from './kinds.ts'

const access = 'servers of the S3 API differ in access lists: set a policy on the bucket, or hand out signed URLs'
const lifecycle = 'set this on the bucket where its infrastructure is described, not in the code'
const notification = 'notifications differ from server to server: send a message of your own after writing'

const reasons: Readonly<Record<string, string>> = {
  makePublic: access, makePrivate: access, isPublic: access,
  publicUrl: 'no public URL holds for all servers: build it from a PUBLIC_BASE_URL of the configuration, or sign one',
  cloudStorageURI: 'a gs:// address is Google\'s: build the address that the reader needs from bucket and key',
  setMetadata: 'S3 can not change metadata in place: copy the object onto itself with MetadataDirective REPLACE and all of its metadata',
  setStorageClass: lifecycle, addLifecycleRule: lifecycle, setCorsConfiguration: lifecycle, setRetentionPeriod: lifecycle, removeRetentionPeriod: lifecycle,
  setLabels: lifecycle, deleteLabels: lifecycle, enableLogging: lifecycle, enableRequesterPays: lifecycle, disableRequesterPays: lifecycle, lock: lifecycle,
  createNotification: notification, getNotifications: notification, notification, createChannel: notification,
  combine: 'join the parts with a multipart upload and UploadPartCopy',
  createResumableUpload: 'use Upload of @aws-sdk/lib-storage, which uploads in parts and tries each again',
  generateSignedPostPolicyV4: 'use createPresignedPost of @aws-sdk/s3-presigned-post', generateSignedPostPolicyV2: 'use createPresignedPost of @aws-sdk/s3-presigned-post',
  deleteFiles: 'list the objects and delete them', getBuckets: 'use ListBucketsCommand, which gives names', getFilesStream: 'iterate over paginateListObjectsV2',
  get: 'ask for its metadata, or whether it exists', getSignedUrl: 'sign a URL for each object',
  setEncryptionKey: 'give SSECustomerKey with each command', rotateEncryptionKey: 'copy the object onto itself with another key',
  acl: access, iam: access,
  generation: 'S3 has no generations: compare ETags, with IfMatch or IfNoneMatch where the server knows them',
  metadata: 'ask for the metadata of the object', id: 'use bucket and key',
}

/** What to do about a method or a property that nothing here has an equal for. */
export function reasonFor(of: Kind, member: string): string {
  const reason = Object.hasOwn(reasons, member) ? reasons[member] : undefined
  return `${member} stays with Google: ${reason ?? `nothing in the S3 API is known to do what ${member} of a ${of === 'client' ? 'Storage' : of === 'bucket' ? 'Bucket' : 'File'} does`}`
}

const options: Readonly<Record<string, string>> = {
  preconditionOpts: 'S3 has no generations: IfNoneMatch: \'*\' says "only if there is none", where the server knows it',
  public: access, private: access, predefinedAcl: access,
  gzip: 'compress the data before, and give ContentEncoding: \'gzip\'',
  generation: 'S3 has no generations, but may have a VersionId', userProject: 'requester pays is Google\'s',
  autoPaginate: 'page with ContinuationToken of ListObjectsV2Command', pageToken: 'page with ContinuationToken of ListObjectsV2Command',
  startOffset: 'StartAfter of ListObjectsV2Command leaves that key itself out', versions: 'use ListObjectVersionsCommand',
  cname: 'a signed URL is for the endpoint that S3_ENDPOINT names', extensionHeaders: 'sign headers with the option signableHeaders',
}

export function reasonForOption(method: string, option: string): string {
  return `${method} stays with Google because of its option ${option}${Object.hasOwn(options, option) ? `: ${options[option]}` : ', which has no equal in S3'}`
}
