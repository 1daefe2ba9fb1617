// Usage: node judge.js <port> <account>. One line per check; exit code 1 when any fails.
import { createServer } from 'node:http';
import Stripe from 'stripe';

const [port, account] = process.argv.slice(2);
const client = (key, extra = {}) => new Stripe(key, {
  host: '127.0.0.1', port, protocol: 'http', apiVersion: '2026-10-28.endive', telemetry: false, maxNetworkRetries: 0, ...extra,
});
const stripe = client(`sk_test_practice_${account}`);
let failed = 0;

async function check(name, run) {
  try {
    await run();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}: ${error.message}`);
  }
}

function same(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

async function refusal(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('was not refused');
}

const control = async (verb, path, body) => {
  const response = await fetch(`http://127.0.0.1:${port}/practice/${path}`, { method: verb, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

const hooks = [];
const receiver = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    hooks.push({ body: Buffer.concat(chunks), signature: request.headers['stripe-signature'] });
    response.end();
  });
});
await new Promise((listening) => receiver.listen(0, '127.0.0.1', listening));

let customer, rate, invoice, endpoint;

await check('a webhook endpoint is created and tells its secret once', async () => {
  endpoint = await stripe.webhookEndpoints.create({ url: `http://127.0.0.1:${receiver.address().port}/`, enabled_events: ['invoice.paid'], api_version: '2026-10-28.endive' });
  if (!endpoint.secret.startsWith('whsec_')) throw new Error('no secret');
  same((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret, undefined, 'secret on retrieve');
});

await check('a customer keeps address, metadata and tax id', async () => {
  customer = await stripe.customers.create({
    name: 'Ștefan & fiii SRL', email: 'a+b@example.ro', address: { line1: 'Str. Lungă 1', city: 'Brașov', country: 'RO' },
    metadata: { source: 'judge' }, tax_id_data: [{ type: 'eu_vat', value: 'RO18547290' }],
  });
  const read = await stripe.customers.retrieve(customer.id, { expand: ['tax_ids'] });
  same([read.name, read.email, read.address.city, read.metadata.source, read.tax_ids.data[0].value],
    ['Ștefan & fiii SRL', 'a+b@example.ro', 'Brașov', 'judge', 'RO18547290'], 'customer');
});

await check('an emptied value is cleared', async () => {
  const updated = await stripe.customers.update(customer.id, { phone: '', metadata: { source: '' } });
  same([updated.phone, updated.metadata], [null, {}], 'cleared');
});

await check('an invoice is drafted, finalised and paid', async () => {
  rate = await stripe.taxRates.create({ display_name: 'TVA', percentage: 21, inclusive: false, country: 'RO' });
  const draft = await stripe.invoices.create({ customer: customer.id, currency: 'ron' });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, currency: 'ron', unit_amount_decimal: '1050.5', quantity: 3, tax_rates: [rate.id], description: 'Abonament' });
  const open = await stripe.invoices.finalizeInvoice(draft.id);
  same([open.status, open.total], ['open', 3814], 'finalised');
  invoice = await stripe.invoices.pay(draft.id, { payment_method: 'pm_card_visa', expand: ['payments'] });
  same([invoice.status, invoice.amount_remaining, invoice.payments.data[0].status], ['paid', 0, 'paid'], 'paid');
});

await check('the payment is found over the invoice payments', async () => {
  const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data;
  const intent = await stripe.paymentIntents.retrieve(payment.payment.payment_intent, { expand: ['latest_charge'] });
  same([intent.status, intent.latest_charge.amount], ['succeeded', 3814], 'intent');
  const back = await stripe.invoicePayments.list({ payment: { type: 'payment_intent', payment_intent: intent.id } });
  same(back.data[0].invoice, invoice.id, 'back to the invoice');
});

await check('constructEvent accepts the delivered webhook, and not one changed byte', async () => {
  for (let i = 0; i < 400 && hooks.length === 0; i++) await new Promise((later) => setTimeout(later, 25));
  const { body, signature } = hooks[0];
  const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret);
  same([event.type, event.data.object.id], ['invoice.paid', invoice.id], 'event');
  const changed = Buffer.from(body);
  changed[changed.length - 2] ^= 1;
  const error = await refusal(() => stripe.webhooks.constructEvent(changed, signature, endpoint.secret));
  same(error.type, 'StripeSignatureVerificationError', 'error class');
});

