import { preset } from './preset.ts'

preset('three-systems', {
  broken: `
    // src/business/canvas/index.ts
    export { draw } from './draw'

    // src/business/canvas/draw.ts
    import { job } from '../../inference/queue/job'
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/api: business/canvas reaches into inference/queue, past its api
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/cycles: 3 files import each other: src/business/canvas/draw.ts > … > src/business/canvas/draw.ts
    import { S3Client } from '@aws-sdk/client-s3'
    //                       ^^^^^^^^^^^^^^^^^^^^ vendors/sdk: business/canvas holds the AWS storage SDK (@aws-sdk/client-s3)
    export const draw = () => [job, S3Client]

    // src/business/social/post.ts
    import { draw } from '../canvas/draw'
    //                   ^^^^^^^^^^^^^^^^ boundaries/layers: business/social reaches into its sibling business/canvas, past its api
    import OpenAI from 'openai'
    //                 ^^^^^^^^ vendors/sdk: business/social holds the OpenAI LLM SDK (openai)
    export const post = () => [draw, OpenAI]

    // src/inference/queue/index.ts
    export { job } from './job'

    // src/inference/queue/job.ts
    import { draw } from '../../business/canvas'
    //                   ^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: inference/queue may not use business/canvas
    import { SQSClient } from '@aws-sdk/client-sqs'
    //                        ^^^^^^^^^^^^^^^^^^^^^ vendors/sdk: inference/queue holds the AWS queue SDK (@aws-sdk/client-sqs)
    export const job = () => [draw, SQSClient]

    // src/infrastructure/users/users.ts
    import { job } from '../../inference/queue'
    //                  ^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: infrastructure/users may not use inference/queue
    import { SageMakerClient } from '@aws-sdk/client-sagemaker'
    //                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ vendors/sdk: infrastructure/users holds the AWS machine learning SDK (@aws-sdk/client-sagemaker)
    import { createClient } from '@deepgram/sdk'
    //                           ^^^^^^^^^^^^^^^ vendors/sdk: infrastructure/users holds the Deepgram AI SDK (@deepgram/sdk)
    import Anthropic from '@anthropic-ai/sdk'
    //                    ^^^^^^^^^^^^^^^^^^^ vendors/sdk: infrastructure/users holds the Anthropic LLM SDK (@anthropic-ai/sdk)
    export const users = () => [job, SageMakerClient, createClient, Anthropic]
  `,
  kept: `
    // src/main.ts
    import { draw } from './business/canvas/draw'
    draw()

    // src/business/canvas/index.ts
    export { draw } from './draw'

    // src/business/canvas/draw.ts
    import { job } from '../../inference/queue'
    import { users } from '../../infrastructure/users'
    export const draw = () => [job, users]

    // src/business/social/post.ts
    import { draw } from '../canvas'
    export const post = () => draw()

    // src/inference/queue/index.ts
    export { job } from './job'

    // src/inference/queue/job.ts
    import OpenAI from 'openai'
    export const job = () => OpenAI

    // src/infrastructure/users/index.ts
    import { SQSClient } from '@aws-sdk/client-sqs'
    export const users = () => SQSClient
  `,
})
