export { stripeBilling, type Billing } from './billing'
export { creditsPerMonth, mayOpenBoard } from './limits'
export { plans, type PlanName } from './plan'
export { cancelSubscription, subscriptionOf, type Subscription } from './subscription'
