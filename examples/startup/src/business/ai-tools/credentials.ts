import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

const secrets = new SecretsManagerClient({ region: 'eu-north-1' })

/** The key of the model's vendor. */
export async function modelKey(): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: 'prod/model-key' }))
  if (SecretString === undefined) throw new Error('prod/model-key is not set')
  return SecretString
}
