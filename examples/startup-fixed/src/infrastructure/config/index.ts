export { readSettings, type ModelSettings, type Region, type Settings, type StorageSettings } from './settings'