await check('auto-paging walks every product down and up', async () => {
  for (let i = 0; i < 25; i++) await stripe.products.create({ name: `P${i}` });
  const down = [];
  for await (const product of stripe.products.list({ limit: 10 })) down.push(product.id);
  const up = [];
  for await (const product of stripe.products.list({ limit: 10, ending_before: down[24] })) up.push(product.id);
  same([down.length, new Set(down).size], [25, 25], 'down');
  same(up, down.slice(0, 24).reverse(), 'up');
});

await check('lines beyond the tenth are paged', async () => {
  const draft = await stripe.invoices.create({ customer: customer.id, currency: 'ron' });
  for (let i = 1; i <= 12; i++) await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, currency: 'ron', amount: i * 100 });
  same((await stripe.invoices.retrieve(draft.id)).lines.has_more, true, 'has_more');
  let sum = 0;
  for await (const line of stripe.invoices.listLineItems(draft.id, { limit: 5 })) sum += line.amount;
  same(sum, 7800, 'sum of lines');
});

await check('events are listed by type, with what they overwrote', async () => {
  const [event] = (await stripe.events.list({ types: ['invoice.paid', 'invoice.voided'], limit: 5 })).data;
  same([event.type, event.api_version, event.livemode], ['invoice.paid', '2026-10-28.endive', false], 'event');
  same(event.data.previous_attributes, undefined, 'no previous attributes on invoice.paid');
  const [updated] = (await stripe.events.list({ type: 'invoice.updated', limit: 1 })).data;
  if (!updated.data.previous_attributes) throw new Error('no previous attributes');
});

await check('an idempotent replay is the same object, other parameters are an idempotency error', async () => {
  const first = await stripe.products.create({ name: 'once' }, { idempotencyKey: 'judge-1' });
  const second = await stripe.products.create({ name: 'once' }, { idempotencyKey: 'judge-1' });
  same(second.id, first.id, 'replay');
  same(second.lastResponse.headers['idempotent-replayed'], 'true', 'header');
  const error = await refusal(() => stripe.products.create({ name: 'twice' }, { idempotencyKey: 'judge-1' }));
  same(error.type, 'StripeIdempotencyError', 'error class');
});

await check('retries of the client survive lost answers without a second object', async () => {
  const retrying = client(`sk_test_practice_${account}`, { maxNetworkRetries: 2 });
  await control('POST', 'faults', { target: 'stripe', kind: 'timeout_after_success', path: '/v1/coupons', count: 1, delayMs: 20 });
  const made = await retrying.coupons.create({ percent_off: 10, duration: 'once' });
  same((await stripe.coupons.list()).data.map((coupon) => coupon.id), [made.id], 'coupons');
});

await check('errors arrive as the classes the client knows', async () => {
  const cases = [
    ['StripeInvalidRequestError', 'resource_missing', () => stripe.invoices.retrieve('in_none')],
    ['StripeInvalidRequestError', 'parameter_unknown', () => stripe.customers.create({ nmae: 'x' })],
    ['StripeAuthenticationError', undefined, () => client('sk_live_practice_x').accounts.retrieveCurrent()],
    ['StripeCardError', 'card_declined', () => stripe.paymentIntents.create({ amount: 500, currency: 'ron', payment_method: 'pm_card_visa_chargeDeclined', confirm: true })],
  ];
  for (const [type, code, call] of cases) {
    const error = await refusal(call);
    same([error.type, error.code], [type, code], type);
    if (!error.requestId?.startsWith('req_')) throw new Error(`no request id on ${type}`);
  }
  await control('POST', 'faults', { target: 'stripe', kind: '429', count: 1 });
  same((await refusal(() => stripe.balanceTransactions.retrieve('txn_x'))).type, 'StripeRateLimitError', 'rate limit');
});

await check('drafts are deleted, open invoices voided', async () => {
  const draft = await stripe.invoices.create({ customer: customer.id, currency: 'ron' });
  same((await stripe.invoices.del(draft.id)).deleted, true, 'deleted');
  const second = await stripe.invoices.create({ customer: customer.id, currency: 'ron' });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: second.id, currency: 'ron', amount: 500 });
  await stripe.invoices.finalizeInvoice(second.id);
  same((await stripe.invoices.voidInvoice(second.id)).status, 'void', 'status');
});

receiver.close();
receiver.closeAllConnections();
console.log(failed === 0 ? 'the official client is content' : `${failed} checks failed`);
process.exit(failed === 0 ? 0 : 1);
