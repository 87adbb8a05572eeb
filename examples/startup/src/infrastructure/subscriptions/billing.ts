import Stripe from 'stripe'
import { plans, type PlanName } from './plan'

export interface Billing {
  /** The address of a page where the user pays. */
  checkout(user: string, plan: PlanName, returnTo: string): Promise<string>
  cancel(billingId: string): Promise<void>
}

export function stripeBilling(key: string): Billing {
  const stripe = new Stripe(key)
  return {
    async checkout(user, plan, returnTo) {
      const price = { currency: 'eur', recurring: { interval: 'month' }, unit_amount: plans[plan].monthlyEuros * 100, product_data: { name: plan } } as const
      const session = await stripe.checkout.sessions.create({
        mode: 'subscription',
        client_reference_id: user,
        line_items: [{ price_data: price, quantity: 1 }],
        success_url: returnTo,
      })
      if (session.url === null) throw new Error(`no page to pay at for ${user}`)
      return session.url
    },
    async cancel(billingId) {
      await stripe.subscriptions.cancel(billingId)
    },
  }
}
