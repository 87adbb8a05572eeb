/**
 * Small functions that the rewritten file gets at its end, where one command of S3 is not enough. What stands between ‹ and ›
 * is for TypeScript only, and `$Name` is whatever the file calls that import.
 */
export const helpers = {
  downloadObject: `
async function downloadObject(s3‹: $S3Client›, object‹: $GetObjectCommandInput›)‹: Promise<Buffer>› {
  const { Body } = await s3.send(new $GetObjectCommand(object));
  if (!Body) throw new Error(\`\${object.Key} has no body\`);
  return Buffer.from(await Body.transformToByteArray());
}`,
  downloadObjectTo: `
async function downloadObjectTo(s3‹: $S3Client›, object‹: $GetObjectCommandInput›, path‹: string›)‹: Promise<void>› {
  const { Body } = await s3.send(new $GetObjectCommand(object));
  await $pipeline(Body‹ as $Readable›, $createWriteStream(path));
}`,
  readStream: `
function readStream(s3‹: $S3Client›, object‹: $GetObjectCommandInput›)‹: $Readable› {
  const stream = new $PassThrough();
  s3.send(new $GetObjectCommand(object))
    .then(({ Body }) => $pipeline(Body‹ as $Readable›, stream))
    .catch((error) => stream.destroy(error));
  return stream;
}`,
  writeStream: `
function writeStream(s3‹: $S3Client›, object‹: $PutObjectCommandInput›)‹: $Writable› {
  const body = new $PassThrough();
  const upload = new $Upload({ client: s3, params: { ...object, Body: body } }).done();
  const stream = new $Writable({
    write: (chunk, encoding, done) => { body.write(chunk, encoding, done); },
    final(done) {
      body.end();
      upload.then(() => done(), done);
    },
    destroy(error, done) {
      if (!body.writableEnded) body.destroy(error ?? new Error('the upload was given up'));
      done(error);
    },
  });
  upload.catch((error) => stream.destroy(error));
  return stream;
}`,
  objectExists: `
async function objectExists(s3‹: $S3Client›, object‹: $HeadObjectCommandInput›)‹: Promise<boolean>› {
  try {
    await s3.send(new $HeadObjectCommand(object));
    return true;
  } catch (error) {
    if (error instanceof $S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}`,
  bucketExists: `
async function bucketExists(s3‹: $S3Client›, bucket‹: string›)‹: Promise<boolean>› {
  try {
    await s3.send(new $HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (error instanceof $S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}`,
  objectMetadata: `
async function objectMetadata(s3‹: $S3Client›, object‹: { Bucket: string; Key: string }›) {
  const head = await s3.send(new $HeadObjectCommand(object));
  return {
    bucket: object.Bucket,
    name: object.Key,
    size: head.ContentLength,
    updated: head.LastModified?.toISOString(),
    etag: head.ETag,
    contentType: head.ContentType,
    contentEncoding: head.ContentEncoding,
    contentDisposition: head.ContentDisposition,
    contentLanguage: head.ContentLanguage,
    cacheControl: head.CacheControl,
    metadata: head.Metadata,
  };
}`,
  deleteExisting: `
async function deleteExisting(s3‹: $S3Client›, object‹: { Bucket: string; Key: string }›)‹: Promise<void>› {
  // S3 deletes what is not there without a word; asking first fails, as it did before.
  await s3.send(new $HeadObjectCommand(object));
  await s3.send(new $DeleteObjectCommand(object));
}`,
  copyObject: `
async function copyObject(s3‹: $S3Client›, from‹: { Bucket: string; Key: string }›, to‹: { Bucket?: string; Key?: string }›)‹: Promise<{ Bucket: string; Key: string }>› {
  const source = [from.Bucket, ...from.Key.split('/')].map(encodeURIComponent).join('/');
  const target = { ...from, ...to };
  await s3.send(new $CopyObjectCommand({ ...target, CopySource: source }));
  return target;
}`,
  moveObject: `
async function moveObject(s3‹: $S3Client›, from‹: { Bucket: string; Key: string }›, to‹: { Bucket?: string; Key?: string }›)‹: Promise<{ Bucket: string; Key: string }>› {
  const source = [from.Bucket, ...from.Key.split('/')].map(encodeURIComponent).join('/');
  const target = { ...from, ...to };
  await s3.send(new $CopyObjectCommand({ ...target, CopySource: source }));
  await s3.send(new $DeleteObjectCommand(from));
  return target;
}`,
  listObjects: `
async function listObjects(s3‹: $S3Client›, within‹: $ListObjectsV2CommandInput & { Bucket: string }›, limit = Infinity)‹: Promise<{ Bucket: string; Key: string }[]>› {
  const objects‹: { Bucket: string; Key: string }[]› = [];
  for await (const page of $paginateListObjectsV2({ client: s3 }, within)) {
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) objects.push({ Bucket: within.Bucket, Key });
    if (objects.length >= limit) return objects.slice(0, limit);
  }
  return objects;
}`,
  uploadFile: `
async function uploadFile(s3‹: $S3Client›, path‹: string›, object‹: $PutObjectCommandInput & { Bucket: string; Key: string }›)‹: Promise<{ Bucket: string; Key: string }>› {
  await new $Upload({ client: s3, params: { ...object, Body: $createReadStream(path) } }).done();
  return { Bucket: object.Bucket, Key: object.Key };
}`,
  secondsUntil: `
function secondsUntil(expires‹: string | number | Date›)‹: number› {
  return Math.ceil((new Date(expires).getTime() - Date.now()) / 1000);
}`,
} as const

export type Helper = keyof typeof helpers

const modules: Readonly<Record<string, string>> = {
  pipeline: 'node:stream/promises', PassThrough: 'node:stream', Readable: 'node:stream', Writable: 'node:stream',
  createReadStream: 'node:fs', createWriteStream: 'node:fs', basename: 'node:path',
  Upload: '@aws-sdk/lib-storage', getSignedUrl: '@aws-sdk/s3-request-presigner',
}

/** Where a name comes from that the new code uses; Readable and the inputs of commands are wanted as types only. */
export function originOf(name: string): { readonly module: string; readonly isType: boolean } {
  return { module: modules[name] ?? '@aws-sdk/client-s3', isType: name === 'Readable' || name.endsWith('Input') }
}

export function helperText(helper: Helper, name: string, isTypeScript: boolean, local: (name: string) => string): string {
  const text = helpers[helper].trimStart().replace(new RegExp(`\\bfunction ${helper}\\b`, 'u'), `function ${name}`)
  return (isTypeScript ? text.replace(/[‹›]/gu, '') : text.replace(/‹[^›]*›/gu, '')).replace(/\$([a-zA-Z]\w*)/gu, (written, wanted: string) => wanted === 'metadata' ? written : local(wanted))
}
