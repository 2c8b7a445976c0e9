import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { createS3Client } from '@proteus/platform/storage/s3/create-s3-client.ts';
import type { S3Options } from '@proteus/platform/storage/s3/s3-options.ts';
import { type PrivateService, startPrivateService } from './private-service.ts';

/** The gateway, and the daemons behind it. */
const PORTS = 11;

/** An object store of one test's own, whose gateway it may kill; what was stored stays. */
export interface PrivateS3 extends PrivateService {
  readonly options: S3Options & { readonly endpoint: string };
}

/** Starts it with an empty bucket. */
export async function startPrivateS3(): Promise<PrivateS3> {
  const service = await startPrivateService('s3', PORTS);
  const options = {
    endpoint: `http://127.0.0.1:${service.port}`,
    bucket: 'pictures',
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'testkey', secretAccessKey: 'testsecret' },
    prefix: '',
  };
  const client = createS3Client(options);
  await client.send(new CreateBucketCommand({ Bucket: options.bucket }));
  client.destroy();
  return { ...service, options };
}
