/** Nothing in the window but what bulkhead puts there. */
export const quietSettings = {
  'workbench.startupEditor': 'none', 'workbench.tips.enabled': false, 'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true, 'extensions.autoUpdate': false, 'extensions.autoCheckUpdates': false, 'update.mode': 'none',
  'chat.disableAIFeatures': true, 'chat.commandCenter.enabled': false, 'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.startupPrompt': 'never', 'git.enabled': false, 'npm.autoDetect': 'off', 'files.autoSave': 'off', 'editor.minimap.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true, 'typescript.validate.enable': false,
}
