// Apart from the rest of session: a check is not to load what reads nine other tools' configurations.
export { findOtherConfig, readBeside, readOtherConfig, runOtherConfig, type OtherConfig } from './other-config.ts'
export { otherTools, translate, type OtherTool } from '../../adopt/from/index.ts'
