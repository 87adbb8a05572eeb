export { creditsLeft } from './credits'
export { captioner, describe, type Captioner } from './describe'
export { generate, type Drawing } from './generate'
export { tools, type ToolName } from './tool'
