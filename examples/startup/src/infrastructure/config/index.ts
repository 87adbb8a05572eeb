export { readSettings, type Region, type Settings } from './settings'
